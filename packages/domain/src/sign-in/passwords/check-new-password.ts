import { createHash } from "node:crypto";
import type { Refusal } from "../../kernel/refusal.ts";
import { looking } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { passwordFault } from "./password-fault.rules.ts";
import { passwordAsKept } from "./password-hash.ts";
import { passwordRefusal } from "./password-refusal.ts";

/** A new password: whose it is to be, and the field that it was typed into. */
export type NewPassword = Readonly<{
  password: string;
  field: string;
  person: Readonly<{ name: string; email: string }>;
}>;

/**
 * Refuses a new password that is too short or too long, easy to guess, made of what is known of the person, or, where the
 * office has a list of them, known from a breach. Null where it may be taken.
 */
export async function checkNewPassword(
  desk: SignInDesk,
  { password, field, person: { name, email } }: NewPassword,
): Promise<Refusal | null> {
  const { name: office } = await looking(desk, (trx) =>
    trx.selectFrom("systems").select("name").where("system_id", "=", desk.systemId).executeTakeFirstOrThrow(),
  );
  const kept = passwordAsKept(password);
  const fault = passwordFault(kept, { name, email, office });
  if (fault) return passwordRefusal(fault, field);
  const sha1 = createHash("sha1").update(kept).digest("hex").toUpperCase();
  return (await desk.breachedPasswords?.(sha1)) ? passwordRefusal("breached", field) : null;
}
