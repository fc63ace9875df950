import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";

/** Whether someone who has signed in before does so on a device that was not seen with them; the first time says nothing. */
export async function isNewDevice(
  trx: Transaction<Database>,
  systemId: string,
  personId: string,
  device: string,
): Promise<boolean> {
  const { known, before } = await trx
    .selectFrom("sessions")
    .select(sql<boolean>`coalesce(bool_or(device = ${device}), false)`.as("known"))
    .select(sql<boolean>`count(*) > 0`.as("before"))
    .where("system_id", "=", systemId)
    .where("person_id", "=", personId)
    .executeTakeFirstOrThrow();
  return before && !known;
}
