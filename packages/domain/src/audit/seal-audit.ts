import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import { type Kysely, sql, type Transaction } from "kysely";
import { canonicalJson, sha256 } from "../kernel/canonical.ts";

/** The hash before the first link. */
export const chainStart = "0".repeat(64);

/** An entry of the audit as its table holds it. */
export type StoredEntry = Readonly<{ entry_id: string; at: Date } & Record<string, unknown>>;

/** What a link holds of its entry. It stays, where the entry is removed by the rule of retention. */
export type Link = Readonly<{ entry_id: string; at: Date; entry_hash: string }>;

/**
 * Joins to the chain what waits for it, in the order of time, and says how many entries those were.
 *
 * @param db the `app` of an open database
 */
export async function sealAudit(db: Kysely<Database>, systemId: string): Promise<number> {
  const as = { personId: null, keys: ["audit"] };
  const joined = await inTenant(db, systemId, (trx) => joinWaiting(trx, systemId), { as });
  return joined < mostAtOnce ? joined : joined + (await sealAudit(db, systemId));
}

const mostAtOnce = 1000;

/**
 * Joins up to a thousand waiting entries, in a transaction that holds the key `audit` or is the owner's. One program at
 * a time, for the next link needs the last one's hash: others wait here until the transaction ends.
 */
export async function joinWaiting(trx: Transaction<Database>, systemId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(8271970, hashtext(${systemId}))`.execute(trx);
  const entries = await waitingEntries(trx, systemId);
  if (entries.length === 0) return 0;
  const last = await trx
    .selectFrom("audit_links")
    .where("system_id", "=", systemId)
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  let [seq, hash] = [last?.seq ?? 0, last?.hash ?? chainStart];
  const links = entries.map((entry) => {
    const link = linkTo(entry);
    hash = linkHash(hash, link);
    return { system_id: systemId, seq: ++seq, ...link, hash };
  });
  await trx.insertInto("audit_links").values(links).execute();
  const joined = entries.map(({ entry_id }) => entry_id);
  await trx.deleteFrom("audit_waiting").where("system_id", "=", systemId).where("entry_id", "in", joined).execute();
  return entries.length;
}

const waitingEntries = (trx: Transaction<Database>, systemId: string): Promise<StoredEntry[]> =>
  trx
    .selectFrom("audit_waiting as waiting")
    .innerJoin("audit_entries as entry", (join) =>
      join.onRef("entry.system_id", "=", "waiting.system_id").onRef("entry.entry_id", "=", "waiting.entry_id"),
    )
    .where("waiting.system_id", "=", systemId)
    .selectAll("entry")
    .orderBy("entry.at")
    .orderBy("entry.entry_id")
    .limit(mostAtOnce)
    .execute();

/**
 * What a link holds of an entry: its id, its moment, and SHA-256 of the whole of it as canonical JSON.
 *
 * @example
 * linkTo({ entry_id: "a", at: new Date(0), name: "sign-in" }).entry_hash.slice(0, 8) // => "8ff52205"
 */
export const linkTo = (entry: StoredEntry): Link => ({
  entry_id: entry.entry_id,
  at: entry.at,
  entry_hash: sha256(canonicalJson({ ...entry, at: entry.at.toISOString() })),
});

/**
 * The hash of a link: SHA-256 of the hash before it and of what the link holds, each on a line.
 *
 * @example
 * linkHash(chainStart, { entry_id: "a", at: new Date(0), entry_hash: "b" }).slice(0, 8) // => "b1dca22d"
 */
export const linkHash = (before: string, { entry_id, at, entry_hash }: Link): string =>
  sha256([before, entry_id, at.toISOString(), entry_hash].join("\n"));
