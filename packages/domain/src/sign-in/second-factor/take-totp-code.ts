import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";
import { openSecret } from "./sealed-secret.ts";
import { totpStep } from "./totp.ts";

/**
 * Takes a code of a person's authenticator; false where it is wrong, or its time step, or a later one, was taken before
 * (RFC 6238 §5.2): of two who give the same code at once, one is told it is wrong.
 */
export async function takeTotpCode(
  trx: Transaction<Database>,
  desk: SignInDesk,
  { personId }: Readonly<{ personId: string }>,
  code: string,
): Promise<boolean> {
  const factor = await trx
    .selectFrom("second_factors")
    .select("sealed_secret")
    .where("system_id", "=", desk.systemId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!factor) return false;
  const step = totpStep(openSecret(desk, personId, factor.sealed_secret), code, desk.now);
  if (step === null) return false;
  const { numUpdatedRows } = await trx
    .updateTable("second_factors")
    .set({ last_step: step })
    .where("system_id", "=", desk.systemId)
    .where("person_id", "=", personId)
    .where("last_step", "<", step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
