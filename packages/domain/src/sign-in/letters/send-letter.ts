import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";
import type { SignedInPerson } from "../signed-in.ts";
import type { Addressed, Letter } from "./letter.ts";

/**
 * Puts a letter to a person among those to be sent, in the transaction of what it tells. Where there is no such person, as
 * for an address that nobody has, the same statements run and write nothing.
 */
export async function sendLetter(
  trx: Transaction<Database>,
  { systemId, now }: Pick<SignInDesk, "systemId" | "now">,
  { personId, language, name }: Pick<SignedInPerson, "personId" | "language" | "name">,
  write: (to: Addressed) => Letter,
): Promise<void> {
  const office = await trx
    .selectFrom("systems")
    .select("name")
    .where("system_id", "=", systemId)
    .executeTakeFirstOrThrow();
  const { subject, text } = write({ language, name, office: office.name });
  await trx
    .insertInto("letters")
    .columns(["system_id", "letter_id", "to_address", "language", "subject", "body_text", "made_at", "try_after"])
    .expression((from) =>
      from
        .selectFrom("people")
        .select([
          "system_id",
          sql<string>`${randomUUID()}::uuid`.as("letter_id"),
          "email",
          "language",
          sql<string>`${subject}::text`.as("subject"),
          sql<string>`${text}::text`.as("body_text"),
          sql<Date>`${now}::timestamptz`.as("made_at"),
          sql<Date>`${now}::timestamptz`.as("try_after"),
        ])
        .where("system_id", "=", systemId)
        .where("person_id", "=", personId),
    )
    .execute();
}
