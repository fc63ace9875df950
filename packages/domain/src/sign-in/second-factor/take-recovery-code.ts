import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";
import { recoveryCodeLetter } from "../letters/recovery-code-letter.ts";
import { sendLetter } from "../letters/send-letter.ts";
import type { SignedInPerson } from "../signed-in.ts";
import { recoveryCodeHash } from "./recovery-code.ts";

/** Takes a recovery code, and tells the person by mail how many are left; false where it is wrong or was used. */
export async function takeRecoveryCode(
  trx: Transaction<Database>,
  desk: SignInDesk,
  person: SignedInPerson,
  code: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("recovery_codes")
    .set({ used_at: desk.now })
    .where("system_id", "=", desk.systemId)
    .where("person_id", "=", person.personId)
    .where("code_hash", "=", recoveryCodeHash(code))
    .where("used_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  const { left } = await trx
    .selectFrom("recovery_codes")
    .select(sql<number>`count(*)::integer`.as("left"))
    .where("system_id", "=", desk.systemId)
    .where("person_id", "=", person.personId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  await sendLetter(trx, desk, person, (to) => recoveryCodeLetter({ ...to, left }));
  return true;
}
