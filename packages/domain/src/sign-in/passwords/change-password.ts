import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { isRefusal, type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { passwordChangedLetter } from "../letters/password-changed-letter.ts";
import { sendLetter } from "../letters/send-letter.ts";
import { withdrawLinks } from "../links/make-link.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { inSession } from "../sessions/in-session.ts";
import type { OpenSession } from "../sessions/read-session.ts";
import { rotateToken } from "../sessions/rotate-token.ts";
import { tryWasRight } from "../tries/take-try.ts";
import { checkNewPassword } from "./check-new-password.ts";
import { passwordHash } from "./password-hash.ts";
import { setPassword } from "./set-password.ts";
import { tryPassword } from "./try-password.ts";

const wrongPassword = {
  ...refuse("invalid", "wrong-password", "This is not your password now. Try once more."),
  fields: { password: "This is not your password now. Try once more." },
};

/**
 * Replaces one's password by a new one. All other sessions end, this one gets a new token, links to choose a new password
 * are withdrawn, and the person is told by mail.
 *
 * Refuses `session-ended`, `code-first`, `wrong-password` (also for who has none), `paused` as at sign-in, and what
 * `checkNewPassword` says of the new one, by the field `newPassword`.
 */
export async function changePassword(
  desk: SignInDesk,
  { token, password, newPassword }: Readonly<{ token: string; password: string; newPassword: string }>,
): Promise<Outcome<Readonly<{ token: string }>>> {
  const session = await inSession(desk, token, async (_, { signedIn }) => signedIn);
  if (isRefusal(session)) return session;
  const { person } = session;
  const fault = await checkNewPassword(desk, { password: newPassword, field: "newPassword", person });
  if (fault) return fault;
  const why = "to change one's password";
  const proven = await tryPassword(desk, {
    ...{ email: person.email, password, wrong: wrongPassword, name: "change-password", why },
  });
  if (isRefusal(proven)) return proven;
  const hash = await passwordHash(newPassword);
  return inSession(desk, token, async (trx, open) => {
    await tryWasRight(trx, desk, { step: "password", account: proven.account });
    return { token: await replace(trx, desk, open, hash) };
  });
}

async function replace(trx: Transaction<Database>, desk: SignInDesk, open: OpenSession, hash: string): Promise<string> {
  const { person, sessionId } = open.signedIn;
  await setPassword(trx, desk, person.personId, hash);
  const ended = await endSessions(trx, desk, { personId: person.personId, why: "password-changed", keep: sessionId });
  await withdrawLinks(trx, desk, person.personId, ["password-reset"]);
  await sendLetter(trx, desk, person, passwordChangedLetter);
  const why = "to change one's password";
  await recordSignIn(trx, desk, person, { kind: "command", name: "change-password", why, facts: { ended } });
  return rotateToken(trx, desk, open);
}
