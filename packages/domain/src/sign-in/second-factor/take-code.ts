import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { accountHash } from "../account.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import type { OpenSession } from "../sessions/read-session.ts";
import { takeTry, tryWasRight } from "../tries/take-try.ts";
import { takeRecoveryCode } from "./take-recovery-code.ts";
import { takeTotpCode } from "./take-totp-code.ts";

/** This many wrong codes end a session. */
const wrongCodesAllowed = 5;

/** A code as it was given, and what for: `name` is the command in the audit. */
export type GivenCode = Readonly<{ code: string; name: string; why: string; orRecovery: boolean }>;

/**
 * Takes a code of the authenticator, or a recovery code where that may stand in for it; each is good once. Null where it was
 * right.
 *
 * Refuses `no-authenticator`; `wrong-code`, also for one that was used before; `paused` after ten wrong codes of an account
 * within 15 minutes, whatever the session; and `too-many-codes` when the fifth wrong one has ended the session.
 */
export async function takeCode(
  trx: Transaction<Database>,
  desk: SignInDesk,
  session: OpenSession,
  given: GivenCode,
): Promise<Refusal | null> {
  const { person, hasSecondFactor } = session.signedIn;
  if (!hasSecondFactor) return refuse("conflict", "no-authenticator", "Set up an authenticator first.");
  const code = given.code.slice(0, 200).replace(/\s/g, "");
  const isTotp = /^\d{6}$/.test(code) || !given.orRecovery;
  const it = { step: isTotp ? "second-factor" : "recovery-code", account: accountHash(desk, person.email) } as const;
  const paused = await takeTry(trx, desk, it);
  if (paused) return paused;
  const isRight = await (isTotp ? takeTotpCode : takeRecoveryCode)(trx, desk, person, code);
  if (!isRight) return countWrongCode(trx, desk, session, { ...given, step: it.step });
  await tryWasRight(trx, desk, it);
  return null;
}

async function countWrongCode(
  trx: Transaction<Database>,
  desk: SignInDesk,
  { signedIn: { person, sessionId }, tokenHash, wrongCodes }: OpenSession,
  { name, why, step }: Pick<GivenCode, "name" | "why"> & Readonly<{ step: string }>,
): Promise<Refusal> {
  const count = wrongCodes + 1;
  await trx
    .updateTable("sessions")
    .set({ wrong_codes: count })
    .where("system_id", "=", desk.systemId)
    .where("token_hash", "=", tokenHash)
    .execute();
  await recordSignIn(trx, desk, person, { kind: "refused", name, why, facts: { step, wrongCodes: count } });
  if (count < wrongCodesAllowed)
    return refuse(
      "invalid",
      "wrong-code",
      "This code is not right, or was used already. Wait for the next one, and give that.",
    );
  await endSessions(trx, desk, { only: sessionId, personId: person.personId, why: "too-many-codes" });
  return refuse("unauthenticated", "too-many-codes", "There were too many wrong codes. Sign in again from the start.");
}
