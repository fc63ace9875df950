import type { DraftFigure } from "../figures/figure.ts";
import type { PlaceId } from "../places/place.ts";
import type { PlaceSet } from "../places/place-set.ts";
import type { Sex } from "../sources/observation.ts";
import type { DatasetInUse } from "./dataset-in-use.ts";
import type { Indicator } from "./indicator.ts";
import { type CountRow, mortalityTables } from "./mortality-tables.rules.ts";
import type { ObservedValue, Readings } from "./readings.ts";

/** A dataset as indicators see it; its id is the key of its source unless another is given. */
export const dataset = (id: string, more: Partial<DatasetInUse> = {}): DatasetInUse => ({
  id,
  sourceKey: id,
  origin: "office",
  ...more,
});

let observationNo = 0;

type Counted = Readonly<{
  dataset: string;
  place: PlaceId;
  from: number;
  to?: number;
  sex?: Sex;
  cause?: string;
  /** Counts by first age, ascending, the last band open; a single number is of all ages. Null: withheld. */
  ages: Readonly<Record<number, number | null>> | number | null;
}>;

/** Rows of counts, one an age band, each with a number of its own. */
export function counted({ dataset, place, from, to = from, sex = "all", cause = "all", ages }: Counted): CountRow[] {
  const bands = ages === null || typeof ages === "number" ? { 0: ages } : ages;
  const starts = Object.keys(bands).map(Number);
  return starts.map((ageFrom, i) => ({
    datasetId: dataset,
    placeId: place,
    yearFrom: from,
    yearTo: to,
    sex,
    cause,
    ageFrom,
    ageBelow: starts[i + 1] ?? null,
    count: bands[ageFrom] ?? null,
    rows: 1,
    observations: [++observationNo],
  }));
}

/** A value as its publisher printed it. */
export const observed = (
  more: Partial<ObservedValue> & Pick<ObservedValue, "datasetId" | "measure" | "placeId" | "value">,
): ObservedValue => ({
  ...{ yearFrom: 2010, yearTo: 2010, sex: "all", ageFrom: 0, ageBelow: null, cause: "all", line: 2 },
  ...{ state: more.value === null ? "missing" : "shown", lower: null, upper: null, doubt: null, decision: null },
  observationNo: ++observationNo,
  ...more,
});

/** A set of places, the first version of it. */
export const placeSet = (id: string, ...places: PlaceId[]): PlaceSet => ({
  id,
  version: 1,
  name: { en: id, es: id },
  reason: { en: "A test.", es: "Una prueba." },
  source: "test",
  adoptedOn: "2016-06-08",
  places,
});

/** Readings with what is given, and nothing else; the tables are made from the counts. */
export function readingsOf(given: Partial<Omit<Readings, "mortality">>): Readings {
  const { datasets = [], deaths = [], people = [], placeSets = [], values = [], pairs = [] } = given;
  const mortality = mortalityTables(deaths, people, datasets, placeSets);
  return { datasets, values, people, deaths, mortality, placeSets, pairs };
}

/** The figure with this id that an indicator makes. */
export function made(indicator: Indicator, readings: Readings, id: string): DraftFigure {
  const drafts = indicator.make(readings);
  const found = drafts.filter((draft) => draft.id === id);
  if (found.length !== 1)
    throw new Error(`${found.length} figures are ${id}; there are: ${drafts.map((draft) => draft.id).join(", ")}`);
  return found[0]!;
}
