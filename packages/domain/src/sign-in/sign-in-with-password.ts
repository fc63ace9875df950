import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { isRefusal, type Outcome, refuse } from "../kernel/refusal.ts";
import { atDesk } from "./at-desk.ts";
import type { SignInDesk } from "./desk.ts";
import { holdPerson } from "./hold-person.ts";
import { isOutdated, passwordHash } from "./passwords/password-hash.ts";
import { setPassword } from "./passwords/set-password.ts";
import { type Proven, tryPassword } from "./passwords/try-password.ts";
import { recordSignIn } from "./record-sign-in.ts";
import { beginSession } from "./sessions/begin-session.ts";
import type { Next } from "./signed-in.ts";
import { tryWasRight } from "./tries/take-try.ts";

const noMatch = refuse(
  "unauthenticated",
  "no-match",
  "The address and the password do not go together. Look at both once more, or ask for a new password.",
);

/**
 * Signs in with an address and a password.
 *
 * Refuses `no-match`, in the same words and after the same work, whatever is wrong: no such account, another password, a
 * person who was deactivated or has no password. Refuses `paused` after five failures of an account within 15 minutes,
 * or fifty of a network address, for 15 minutes, even if the password is right.
 */
export async function signInWithPassword(
  desk: SignInDesk,
  { email, password, device }: Readonly<{ email: string; password: string; device: string }>,
): Promise<Outcome<Readonly<{ token: string; next: Next }>>> {
  const proven = await tryPassword(desk, { email, password, wrong: noMatch, name: "sign-in", why: "to sign in" });
  if (isRefusal(proven)) return proven;
  const renewed = isOutdated(proven.hash) ? await passwordHash(password) : null;
  return atDesk(desk, async (trx) => {
    const { person, account } = proven;
    if (!(await stillHolds(trx, desk, proven))) {
      await recordSignIn(trx, desk, person, { kind: "refused", name: "sign-in", why: "to sign in" });
      return noMatch;
    }
    await tryWasRight(trx, desk, { step: "password", account });
    if (renewed) await setPassword(trx, desk, person.personId, renewed);
    const begun = await beginSession(trx, desk, { personId: person.personId, strength: "password", device });
    const facts = { strength: "password", next: begun.next };
    await recordSignIn(trx, desk, person, { kind: "command", name: "sign-in", why: "to sign in", facts });
    return begun;
  });
}

/** Whether the password is still the person's, and the person still active: both may have changed while it was hashed. */
async function stillHolds(
  trx: Transaction<Database>,
  { systemId }: SignInDesk,
  { person: { personId }, hash }: Proven,
): Promise<boolean> {
  await holdPerson(trx, systemId, { personId });
  const there = await trx
    .selectFrom("passwords as password")
    .innerJoin("people as person", (join) =>
      join.onRef("person.system_id", "=", "password.system_id").onRef("person.person_id", "=", "password.person_id"),
    )
    .select("password.hash")
    .where("password.system_id", "=", systemId)
    .where("password.person_id", "=", personId)
    .where("person.deactivated_at", "is", null)
    .executeTakeFirst();
  return there?.hash === hash;
}
