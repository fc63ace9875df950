import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import { claims } from "../claims/claims.ts";
import { goals } from "../goals/goals.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { placeSets } from "../places/place-sets.ts";
import { frontPage } from "./front-pages.ts";

/**
 * What a release is made from, by name: enough to make it again. It stands in the manifest, so that a release names
 * its inputs and its hash covers them.
 */
export type ReleaseInputs = Readonly<{
  /** In order of precedence, the last one first heard: the order in which they were loaded, invented ones before all. */
  datasets: readonly Readonly<{ id: string; fingerprint: string; rowsFingerprint: string }>[];
  /** As `west-side@2`. */
  placeSets: readonly string[];
  goals: readonly string[];
  claims: readonly string[];
  frontPage: number;
  /** Ids of the releases that were public before it, in order: what they told is weighed with what it tells. */
  publishedBefore: readonly string[];
  /** The decision that counts for each doubtful value. */
  decisions: readonly Readonly<{ dataset: string; observation: number; seq: number }>[];
}>;

/**
 * What a release made now would be made from: all datasets, all versions of sets, the newest goals and claims. Names
 * are sorted by their bytes: a server's own order depends on its language, and a release must not.
 */
export async function currentInputs(db: Kysely<Database>, systemId: string): Promise<ReleaseInputs> {
  const datasets = await db
    .selectFrom("datasets")
    .where("system_id", "=", systemId)
    .select(["dataset_id as id", "fingerprint", "rows_fingerprint as rowsFingerprint"])
    // What was invented never takes the place of what was counted, however late it is loaded.
    .orderBy(sql`origin <> 'synthetic'`)
    .orderBy("loaded_at")
    .orderBy(sql`dataset_id collate "C"`)
    .execute();
  const { rows: decisions } = await sql<ReleaseInputs["decisions"][number]>`
    select dataset_id as dataset, observation_no as observation, max(seq) as seq from doubt_decisions
    where system_id = ${systemId} group by 1, 2
    order by dataset_id collate "C", observation_no`.execute(db);
  const front = await frontPage(db, systemId);
  const chosen = {
    datasets,
    placeSets: (await placeSets(db, systemId)).map(versioned),
    goals: newest(await goals(db, systemId)).map(versioned),
    claims: newest(await claims(db, systemId)).map(versioned),
    frontPage: front?.version ?? 0,
    decisions,
  };
  return (await sameAsNewest(db, systemId, chosen)) ?? { ...chosen, publishedBefore: await seen(db, systemId) };
}

/** Releases that were ever public, by number. */
async function seen(db: Kysely<Database>, systemId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select release_id as id from releases r
    where system_id = ${systemId} and exists (
      select from release_actions a
      where a.system_id = r.system_id and a.release_id = r.release_id and action = 'published')
    order by number`.execute(db);
  return rows.map((row) => row.id);
}

/** The inputs of the newest release where nothing else came since: building again is then the same release. */
async function sameAsNewest(
  db: Kysely<Database>,
  systemId: string,
  chosen: Omit<ReleaseInputs, "publishedBefore">,
): Promise<ReleaseInputs | null> {
  const newest = await db
    .selectFrom("releases as r")
    .innerJoin("release_documents as d", (join) =>
      join.onRef("d.system_id", "=", "r.system_id").onRef("d.release_id", "=", "r.release_id"),
    )
    .where("r.system_id", "=", systemId)
    .where("d.path", "=", "manifest.json")
    .select("d.body")
    .orderBy("r.number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest) return null;
  const { inputs }: { inputs: ReleaseInputs } = JSON.parse(newest.body.toString("utf8"));
  const { publishedBefore: _, ...others } = inputs;
  return canonicalJson(others) === canonicalJson(chosen) ? inputs : null;
}

/**
 * How a manifest names one version of a thing.
 *
 * @example
 * versioned({ id: "west-side", version: 2 }) // => "west-side@2"
 */
export const versioned = ({ id, version }: Readonly<{ id: string; version: number }>): string => `${id}@${version}`;

/** The last version of each; they come in order of version. */
const newest = <T extends Readonly<{ id: string }>>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];
