import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { type Actor, keysOf } from "../kernel/actor.ts";

/** What is written of an act, beside who did it, when and from where. */
export type NewEntry = Readonly<{
  kind: "command" | "read" | "export" | "refused";
  name: string;
  why: string;
  subject?: string | undefined;
  facts?: Readonly<Record<string, unknown>> | undefined;
}>;

/** Where and by whom: the part of a command's context that an entry tells. */
type Occasion = Readonly<{
  db: Transaction<Database>;
  systemId: string;
  actor: Actor;
  now: Date;
  from: Readonly<{
    channel: "web" | "command line" | "job";
    address?: string | undefined;
    requestId?: string | undefined;
  }>;
}>;

/**
 * Writes one entry of the audit, in the transaction of what it tells: both stand or neither does. It waits there until
 * `sealAudit` joins it to the chain.
 */
export async function recordEntry({ db, systemId, actor, now, from }: Occasion, entry: NewEntry): Promise<void> {
  const entryId = randomUUID();
  await db
    .insertInto("audit_entries")
    .values({
      ...{ system_id: systemId, entry_id: entryId, at: now, kind: entry.kind, name: entry.name },
      ...{ person_id: actor.personId, actor: actor.name, keys: [...keysOf(actor)] },
      ...{ subject: entry.subject ?? null, facts: JSON.stringify(entry.facts ?? {}), why: entry.why },
      ...{ channel: from.channel, from_address: from.address ?? null, request_id: from.requestId ?? null },
    })
    .execute();
  await db.insertInto("audit_waiting").values({ system_id: systemId, entry_id: entryId }).execute();
}
