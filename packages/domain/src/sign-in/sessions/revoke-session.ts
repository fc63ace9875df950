import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { endSessions } from "./end-sessions.ts";
import { inSession } from "./in-session.ts";

/** Ends one of one's own sessions. Refuses `session-ended`, `code-first`, and `no-such-session` for what is not one's own. */
export const revokeSession = (
  desk: SignInDesk,
  { token, sessionId }: Readonly<{ token: string; sessionId: string }>,
): Promise<Outcome<Readonly<{ ended: number }>>> =>
  inSession(desk, token, async (trx, { signedIn: { person } }) => {
    const of = {
      personId: person.personId,
      why: "revoked",
      only: isUuid.test(sessionId) ? sessionId : nobodys,
    } as const;
    if ((await endSessions(trx, desk, of)) === 0)
      return refuse("not-found", "no-such-session", "You have no such session open.");
    const why = "to end one session";
    await recordSignIn(trx, desk, person, { kind: "command", name: "revoke-session", why, facts: { sessionId } });
    return { ended: 1 };
  });

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const nobodys = "00000000-0000-0000-0000-000000000000";
