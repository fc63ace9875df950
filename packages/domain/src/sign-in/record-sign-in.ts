import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { type NewEntry, recordEntry } from "../audit/record-entry.ts";
import type { SignInDesk } from "./desk.ts";

/** Whom an entry is about: a person, or only the hash of an address that nobody here has. */
export type About = Readonly<{ personId: string; name: string }> | Readonly<{ account: string }>;

/** Writes into the audit what someone did about signing in, or tried to. Who is unknown is kept as a hash. */
export async function recordSignIn(
  trx: Transaction<Database>,
  { systemId, now, from }: Pick<SignInDesk, "systemId" | "now" | "from">,
  about: About,
  { kind, name, why, facts }: Omit<NewEntry, "subject">,
): Promise<void> {
  const isKnown = "personId" in about;
  const actor = isKnown
    ? { name: about.name, personId: about.personId, grants: [] }
    : { name: "a visitor", personId: null, grants: [] };
  await recordEntry(
    { db: trx, systemId, actor, now, from },
    {
      ...{ kind, name, why, facts: { ...facts, ...(isKnown ? {} : { account: about.account }) } },
      subject: isKnown ? `person:${about.personId}` : undefined,
    },
  );
}
