import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import { accountHash } from "../account.ts";
import { atDesk, looking } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { passwordChangedLetter } from "../letters/password-changed-letter.ts";
import { sendLetter } from "../letters/send-letter.ts";
import { refuseLink, useLink, whoseLink } from "../links/use-link.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { tryWasRight } from "../tries/take-try.ts";
import { checkNewPassword } from "./check-new-password.ts";
import { passwordHash } from "./password-hash.ts";
import { setPassword } from "./set-password.ts";

/**
 * Sets a new password by the link of a letter, and uses the link up. All of the person's sessions end, the failures of the
 * account are forgiven, and the person is told by mail. A second factor stays what it was.
 *
 * Refuses `link` where the link does not work (any more), and what `checkNewPassword` says, by the field `password`;
 * the link stays good then.
 */
export async function resetPassword(
  desk: SignInDesk,
  { linkToken, password }: Readonly<{ linkToken: string; password: string }>,
): Promise<Outcome<Readonly<{ reset: true }>>> {
  const purpose = "password-reset";
  const person = await looking(desk, (trx) => whoseLink(trx, desk, { linkToken, purpose }));
  if (isRefusal(person)) return atDesk(desk, (trx) => refuseLink(trx, desk, { linkToken, purpose }, person));
  const fault = await checkNewPassword(desk, { password, field: "password", person });
  if (fault) return fault;
  const hash = await passwordHash(password);
  return atDesk(desk, async (trx) => {
    const used = await useLink(trx, desk, { linkToken, purpose });
    if (isRefusal(used)) return used;
    const { personId, email } = used;
    await setPassword(trx, desk, personId, hash);
    const ended = await endSessions(trx, desk, { personId, why: "password-changed" });
    await tryWasRight(trx, desk, { step: "password-reset", account: accountHash(desk, email) });
    await sendLetter(trx, desk, used, passwordChangedLetter);
    const why = "to choose a new password";
    await recordSignIn(trx, desk, used, { kind: "command", name: "reset-password", why, facts: { ended } });
    return { reset: true };
  });
}
