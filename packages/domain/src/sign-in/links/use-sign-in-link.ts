import { isRefusal, type Outcome, refuse } from "../../kernel/refusal.ts";
import { staffRoles } from "../../kernel/roles.ts";
import { accountHash, findAccount } from "../account.ts";
import { atDesk } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { beginSession } from "../sessions/begin-session.ts";
import type { Next } from "../signed-in.ts";
import { tryWasRight } from "../tries/take-try.ts";
import { useLink } from "./use-link.ts";

/**
 * Signs in by the link of a letter, and uses the link up. Refuses `link` where it does not work (any more), and
 * `password-needed` to who has become one of the office's own people since it was sent.
 */
export const useSignInLink = (
  desk: SignInDesk,
  { linkToken, device }: Readonly<{ linkToken: string; device: string }>,
): Promise<Outcome<Readonly<{ token: string; next: Next }>>> =>
  atDesk(desk, async (trx): Promise<Outcome<{ token: string; next: Next }>> => {
    const person = await useLink(trx, desk, { linkToken, purpose: "sign-in" });
    if (isRefusal(person)) return person;
    const why = "to sign in by a link";
    const account = await findAccount(trx, desk.systemId, person.email);
    if (account?.grants.some(({ role }) => staffRoles.has(role))) {
      await recordSignIn(trx, desk, person, { kind: "refused", name: "sign-in-by-link", why });
      return refuse("forbidden", "password-needed", "With the roles you have now, sign in with your password.");
    }
    await tryWasRight(trx, desk, { step: "link", account: accountHash(desk, person.email) });
    const begun = await beginSession(trx, desk, { personId: person.personId, strength: "link", device });
    await recordSignIn(trx, desk, person, {
      kind: "command",
      name: "sign-in-by-link",
      why,
      facts: { next: begun.next },
    });
    return begun;
  });
