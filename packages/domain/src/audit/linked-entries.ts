import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import type { Link, StoredEntry } from "./seal-audit.ts";

/** A link of the chain with its entry; null where that is not there. */
export type LinkedEntry = Readonly<{ seq: number; hash: string; link: Link; entry: StoredEntry | null }>;

const linksAtOnce = 1000;

/** All links in their order, a thousand at a time, so that an audit of any length fits in memory. */
export async function* linkedEntries(trx: Kysely<Database>, systemId: string): AsyncGenerator<LinkedEntry> {
  for (let after = 0; ; ) {
    const links = await trx
      .selectFrom("audit_links")
      .where("system_id", "=", systemId)
      .where("seq", ">", after)
      .selectAll()
      .orderBy("seq")
      .limit(linksAtOnce)
      .execute();
    if (links.length === 0) return;
    const named = links.map(({ entry_id }) => entry_id);
    const entries = await trx
      .selectFrom("audit_entries")
      .where("system_id", "=", systemId)
      .where("entry_id", "in", named)
      .selectAll()
      .execute();
    const byId = new Map(entries.map((entry) => [entry.entry_id, entry]));
    for (const { seq, hash, entry_id, at, entry_hash } of links)
      yield { seq, hash, link: { entry_id, at, entry_hash }, entry: byId.get(entry_id) ?? null };
    after = links.at(-1)!.seq;
  }
}
