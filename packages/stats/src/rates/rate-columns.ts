import { areasOf, columnsFor, estimateAt, reasonAt } from "../area-columns.ts";
import { noFigure, sqrt } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import type { Undefined } from "../undefined.ts";
import type { Rate } from "./crude-rate.ts";
import { type DirectRateMethod, directLimits } from "./direct-rate-limits.ts";
import { type CountMethod, confidenceOf, countLimits } from "./poisson-count-limits.ts";
import { countReason, emptyWeightedCount, fillWeightedCount, rateRefusal, standardWeights } from "./weighted-count.ts";

/**
 * Rates of many areas. Where an area has none its cells hold NaN, so that arithmetic on them cannot pass for a figure,
 * and `reason` (0 where nothing is wrong) says why; read one with `rateAt`.
 */
export type RateColumns = Readonly<{
  areas: number;
  level: number;
  per: number;
  value: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  standardError: Float64Array;
  events: Float64Array;
  reason: Uint8Array;
}>;

/**
 * Crude rates of many areas with their limits, without allocation per area.
 *
 * Formula. As crudeRate.
 * Units. As crudeRate; one entry an area.
 * Refuses. As crudeRate, area by area in `reason`. Throws RangeError for columns of different lengths.
 * References. As crudeRate.
 * Checked against. crudeRate, cell by cell.
 * @example
 * rateAt(crudeRates({ events: Float64Array.of(20, 4), personYears: Float64Array.of(15000, 0) }, { method: "byar" }), 0)
 * // => { value: 133.33333, lower: 81.40953, upper: 205.93254 }
 */
export function crudeRates(
  of: Readonly<{ events: Float64Array; personYears: Float64Array }>,
  options: Readonly<{ method?: CountMethod; per?: number; level?: number; into?: RateColumns }> = {},
): RateColumns {
  const { method = "exact", per = 100_000, level = 0.95 } = options;
  const { events, personYears } = of;
  requireSameLength({ events, personYears });
  const by = confidenceOf(level);
  const columns = columnsFor({ areas: events.length, per, level }, names, events.length, options.into);
  const limits = { lower: 0, upper: 0 };
  for (let area = 0; area < events.length; area++) {
    const d = events[area]!;
    let reason = countReason(d, personYears[area]!);
    if (reason === 0 && !countLimits(d, method, by, limits)) reason = 4;
    const scale = per / personYears[area]!;
    setRate(columns, area, reason, scale, d, limits, sqrt(d), d);
  }
  return columns;
}

/**
 * Directly standardised rates of many areas with their limits, without allocation per area.
 *
 * Formula. As directRate.
 * Units. As directRate; events and person-years run area after area, as many strata each as the standard has.
 * Refuses. As directRate, area by area in `reason`; a standard without people refuses them all. Throws RangeError for
 * columns whose length is not a multiple of the number of strata.
 * References. As directRate.
 * Checked against. directRate, cell by cell.
 * @example
 * rateAt(
 *   standardisedRates({
 *     events: Float64Array.of(2, 30, 0, 0),
 *     personYears: Float64Array.of(4000, 1000, 4000, 1000),
 *     standardPopulation: [3, 1],
 *   }),
 *   1,
 * ) // => { value: 0, lower: 0, upper: 92.222 }
 */
export function standardisedRates(
  of: Readonly<{ events: Float64Array; personYears: Float64Array; standardPopulation: ArrayLike<number> }>,
  options: Readonly<{ method?: DirectRateMethod; per?: number; level?: number; into?: RateColumns }> = {},
): RateColumns {
  const { method = "fay-feuer", per = 100_000, level = 0.95 } = options;
  const { events, personYears, standardPopulation } = of;
  requireSameLength({ events, personYears });
  const by = confidenceOf(level);
  const strata = standardPopulation.length;
  const areas = areasOf(events.length, strata);
  const weights = standardWeights(standardPopulation);
  const columns = columnsFor({ areas, per, level }, names, areas, options.into);
  const weighted = emptyWeightedCount();
  const limits = { lower: 0, upper: 0 };
  for (let area = 0; area < areas; area++) {
    let reason = weights ? fillWeightedCount(weighted, weights, events, personYears, area * strata) : 5;
    if (reason === 0 && !directLimits(weighted, method, by, limits)) reason = 4;
    setRate(columns, area, reason, per, weighted.rate, limits, sqrt(weighted.variance), weighted.events);
  }
  return columns;
}

const names = ["value", "lower", "upper", "standardError", "events"] as const;

function setRate(
  columns: RateColumns,
  area: number,
  reason: number,
  scale: number,
  value: number,
  limits: Readonly<{ lower: number; upper: number }>,
  standardError: number,
  events: number,
): void {
  const factor = reason === 0 ? scale : noFigure;
  columns.reason[area] = reason;
  columns.value[area] = factor * value;
  columns.lower[area] = factor * limits.lower;
  columns.upper[area] = factor * limits.upper;
  columns.standardError[area] = factor * standardError;
  columns.events[area] = reason === 0 ? events : noFigure;
}

/**
 * One area of `crudeRates` or `standardisedRates` as a rate, or the reason why it has none.
 *
 * Formula. None: it reads a cell.
 * Units. Per `per` person-years.
 * Refuses. What the area was refused for. Throws RangeError for an area that is not there.
 * References. As directRate.
 * Checked against. crudeRate and directRate, cell by cell.
 * @example
 * rateAt(crudeRates({ events: Float64Array.of(20, 4), personYears: Float64Array.of(15000, 0) }), 1)
 * // => { undefined: "no-person-years" }
 */
export function rateAt(columns: RateColumns, area: number): Rate | Undefined {
  const refusal = rateRefusal(reasonAt(columns, area));
  return refusal ?? { ...estimateAt(columns, area), per: columns.per, events: columns.events[area]! };
}
