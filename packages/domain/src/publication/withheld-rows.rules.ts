import type { Figure } from "../figures/figure.ts";
import { groupBy } from "../kernel/group-by.ts";
import type { SourceRow } from "../releases/release-content.ts";
import { publicationRules } from "./publication.rules.ts";

/**
 * The rows of a dataset as a release may show them beside its figures: withheld ones keep their place and no number.
 *
 * A count is kept whichever dataset its figure rests on: an older file tells the same deaths, or nearly. Rates of kept
 * deaths are kept with them. Counts that no figure tells (by age, by year, of a place that has none) were not weighed
 * against each other: where any count of a cause is kept, all such of that cause are. A dataset on which no figure rests any
 * more (a newer one is heard in its place) shows no rows at all.
 */
export function withheldRows(
  rows: readonly SourceRow[],
  datasetId: string,
  figures: readonly Figure[],
): readonly SourceRow[] {
  const resting = figures.filter((one) =>
    one.inputs.some((input) => "dataset" in input && input.dataset === datasetId),
  );
  if (resting.length === 0) return [];
  const isKept = keptAmong(rows, figures);
  const shown = new Set(resting.filter(({ state }) => state === "shown").flatMap((one) => rowsUnder(one, datasetId)));
  return rows.map((row) => {
    if (isKept(row)) return without(row, "suppressed");
    return row.doubt !== null && !shown.has(row.observation) ? without(row, "unreliable") : row;
  });
}

function keptAmong(rows: readonly SourceRow[], figures: readonly Figure[]): (row: SourceRow) => boolean {
  const secret = groupBy(figures.filter(isSecretCount), ({ subject }) => subject as string);
  const isSecret = (row: SourceRow) => secret.get(row.place)?.some((figure) => tells(row, figure)) ?? false;
  const isKeptDeaths = (row: SourceRow) =>
    row.measure === "deaths" && (isSmallCount(row) || row.state === "suppressed" || isSecret(row));
  const weighed = new Set(
    figures
      .filter(({ indicator }) => indicator === "death-rate-crude")
      .map(({ subject, period: { from, to }, sex, cause }) =>
        stratum({ place: subject, yearFrom: from, yearTo: to, sex, cause }),
      ),
  );
  const isWeighed = (row: SourceRow) => isOfAllAges(row) && weighed.has(stratum(row));
  const kept = rows.filter(isKeptDeaths);
  const causes = new Set(kept.map(({ cause }) => cause));
  const strata = new Set(kept.filter(isOfAllAges).map(stratum));
  return (row) =>
    isSecret(row) ||
    isKeptDeaths(row) ||
    (row.measure === "deaths"
      ? causes.has(row.cause) && !isWeighed(row)
      : tellDeaths.includes(row.measure) && strata.has(stratum(row)));
}

const isOfAllAges = ({ ageFrom, ageBelow }: SourceRow): boolean => ageFrom === 0 && ageBelow === null;

const stratum = ({ place, yearFrom, yearTo, sex, cause }: Record<keyof Stratum, string | number>): string =>
  [place, yearFrom, yearTo, sex, cause].join("|");

type Stratum = Pick<SourceRow, "place" | "yearFrom" | "yearTo" | "sex" | "cause">;

/** A small count of deaths is kept even where a newer file has put another figure in its place. */
const isSmallCount = ({ measure, value }: SourceRow): boolean =>
  measure === "deaths" && value !== null && value >= 1 && value <= publicationRules.largestWithheldCount;

const without = (row: SourceRow, state: "suppressed" | "unreliable"): SourceRow =>
  row.value === null ? row : { ...row, state, value: null, lower: null, upper: null };

const isSecretCount = ({ reason }: Figure): boolean => reason === "protects-people";

const rowsUnder = ({ inputs }: Figure, datasetId: string): readonly number[] =>
  inputs.flatMap((input) => ("dataset" in input && input.dataset === datasetId ? input.observations : []));

const tellDeaths: readonly string[] = [
  "deaths",
  "crude-death-rate-per-100k",
  "adjusted-death-rate-per-100k",
  "ypll-rate-per-100k",
];

/** Whether a row of the same place is about the count that a figure keeps; one of both sexes is told by each, too. */
function tells(row: SourceRow, { indicator, period, sex, cause }: Figure): boolean {
  const ofCount = indicator === "population" ? row.measure === "population" : tellDeaths.includes(row.measure);
  // A row of a longer period that meets this one is kept too: with the rest of its years it would tell this one's.
  const meets = row.yearFrom <= period.to && row.yearTo >= period.from;
  return ofCount && meets && row.cause === cause && (sex === "all" || row.sex === sex);
}
