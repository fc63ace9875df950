import type { PlaceSetRef } from "../figures/subject.ts";
import type { PlaceId } from "../places/place.ts";
import type { PlaceSet } from "../places/place-set.ts";
import type { Observation } from "../sources/observation.ts";
import type { DatasetInUse } from "./dataset-in-use.ts";
import type { CountRow, MortalityTable } from "./mortality-tables.rules.ts";

/** All that indicators are made from, read at one moment: the same readings always give the same figures. */
export type Readings = Readonly<{
  /** In order of precedence: where two tell the same thing, the later one is heard. */
  datasets: readonly DatasetInUse[];
  /** Values that were published as they are: life expectancy, rates, indices, sums of money. */
  values: readonly ObservedValue[];
  /** People by place, year, sex and age. */
  people: readonly CountRow[];
  /** Deaths by place, sex, cause and age, over the periods that figures are made for. */
  deaths: readonly CountRow[];
  /** Deaths over people, by subject, period, sex and cause. */
  mortality: readonly MortalityTable[];
  placeSets: readonly PlaceSet[];
  /** Pairs of places whose gap is asked for by a goal or a claim. */
  pairs: readonly Pair[];
}>;

/** Two subjects whose distance is asked for, the one expected to be higher first. */
export type Pair = Readonly<{ high: PlaceId | PlaceSetRef; low: PlaceId | PlaceSetRef }>;

/** A published value, with what was decided about it where it is doubtful. */
export type ObservedValue = Observation &
  Readonly<{ datasetId: string; observationNo: number; decision: "publish" | "withhold" | null }>;
