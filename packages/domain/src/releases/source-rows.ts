import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { Figure } from "../figures/figure.ts";
import { withheldRows } from "../publication/withheld-rows.rules.ts";
import type { DatasetCard, SourceRow } from "./release-content.ts";

/**
 * The rows of one dataset that a release opens: those of named places (tracts and ZIP codes are not figures yet).
 *
 * What the release withholds it does not tell by its rows. Rows of a count are withheld with the figures that rest on
 * it, rates of the same deaths that stand beside it included; and a doubtful value until a figure may show it.
 */
export async function sourceRowsOf(
  db: Kysely<Database>,
  systemId: string,
  dataset: DatasetCard,
  figures: readonly Figure[],
): Promise<readonly SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select observation_no as observation, line, measure, place_id as place, year_from as "yearFrom", year_to as "yearTo",
      sex, age_from as "ageFrom", age_below as "ageBelow", cause, state, value, lower, upper, doubt, said_by as "saidBy"
    from observations
    where system_id = ${systemId} and dataset_id = ${dataset.id} and place_id !~ '^(tract|zip):'
    order by observation_no`.execute(db);
  return withheldRows(rows, dataset.id, figures);
}
