import { columnOf } from "../column.ts";
import { requireSameLength } from "../misuse.ts";
import type { CountMethod } from "../rates/poisson-count-limits.ts";
import { crudeRates, type RateColumns } from "../rates/rate-columns.ts";
import { countReason } from "../rates/weighted-count.ts";
import { sumOf } from "../sum-of.ts";
import type { EventsByArea } from "./events-by-area.ts";
import { type Neighbours, requireNeighbours } from "./neighbours.ts";

/**
 * The crude rate of each area and its neighbours together, with limits (a spatial moving average).
 *
 * Formula. ΣD/ΣP over the area and its neighbours; limits as crudeRates for the pooled count. Rates of areas near each
 * other share events, so that they must not be compared as if they were independent.
 * Units. Per `per` person-years, 100 000 unless given.
 * Refuses. missing-value, negative-events, no-person-years of the area itself, in `reason`; such an area is left out of
 * others' surroundings too. Throws RangeError for columns of different lengths or neighbours that are none.
 * References. Kafadar K, Stat Med 1996;15:2539-2560.
 * Checked against. spatial_smoothing_esda (esda 2.7.0 Spatial_Rate).
 * @example
 * rateAt(spatialRates({ events: [4, 30, 9], personYears: [1000, 9000, 6000] }, neighboursOf([[1], [0, 2], [1]])), 0)
 * // => { value: 340, events: 34, per: 100000 }
 */
export function spatialRates(
  of: EventsByArea,
  neighbours: Neighbours,
  options: Readonly<{ method?: CountMethod; per?: number; level?: number; into?: RateColumns }> = {},
): RateColumns {
  const { events, personYears } = of;
  requireSameLength({ events, personYears });
  requireNeighbours(neighbours, events.length);
  const isCounted = columnOf(events, (count, i) => (countReason(count, personYears[i]!) === 0 ? 1 : 0));
  // An area whose own counts are wrong keeps them, and they tell what is wrong with it.
  const around = (column: ArrayLike<number>) =>
    columnOf(column, (own, i) => own + (isCounted[i] === 1 ? sumAround(column, isCounted, neighbours, i) : 0));
  return crudeRates({ events: around(events), personYears: around(personYears) }, options);
}

function sumAround(
  column: ArrayLike<number>,
  isCounted: Float64Array,
  { starts, members }: Neighbours,
  area: number,
): number {
  return sumOf(members.subarray(starts[area], starts[area + 1]), (j) => (isCounted[j] === 1 ? column[j]! : 0));
}
