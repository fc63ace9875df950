import type { Outcome } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { deviceWords } from "../sessions/device-words.ts";
import { inSession } from "../sessions/in-session.ts";
import { rotateToken } from "../sessions/rotate-token.ts";
import { takeCode } from "./take-code.ts";

/**
 * Takes a code of the authenticator, or a recovery code. From then on all of the person's roles count in this session, and
 * it has a new token; the old one opens nothing. Also for giving a code anew before the authenticator is replaced.
 *
 * Refuses `session-ended`, and what `takeCode` says.
 */
export const giveSecondFactor = (
  desk: SignInDesk,
  { token, code, device }: Readonly<{ token: string; code: string; device: string }>,
): Promise<Outcome<Readonly<{ token: string }>>> =>
  inSession(
    desk,
    token,
    async (trx, session) => {
      const [name, why] = ["give-second-factor", "to sign in with a second factor"];
      const refusal = await takeCode(trx, desk, session, { code, name, why, orRecovery: true });
      if (refusal) return refusal;
      const { person, sessionId } = session.signedIn;
      await recordSignIn(trx, desk, person, { kind: "command", name, why, facts: { sessionId } });
      const rise = { strength: "second-factor", code_given_at: desk.now, device: deviceWords(device) } as const;
      return { token: await rotateToken(trx, desk, session, rise) };
    },
    { halfWay: true },
  );
