import { createHmac } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { keyFor } from "../access/office-key.ts";
import type { Grant } from "../kernel/actor.ts";
import type { SignInDesk } from "./desk.ts";
import { currentGrants, grantOf } from "./sessions/current-grants.ts";
import type { SignedInPerson } from "./signed-in.ts";

/** Someone who may sign in, as found by address. */
export type Account = Readonly<{
  person: SignedInPerson;
  passwordHash: string | null;
  grants: readonly Grant[];
}>;

/**
 * A mail address as it is stored and compared: small letters, no blanks around it, no control characters.
 *
 * @example
 * emailAsKept(" Ana@RUSH.example ") // => "ana@rush.example"
 */
export const emailAsKept = (typed: string): string =>
  typed.slice(0, 1000).normalize("NFC").replace(/\p{C}/gu, "").trim().toLowerCase();

/**
 * What stands for an address in counts and in the audit where there may be no such account: keyed by the office's key, so
 * that a list of addresses cannot be tried against the table. 64 hexadecimal digits.
 */
export const accountHash = (
  { officeKey, systemId }: Pick<SignInDesk, "officeKey" | "systemId">,
  email: string,
): string =>
  createHmac("sha256", keyFor(officeKey, "account"))
    .update(`${systemId} ${emailAsKept(email)}`)
    .digest("hex");

/** The active account at an address; null where there is none, or its person was deactivated. */
export async function findAccount(
  trx: Transaction<Database>,
  systemId: string,
  email: string,
): Promise<Account | null> {
  const row = await trx
    .selectFrom("people as person")
    .leftJoin("passwords as password", (join) =>
      join.onRef("password.system_id", "=", "person.system_id").onRef("password.person_id", "=", "person.person_id"),
    )
    .select(["person.person_id", "person.name", "person.email", "person.language", "password.hash"])
    .select(currentGrants("person").as("grants"))
    .where("person.system_id", "=", systemId)
    .where("person.email", "=", emailAsKept(email))
    .where("person.deactivated_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const person = { personId: row.person_id, name: row.name, email: row.email, language: row.language };
  return { person, passwordHash: row.hash, grants: row.grants.map(grantOf) };
}
