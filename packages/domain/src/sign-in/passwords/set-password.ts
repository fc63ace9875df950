import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";

/** Keeps the hash of a person's password in place of the one before. */
export async function setPassword(
  trx: Transaction<Database>,
  { systemId, now }: Pick<SignInDesk, "systemId" | "now">,
  personId: string,
  hash: string,
): Promise<void> {
  await trx
    .insertInto("passwords")
    .values({ system_id: systemId, person_id: personId, hash, set_at: now })
    .onConflict((there) => there.columns(["system_id", "person_id"]).doUpdateSet({ hash, set_at: now }))
    .execute();
}
