import { groupBy } from "../kernel/group-by.ts";
import type { Figure } from "./figure.ts";
import type { SourceRow } from "./release-content.ts";

/** The rows of a dataset as a release may show them beside its figures: withheld ones keep their place and no number. */
export function withheldRows(
  rows: readonly SourceRow[],
  datasetId: string,
  figures: readonly Figure[],
): readonly SourceRow[] {
  const resting = figures.filter((one) =>
    one.inputs.some((input) => "dataset" in input && input.dataset === datasetId),
  );
  const secret = groupBy(resting.filter(isSecretCount), ({ subject }) => subject as string);
  const shown = new Set(resting.filter(({ state }) => state === "shown").flatMap((one) => rowsUnder(one, datasetId)));
  return rows.map((row) => {
    if (secret.get(row.place)?.some((figure) => tells(row, figure))) return without(row, "suppressed");
    return row.doubt !== null && !shown.has(row.observation) ? without(row, "unreliable") : row;
  });
}

const without = (row: SourceRow, state: "suppressed" | "unreliable"): SourceRow =>
  row.value === null ? row : { ...row, state, value: null, lower: null, upper: null };

const isSecretCount = ({ reason }: Figure): boolean => reason === "count-1-to-10" || reason === "would-reveal-another";

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
  const within = row.yearFrom >= period.from && row.yearTo <= period.to;
  return ofCount && within && row.cause === cause && (sex === "all" || row.sex === sex);
}
