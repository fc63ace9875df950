import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { PlaceId } from "../places/place.ts";
import type { Claim } from "./claim.ts";

/** Every version of every claim of the tenant, by id and version. */
export async function claims(db: Kysely<Database>, systemId: string): Promise<readonly Claim[]> {
  const rows = await db
    .selectFrom("claims")
    .where("system_id", "=", systemId)
    .selectAll()
    .orderBy(sql`claim_id collate "C"`)
    .orderBy("version")
    .execute();
  return rows.map((row) => ({
    id: row.claim_id,
    version: row.version,
    text: { en: row.text_en, es: row.text_es },
    saidBy: row.said_by,
    saidInYear: row.said_in_year,
    source: row.source,
    indicator: row.indicator,
    highPlaceId: row.high_place_id as PlaceId | null,
    lowPlaceId: row.low_place_id as PlaceId | null,
    claimedValue: row.claimed_value,
    measuredYear: row.measured_year,
    note: row.note_en === null || row.note_es === null ? null : { en: row.note_en, es: row.note_es },
  }));
}
