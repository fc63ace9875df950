import { type Role, roles } from "@evenspan/domain/kernel/roles";
import type { Translate } from "../messages/translate.ts";
import { roleName } from "./role-words.ts";

/**
 * Whose turn it is, in words: yours where one of your keys is among them, else the roles; empty where nobody is waited for.
 *
 * @param turn keys of those who are waited for, such as `reviewer@*` or `person:<uuid>`
 * @param own the keys of who reads
 */
export function turnText(turn: readonly string[], own: readonly string[], t: Translate): string {
  if (turn.length === 0) return "";
  if (turn.some((key) => own.includes(key))) return t("turn.yours");
  const named = [...new Set(turn.map((key) => key.split(/[@:]/)[0]))].filter((word): word is Role =>
    roles.some((role) => role === word),
  );
  return named.length === 0 ? t("turn.someone") : named.map((role) => roleName(role, t)).join(", ");
}
