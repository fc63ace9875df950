import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { tokenHash } from "./secret-token.ts";

/**
 * Holds a person until the transaction ends, so that two changes of what the person signs in with come one after the
 * other. Always the person first, then sessions, links and passwords: in any other order two could wait for each other.
 *
 * @param of the person, or whose session a token opens
 */
export async function holdPerson(
  trx: Transaction<Database>,
  systemId: string,
  of: Readonly<{ personId: string }> | Readonly<{ token: string }>,
): Promise<void> {
  const found =
    "personId" in of
      ? { personId: of.personId }
      : await trx
          .selectFrom("sessions")
          .select("person_id as personId")
          .where("system_id", "=", systemId)
          .where("token_hash", "=", tokenHash(of.token))
          .executeTakeFirst();
  if (!found) return;
  await trx
    .selectFrom("people")
    .select("person_id")
    .where("system_id", "=", systemId)
    .where("person_id", "=", found.personId)
    .forNoKeyUpdate()
    .execute();
}
