import { sealAudit } from "../../audit/seal-audit.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { type Account, accountHash, findAccount } from "../account.ts";
import { atDesk, looking } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { takeTry } from "../tries/take-try.ts";
import { isPassword } from "./password-hash.ts";

/** An account whose password was given rightly, and the hash it was compared with. */
export type Proven = Readonly<{ person: Account["person"]; hash: string; account: string }>;

/** A password as it was typed; what is wrong with it if it is not the one; and what for, as the audit says it. */
export type TriedPassword = Readonly<{ email: string; password: string; wrong: Refusal; name: string; why: string }>;

/**
 * Compares a password with that of the account at an address. Takes one of the account's tries; the caller writes with
 * `tryWasRight` that it was right, in the transaction that makes use of it. What is wrong is in the audit.
 *
 * The same is done, and the same refusal given, where there is no such account, it has no password, or its person was
 * deactivated. No transaction is open while the password is hashed: that takes long, and connections are few.
 */
export async function tryPassword(
  desk: SignInDesk,
  { email, password, wrong, name, why }: TriedPassword,
): Promise<Proven | Refusal> {
  const account = accountHash(desk, email);
  const found = await looking(
    desk,
    async (trx) => (await takeTry(trx, desk, { step: "password", account })) ?? findOf(trx, desk, email),
  );
  if (isRefusal(found)) {
    await sealAudit(desk.db, desk.systemId); // the pause may have begun with this try
    return found;
  }
  const hash = found.account?.passwordHash ?? null;
  const isRight = await isPassword(password, hash);
  if (isRight && found.account && hash !== null) return { person: found.account.person, hash, account };
  await atDesk(desk, (trx) =>
    recordSignIn(trx, desk, found.account?.person ?? { account }, { kind: "refused", name, why }),
  );
  return wrong;
}

const findOf = async (trx: Parameters<typeof findAccount>[0], { systemId }: SignInDesk, email: string) => ({
  account: await findAccount(trx, systemId, email),
});
