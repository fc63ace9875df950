import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { authenticatorLetter } from "../letters/authenticator-letter.ts";
import { sendLetter } from "../letters/send-letter.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { inSession } from "../sessions/in-session.ts";
import { rotateToken } from "../sessions/rotate-token.ts";
import { replaceRecoveryCodes } from "./replace-recovery-codes.ts";
import { openSecret } from "./sealed-secret.ts";
import { totpStep } from "./totp.ts";

/**
 * Takes the first code of a new authenticator, which from then on is the person's only one. This session rises to its full
 * strength under a new token, all others end, the recovery codes are new, and the person is told by mail.
 *
 * Refuses `session-ended`, `code-first`, `no-enrolment` where none was begun in this session, and `wrong-code`; whoever
 * enrols knows the secret, so that wrong codes need not be counted.
 */
export const confirmEnrolment = (
  desk: SignInDesk,
  { token, code }: Readonly<{ token: string; code: string }>,
): Promise<Outcome<Readonly<{ token: string; recoveryCodes: readonly string[] }>>> =>
  inSession(desk, token, async (trx, session) => {
    const { person, sessionId, hasSecondFactor } = session.signedIn;
    const { personId } = person;
    if (!session.sealedSecret)
      return refuse("conflict", "no-enrolment", "Begin once more: this authenticator was not set up here.");
    const step = totpStep(openSecret(desk, personId, session.sealedSecret), code.replace(/\s/g, ""), desk.now);
    if (step === null)
      return refuse("invalid", "wrong-code", "This code is not right. Wait for the next one, and give that.");
    await keepFactor(trx, desk, personId, { sealedSecret: session.sealedSecret, step });
    const recoveryCodes = await replaceRecoveryCodes(trx, desk, personId);
    const ended = await endSessions(trx, desk, { personId, why: "authenticator-changed", keep: sessionId });
    await sendLetter(trx, desk, person, authenticatorLetter);
    const facts = { replaced: hasSecondFactor, ended };
    const why = "to set up an authenticator";
    await recordSignIn(trx, desk, person, { kind: "command", name: "confirm-enrolment", why, facts });
    const rise = { strength: "second-factor", code_given_at: desk.now, sealed_secret: null } as const;
    return { token: await rotateToken(trx, desk, session, rise), recoveryCodes };
  });

async function keepFactor(
  trx: Transaction<Database>,
  { systemId, now }: SignInDesk,
  personId: string,
  { sealedSecret, step }: Readonly<{ sealedSecret: Buffer; step: number }>,
): Promise<void> {
  const factor = { sealed_secret: sealedSecret, confirmed_at: now, last_step: step };
  await trx
    .insertInto("second_factors")
    .values({ system_id: systemId, person_id: personId, ...factor })
    .onConflict((there) => there.columns(["system_id", "person_id"]).doUpdateSet(factor))
    .execute();
}
