import { randomUUID } from "node:crypto";
import type { Outcome } from "../../kernel/refusal.ts";
import { type Account, accountHash, findAccount } from "../account.ts";
import { atDesk } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import type { Addressed, Letter } from "../letters/letter.ts";
import { sendLetter } from "../letters/send-letter.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { takeTry } from "../tries/take-try.ts";
import { type LinkPurpose, makeLink } from "./make-link.ts";

/** What is asked for, and who may have it. */
export type Asked = Readonly<{
  email: string;
  purpose: Exclude<LinkPurpose, "invitation">;
  step: "link" | "password-reset";
  name: string;
  why: string;
  mayHave: (account: Account) => boolean;
  write: (to: Addressed & Readonly<{ linkToken: string }>) => Letter;
}>;

/**
 * Sends a link to an address that someone has typed, if an account there may have it. If not, the same statements run for
 * nobody and write nothing: neither the answer nor its time tells which.
 */
export const askForLink = (
  desk: SignInDesk,
  { email, purpose, step, name, why, mayHave, write }: Asked,
): Promise<Outcome<Readonly<{ asked: true }>>> =>
  atDesk(desk, async (trx) => {
    const account = accountHash(desk, email);
    const paused = await takeTry(trx, desk, { step, account });
    if (paused) return paused;
    const found = await findAccount(trx, desk.systemId, email);
    const to = found && mayHave(found) ? found.person : nobody();
    const { linkToken } = await makeLink(trx, desk, { personId: to.personId, purpose, madeBy: "a visitor" });
    await sendLetter(trx, desk, to, (addressed) => write({ ...addressed, linkToken }));
    await recordSignIn(trx, desk, found?.person ?? { account }, { kind: "command", name, why });
    return { asked: true };
  });

const nobody = () => ({ personId: randomUUID(), name: "nobody", language: "en" }) as const;
