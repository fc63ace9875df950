import { csvText } from "../csv-text.ts";
import { bandLabels } from "./bands.ts";
import { syntheticCauses } from "./cause-shares.ts";
import type { SyntheticCell } from "./counts.ts";

/** People by place, year, sex and age, as the text of a file. */
export const peopleCsv = (cells: readonly SyntheticCell[]): string =>
  csvText(
    ["place", "year", "sex", "age", "people"],
    cells.map((cell) => [...cellKey(cell), cell.people]),
  );

/**
 * Deaths by place, year, sex, age and cause, as the text of a file. Every cell is written, those without deaths too:
 * a row that is absent would not be a zero.
 */
export const deathsCsv = (cells: readonly SyntheticCell[]): string =>
  csvText(
    ["place", "year", "sex", "age", "cause", "deaths"],
    cells.flatMap((cell) => [
      [...cellKey(cell), "all", cell.deaths],
      ...syntheticCauses.map((cause, i) => [...cellKey(cell), cause, cell.deathsByCause[i]!]),
    ]),
  );

const cellKey = ({ area, year, sex, band }: SyntheticCell) => [`area:${area}`, year, sex, bandLabels[band]!] as const;
