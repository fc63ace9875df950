import type { DraftFigure, FigureOrigin, Unit } from "../figures/figure.ts";
import type { Measure } from "../sources/observation.ts";
import type { DatasetInUse } from "./dataset-in-use.ts";
import { type Computed, draft, lastOfEach, rowsOf } from "./draft.ts";
import type { ObservedValue, Readings } from "./readings.ts";

/** Figures that pass a published value on as it was published, with its limits where it has them. */
export function publishedValues(
  readings: Readings,
  measure: Measure,
  as: Readonly<{ indicator: string; version: number; unit: Unit }>,
): readonly DraftFigure[] {
  const datasets = new Map(readings.datasets.map((dataset) => [dataset.id, dataset]));
  const drafts = readings.values
    .filter((one) => one.measure === measure && one.state !== "not-applicable")
    .map((one) =>
      draft({
        ...as,
        naming: {
          subject: one.placeId,
          period: { from: one.yearFrom, to: one.yearTo },
          sex: one.sex,
          cause: one.cause,
        },
        computed: told(one),
        method: "as-published",
        origin: publishedOrigin(one, datasets.get(one.datasetId)!),
        inputs: [rowsOf(one.datasetId, 1, [one.observationNo])],
        basis: { events: eventsBehind(readings, one), people: null, doubt: one.doubt, decision: one.decision },
      }),
    );
  return lastOfEach(drafts);
}

function told({ state, value, lower, upper }: ObservedValue): Computed {
  if (state === "shown") return { value: value!, lower, upper };
  const kept = state === "suppressed" || state === "unreliable";
  return { withheld: kept ? "withheld-by-publisher" : "no-rows", state };
}

function publishedOrigin(value: ObservedValue, dataset: DatasetInUse): FigureOrigin {
  if (dataset.origin === "synthetic") return "synthetic";
  return value.doubt === "no-source-file" || dataset.origin === "reported" ? "reported" : "published";
}

const restOnDeaths: readonly Measure[] = [
  "crude-death-rate-per-100k",
  "adjusted-death-rate-per-100k",
  "ypll-rate-per-100k",
];

/** Deaths that the same file counts for the same place, period, sex and cause: what a published rate rests on. */
function eventsBehind({ deaths }: Readings, value: ObservedValue): number | null {
  if (!restOnDeaths.includes(value.measure)) return null;
  const row = deaths.find(
    (one) =>
      one.datasetId === value.datasetId &&
      one.placeId === value.placeId &&
      one.cause === value.cause &&
      one.sex === value.sex &&
      one.yearFrom === value.yearFrom &&
      one.yearTo === value.yearTo &&
      one.ageFrom === 0 &&
      one.ageBelow === null,
  );
  return row?.count ?? null;
}
