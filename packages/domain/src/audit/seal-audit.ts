import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import { type Kysely, sql, type Transaction } from "kysely";
import { canonicalJson, sha256 } from "../kernel/canonical.ts";

/** The hash before the first link. */
export const chainStart = "0".repeat(64);

/** Joins to the chain what was written since it was last joined, in the order of time. */
export const sealAudit = (db: Kysely<Database>, systemId: string): Promise<number> =>
  inTenant(db, systemId, (trx) => sealed(trx, systemId), { as: { personId: null, keys: ["audit"] } });

async function sealed(trx: Transaction<Database>, systemId: string): Promise<number> {
  // One program at a time: the next link needs the last one's hash.
  await sql`select pg_advisory_xact_lock(8271970, hashtext(${systemId}))`.execute(trx);
  const entries = await trx
    .selectFrom("audit_entries as entry")
    .selectAll()
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("audit_links as link").whereRef("link.entry_id", "=", "entry.entry_id").select("seq"))),
    )
    .orderBy("at")
    .orderBy("entry_id")
    .execute();
  if (entries.length === 0) return 0;
  const last = await trx.selectFrom("audit_links").selectAll().orderBy("seq", "desc").limit(1).executeTakeFirst();
  let [seq, hash] = [last?.seq ?? 0, last?.hash ?? chainStart];
  for (const entry of entries) {
    hash = linkHash(hash, entry);
    await trx
      .insertInto("audit_links")
      .values({ system_id: systemId, seq: ++seq, entry_id: entry.entry_id, hash })
      .execute();
  }
  return entries.length;
}

/**
 * The hash of a link: SHA-256 of the hash before it and of the entry, as canonical JSON with its moment as text.
 *
 * @example
 * linkHash(chainStart, { at: new Date(0), name: "sign-in" }).slice(0, 8) // => "a6e6f7df"
 */
export const linkHash = (before: string, entry: Readonly<Record<string, unknown> & { at: Date }>): string =>
  sha256(`${before}\n${canonicalJson({ ...entry, at: entry.at.toISOString() })}`);
