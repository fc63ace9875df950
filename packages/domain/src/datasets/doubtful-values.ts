import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { PlaceId } from "../places/place.ts";
import type { Doubt, Measure } from "../sources/observation.ts";

/** A value that is kept and not published until a person decides, with the decision that counts, if there is one. */
export type DoubtfulValue = Readonly<{
  datasetId: string;
  observation: number;
  line: number;
  measure: Measure;
  placeId: PlaceId;
  yearFrom: number;
  yearTo: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
  doubt: Doubt;
  decision: "publish" | "withhold" | null;
  reason: string | null;
}>;

/** All doubtful values of a system, by dataset and place in the file. */
export async function doubtfulValues(db: Kysely<Database>, systemId: string): Promise<readonly DoubtfulValue[]> {
  const { rows } = await sql<DoubtfulValue>`
    select o.dataset_id as "datasetId", o.observation_no as observation, line, measure, place_id as "placeId",
      year_from as "yearFrom", year_to as "yearTo", value, lower, upper, doubt, d.decision, d.reason
    from observations o
    left join lateral (
      select decision, reason from doubt_decisions d
      where d.system_id = o.system_id and d.dataset_id = o.dataset_id and d.observation_no = o.observation_no
      order by seq desc limit 1
    ) d on true
    where o.system_id = ${systemId} and doubt is not null
    order by 1, 2`.execute(db);
  return rows;
}
