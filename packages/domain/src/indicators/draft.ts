import type { Basis, DraftFigure, FigureInput, FigureOrigin, Unit, Withheld } from "../figures/figure.ts";
import type { Subject } from "../figures/subject.ts";
import type { Period } from "../kernel/period.ts";
import type { ValueState } from "../kernel/value-state.ts";
import type { Sex } from "../sources/observation.ts";
import type { DatasetInUse } from "./dataset-in-use.ts";

/** What names a figure within an indicator. */
export type Naming = Readonly<{ subject: Subject; period: Period; sex: Sex; cause: string }>;

/**
 * The id of a figure.
 *
 * @example
 * figureId("life-expectancy", { subject: "area:26", period: { from: 2010, to: 2010 }, sex: "all", cause: "all" })
 * // => "life-expectancy/area:26/2010/all/all"
 */
export const figureId = (indicator: string, { subject, period: { from, to }, sex, cause }: Naming): string =>
  `${indicator}/${subject}/${from === to ? from : `${from}-${to}`}/${sex}/${cause}`;

/** A number as a statistic gives it, or the reason why there is none. */
export type Computed =
  | Readonly<{ value: number; lower: number | null; upper: number | null }>
  | Readonly<{ withheld: Withheld; state: Exclude<ValueState, "shown"> }>;

/** A statistic that does not exist for these counts: no one reached the last age band, or nobody lived there. */
export const notComputable: Computed = { withheld: "not-computable", state: "missing" };

/** Puts a figure together before the publication rules. */
export function draft(
  made: Readonly<{
    indicator: string;
    version: number;
    naming: Naming;
    computed: Computed;
    unit: Unit;
    method: string;
    origin: FigureOrigin;
    inputs: readonly [FigureInput, ...FigureInput[]];
    basis: Basis;
  }>,
): DraftFigure {
  const { computed, naming } = made;
  const shown = "value" in computed ? computed : null;
  const interval = shown !== null && shown.lower !== null && shown.upper !== null;
  return {
    id: figureId(made.indicator, naming),
    indicator: made.indicator,
    indicatorVersion: made.version,
    ...naming,
    state: "withheld" in computed ? computed.state : "shown",
    reason: "withheld" in computed ? computed.withheld : null,
    value: shown?.value ?? null,
    lower: interval ? shown.lower : null,
    upper: interval ? shown.upper : null,
    level: interval ? 0.95 : null,
    unit: made.unit,
    method: made.method,
    origin: made.origin,
    inputs: made.inputs,
    basis: made.basis,
  };
}

/** Numbers of rows that an input carries; the receipt says how many there are in all. */
export const openedRows = 400;

/** An input that is rows of a dataset. */
export const rowsOf = (dataset: string, rows: number, observations: readonly number[]): FigureInput => ({
  dataset,
  rows,
  observations: [...observations].sort((a, b) => a - b).slice(0, openedRows),
});

/** What a computed figure is worth: no more than the least sure of its datasets. */
export function originOf(datasets: readonly DatasetInUse[]): FigureOrigin {
  if (datasets.some((dataset) => dataset.origin === "synthetic")) return "synthetic";
  return datasets.some((dataset) => dataset.origin === "reported") ? "reported" : "computed";
}

/**
 * Of a figure that was published and computed here as well, the published one; ours where the publisher has no value.
 * What a publisher withheld is not worked out around it.
 */
export const publishedElseComputed = (
  published: readonly DraftFigure[],
  computed: readonly DraftFigure[],
): readonly DraftFigure[] => {
  const absent = published.filter((one) => one.reason === "no-rows");
  return lastOfEach([...absent, ...computed, ...published.filter((one) => one.reason !== "no-rows")]);
};

/** Where two figures have the same id, the later one is heard: datasets come in order of precedence. */
export const lastOfEach = (drafts: readonly DraftFigure[]): readonly DraftFigure[] => [
  ...new Map(drafts.map((one) => [one.id, one])).values(),
];
