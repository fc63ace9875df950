import { randomBytes } from "node:crypto";
import { type Outcome, type Refusal, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { inSession } from "../sessions/in-session.ts";
import type { OpenSession } from "../sessions/read-session.ts";
import { sealSecret } from "./sealed-secret.ts";
import { base32, totpAddress, totpSecretBytes } from "./totp.ts";

/**
 * Within this many minutes a code must have been given before the authenticator that gave it is replaced, and the session begun
 * in which a first one is set up, so that a session left open does not suffice (OWASP ASVS 5.0, V7.5.1).
 */
const freshMinutes = 15;

/**
 * Gives the secret of a new authenticator, in base32 and as an otpauth address. It counts once `confirmEnrolment` has taken
 * a code of it, in the same session; until then an earlier authenticator stays what it was.
 *
 * Refuses `session-ended`, `code-first`, `code-again` where the person has an authenticator and has not given a code of it,
 * or a recovery code, in the last 15 minutes, and `sign-in-again` where the person has none and signed in longer ago than that.
 */
export const beginEnrolment = (
  desk: SignInDesk,
  { token }: Readonly<{ token: string }>,
): Promise<Outcome<Readonly<{ secret: string; address: string }>>> =>
  inSession(desk, token, async (trx, session) => {
    const { person } = session.signedIn;
    const stale = staleness(session, desk.now);
    if (stale) return stale;
    const secret = randomBytes(totpSecretBytes);
    await trx
      .updateTable("sessions")
      .set({ sealed_secret: sealSecret(desk, person.personId, secret) })
      .where("system_id", "=", desk.systemId)
      .where("token_hash", "=", session.tokenHash)
      .execute();
    const { name: office } = await trx
      .selectFrom("systems")
      .select("name")
      .where("system_id", "=", desk.systemId)
      .executeTakeFirstOrThrow();
    return { secret: base32(secret), address: totpAddress(secret, { email: person.email, office }) };
  });

/** Why this session is not fresh enough; null where it is. */
function staleness({ signedIn, codeGivenAt, begunAt }: OpenSession, now: Date): Refusal | null {
  const isFresh = (at: Date | null): boolean => at !== null && now.getTime() - at.getTime() <= freshMinutes * 60_000;
  if (signedIn.hasSecondFactor)
    return isFresh(codeGivenAt)
      ? null
      : refuse("conflict", "code-again", "First give a code of the authenticator that you have, or a recovery code.");
  return isFresh(begunAt)
    ? null
    : refuse("conflict", "sign-in-again", "Sign out and in again: an authenticator is set up soon after that.");
}
