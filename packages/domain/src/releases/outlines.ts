import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import type { DatasetInUse } from "../indicators/dataset-in-use.ts";
import { webOutlines } from "../places/web-outlines.ts";
import type { Outlines } from "./release-content.ts";

/** The outlines, as the web needs them, of the newest dataset that has any, or null: maps are then a grid of tiles. */
export async function outlinesOf(
  db: Kysely<Database>,
  systemId: string,
  datasets: readonly DatasetInUse[],
): Promise<Outlines | null> {
  const newestFirst = datasets.map((dataset) => dataset.id).reverse();
  for (const id of newestFirst) {
    const rows = await db
      .selectFrom("boundaries")
      .where("system_id", "=", systemId)
      .where("dataset_id", "=", id)
      .select(["place_id", "geometry"])
      .orderBy("place_id")
      .execute();
    if (rows.length > 0)
      return webOutlines(Object.fromEntries(rows.map((row) => [row.place_id, row.geometry])) as Outlines);
  }
  return null;
}
