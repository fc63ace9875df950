import type { Command } from "@evenspan/domain/kernel/command";
import { type Refusal, refuse } from "@evenspan/domain/kernel/refusal";
import type { Role } from "@evenspan/domain/kernel/roles";
import type { OfficeVisit } from "./office-visit.ts";

/** The refusal of a page whose form someone could not send, with who could; null where they could. */
export function forbiddenUnless(
  visit: OfficeVisit,
  it: Pick<Command<never, never>, "access" | "title">,
): Refusal | null {
  if (visit.may(it)) return null;
  const refusal = refuse("forbidden", "role", `To ${it.title} takes another role.`);
  return { ...refusal, whoMay: Object.keys(it.access) as Role[] } as Refusal;
}
