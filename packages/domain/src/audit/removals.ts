import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { z } from "zod";
import { retentionAt, yearsBefore } from "./retention.rules.ts";
import type { Link } from "./seal-audit.ts";

/** The name of the entry that tells of a removal. */
export const removalName = "prune-audit";

/** What the entry of a removal says: up to which link entries were removed, that all were older than this, and that link's hash. */
export type Removal = Readonly<{ throughSeq: number; before: string; head: string; removed: number }>;

const removalFacts = z.object({
  throughSeq: z.int().min(0),
  before: z.iso.datetime(),
  head: z.string(),
  removed: z.int().min(0),
}) satisfies z.ZodType<Removal>;

/** Which entries may be absent: decided link by link. */
export type Removals = (seq: number, link: Link) => boolean;

/**
 * The removals that the chain itself tells of, as a question that is asked of each link without an entry: whether a later
 * entry names its range, and it was older than the rule of that day wanted it kept. So nobody can excuse the absence of
 * a young entry by writing that it was removed.
 */
export async function removalsIn(trx: Kysely<Database>, systemId: string): Promise<Removals> {
  const told = await trx
    .selectFrom("audit_entries as entry")
    .innerJoin("audit_links as link", (join) =>
      join.onRef("link.system_id", "=", "entry.system_id").onRef("link.entry_id", "=", "entry.entry_id"),
    )
    .where("entry.system_id", "=", systemId)
    .where("entry.name", "=", removalName)
    .where("entry.kind", "=", "command")
    .select(["link.seq", "entry.at", "entry.facts"])
    .execute();
  const removals = told.flatMap(({ seq, at, facts }) => {
    const { data } = removalFacts.safeParse(facts);
    return data && new Date(data.before) <= yearsBefore(at, retentionAt(at).keepYears) ? [{ seq, ...data }] : [];
  });
  return (seq, { at }) => removals.some((one) => one.seq > seq && seq <= one.throughSeq && at < new Date(one.before));
}
