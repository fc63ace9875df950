import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";

/** Whether someone who has signed in before does so on a device that was not seen with them; the first time says nothing. */
export async function isNewDevice(
  trx: Transaction<Database>,
  systemId: string,
  personId: string,
  device: string,
): Promise<boolean> {
  const { known, before } = await trx
    .selectNoFrom(({ exists, selectFrom }) => {
      const theirs = selectFrom("sessions").where("system_id", "=", systemId).where("person_id", "=", personId);
      return [exists(theirs.where("device", "=", device)).as("known"), exists(theirs).as("before")];
    })
    .executeTakeFirstOrThrow();
  return before === true && known !== true;
}
