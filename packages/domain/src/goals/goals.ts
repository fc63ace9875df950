import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { PlaceId } from "../places/place.ts";
import type { Goal } from "./goal.ts";

/** Every version of every goal of the tenant, by id and version. */
export async function goals(db: Kysely<Database>, systemId: string): Promise<readonly Goal[]> {
  const rows = await db
    .selectFrom("goals")
    .where("system_id", "=", systemId)
    .selectAll()
    .orderBy(sql`goal_id collate "C"`)
    .orderBy("version")
    .execute();
  return rows.map((row) => ({
    id: row.goal_id,
    version: row.version,
    title: { en: row.title_en, es: row.title_es },
    indicator: row.indicator,
    highPlaceId: row.high_place_id as PlaceId,
    lowPlaceId: row.low_place_id as PlaceId,
    baselineYear: row.baseline_year,
    baselineDatasetId: row.baseline_dataset_id,
    targetShare: row.target_share,
    targetYear: row.target_year,
    source: row.source,
    adoptedOn: row.adopted_on,
  }));
}
