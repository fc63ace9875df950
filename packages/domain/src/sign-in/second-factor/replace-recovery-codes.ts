import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";
import { newRecoveryCode, recoveryCodeCount, recoveryCodeHash } from "./recovery-code.ts";

/** Gives a person new recovery codes in place of all they had. They are shown once, for only their hashes are kept. */
export async function replaceRecoveryCodes(
  trx: Transaction<Database>,
  { systemId, now }: Pick<SignInDesk, "systemId" | "now">,
  personId: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await trx.deleteFrom("recovery_codes").where("system_id", "=", systemId).where("person_id", "=", personId).execute();
  await trx
    .insertInto("recovery_codes")
    .values(
      codes.map((code) => ({
        ...{ system_id: systemId, person_id: personId, code_hash: recoveryCodeHash(code), made_at: now },
      })),
    )
    .execute();
  return codes;
}
