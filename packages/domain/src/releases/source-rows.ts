import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { SourceRow } from "./release-content.ts";

/**
 * The rows of one dataset that a release may open, as they were loaded: those of named places (tracts and ZIP codes are
 * not figures yet). What of them is shown is for the rules to say.
 */
export async function sourceRows(
  db: Kysely<Database>,
  systemId: string,
  datasetId: string,
): Promise<readonly SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select observation_no as observation, line, measure, place_id as place, year_from as "yearFrom", year_to as "yearTo",
      sex, age_from as "ageFrom", age_below as "ageBelow", cause, state, value, lower, upper, doubt, said_by as "saidBy"
    from observations
    where system_id = ${systemId} and dataset_id = ${datasetId} and place_id !~ '^(tract|zip):'
    order by observation_no`.execute(db);
  return rows;
}
