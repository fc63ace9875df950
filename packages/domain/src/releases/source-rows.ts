import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { Figure } from "./figure.ts";
import type { DatasetCard, SourceRow } from "./release-content.ts";

/**
 * The rows of one dataset that a release opens: those of named places (tracts and ZIP codes are not figures yet).
 *
 * A row on which a suppressed figure rests alone is withheld with it: its value would be the figure's.
 */
export async function sourceRowsOf(
  db: Kysely<Database>,
  systemId: string,
  dataset: DatasetCard,
  figures: readonly Figure[],
): Promise<readonly SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select observation_no as observation, line, measure, place_id as place, year_from as "yearFrom", year_to as "yearTo",
      sex, age_from as "ageFrom", age_below as "ageBelow", cause, state, value, lower, upper, doubt
    from observations
    where system_id = ${systemId} and dataset_id = ${dataset.id} and place_id !~ '^(tract|zip):'
    order by observation_no`.execute(db);
  const withheld = withheldRows(dataset.id, figures);
  return rows.map((row) =>
    withheld.has(row.observation) ? { ...row, state: "suppressed", value: null, lower: null, upper: null } : row,
  );
}

function withheldRows(datasetId: string, figures: readonly Figure[]): ReadonlySet<number> {
  const withheld = new Set<number>();
  for (const figure of figures) {
    if (figure.state !== "suppressed") continue;
    for (const input of figure.inputs)
      if ("dataset" in input && input.dataset === datasetId && input.rows === 1) withheld.add(input.observations[0]!);
  }
  return withheld;
}
