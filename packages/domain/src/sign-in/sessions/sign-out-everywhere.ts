import type { Outcome } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { endSessions } from "./end-sessions.ts";
import { inSession } from "./in-session.ts";

/** Ends all sessions of whose session this is, this one too. Refuses `session-ended` and `code-first`. */
export const signOutEverywhere = (
  desk: SignInDesk,
  { token }: Readonly<{ token: string }>,
): Promise<Outcome<Readonly<{ ended: number }>>> =>
  inSession(desk, token, async (trx, { signedIn: { person } }) => {
    const ended = await endSessions(trx, desk, { personId: person.personId, why: "signed-out-everywhere" });
    const why = "to sign out everywhere";
    await recordSignIn(trx, desk, person, { kind: "command", name: "sign-out-everywhere", why, facts: { ended } });
    return { ended };
  });
