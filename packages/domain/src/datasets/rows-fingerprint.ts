import type { Database } from "@evenspan/database/schema";
import { type Selectable, sql, type Transaction } from "kysely";
import { canonicalJson } from "../kernel/canonical.ts";
import type { PlaceId } from "../places/place.ts";
import type { Measure, Observation } from "../sources/observation.ts";
import { type Link, linkText, observationText, outlineText, type RowsHash, rowsHash } from "./row-text.ts";

const pageRows = 20_000;

/**
 * The fingerprint of a dataset's rows as they are stored now. Equal to its `rows_fingerprint` while nobody has changed
 * a row: this is how a release proves what it was made from.
 */
export async function rowsFingerprint(db: Transaction<Database>, systemId: string, datasetId: string): Promise<string> {
  const hash = rowsHash();
  await hashObservations(db, systemId, datasetId, hash);
  const links = await db
    .selectFrom("crosswalk_links")
    .select(["from_place_id as from", "to_place_id as to", "weight", "line"])
    .where("system_id", "=", systemId)
    .where("dataset_id", "=", datasetId)
    .orderBy("line")
    .orderBy(sql`from_place_id collate "C"`)
    .orderBy(sql`to_place_id collate "C"`)
    .execute();
  for (const link of links) hash.links.update(linkText(link as Link));
  const outlines = await db
    .selectFrom("boundaries")
    .select(["place_id", "geometry", "line"])
    .where("system_id", "=", systemId)
    .where("dataset_id", "=", datasetId)
    .orderBy("line")
    .orderBy(sql`place_id collate "C"`)
    .execute();
  for (const { place_id, geometry, line } of outlines)
    hash.outlines.update(outlineText(place_id, canonicalJson(geometry), line));
  return hash.digest();
}

/** By pages, so that millions of rows pass in flat memory. */
async function hashObservations(
  db: Transaction<Database>,
  systemId: string,
  datasetId: string,
  hash: RowsHash,
): Promise<void> {
  for (let after = 0; ; after += pageRows) {
    const rows = await db
      .selectFrom("observations")
      .selectAll()
      .where("system_id", "=", systemId)
      .where("dataset_id", "=", datasetId)
      .where("observation_no", ">", after)
      .where("observation_no", "<=", after + pageRows)
      .orderBy("observation_no")
      .execute();
    if (rows.length === 0) return;
    hash.observations.update(
      rows.map((row) => observationText(row.observation_no, observationOf(row), row.doubt, row.line)).join(""),
    );
  }
}

type StoredObservation = Selectable<Database["observations"]>;

function observationOf(row: StoredObservation): Omit<Observation, "doubt" | "line"> {
  const { measure, sex, cause, state, value, lower, upper } = row;
  const { place_id: placeId, year_from: yearFrom, year_to: yearTo, age_from: ageFrom, age_below: ageBelow } = row;
  return {
    ...{ measure: measure as Measure, placeId: placeId as PlaceId, yearFrom, yearTo, sex, ageFrom, ageBelow },
    ...{ cause, state, value, lower, upper },
    ...(row.said_by === null ? {} : { saidBy: row.said_by }),
  };
}
