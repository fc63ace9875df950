import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";

/** What is noted: of an account or a provider, by a hash, or of a network address; and since when once is enough. */
export type Noted = Readonly<{ account?: string; address?: string; since: Date }>;

/** The hash of no account. */
const noAccount = "0".repeat(64);

/**
 * Whether this was not noted since then; it is from now on. So what anyone can bring about again and again is written into the
 * audit once, and nobody can make the audit grow without end.
 */
export async function noteOnce(
  trx: Transaction<Database>,
  { systemId, now }: Pick<SignInDesk, "systemId" | "now">,
  { account = noAccount, address = "", since }: Noted,
): Promise<boolean> {
  const noted = await trx
    .selectFrom("sign_in_attempts")
    .select("attempt_id")
    .where("system_id", "=", systemId)
    .where("account_hash", "=", account)
    .where("from_address", "=", address)
    .where("step", "=", "noted")
    .where("at", ">=", since)
    .limit(1)
    .executeTakeFirst();
  if (noted) return false;
  await trx
    .insertInto("sign_in_attempts")
    .values({
      ...{ system_id: systemId, attempt_id: randomUUID(), account_hash: account, from_address: address },
      ...{ step: "noted", succeeded: false, at: now },
    })
    .execute();
  return true;
}
