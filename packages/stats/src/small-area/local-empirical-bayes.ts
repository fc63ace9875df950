import { columnsFor, reasonAt } from "../area-columns.ts";
import { noFigure } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { countReason, rateRefusal } from "../rates/weighted-count.ts";
import type { Undefined } from "../undefined.ts";
import { type EventsByArea, shrunk } from "./events-by-area.ts";
import { type Neighbours, requireNeighbours } from "./neighbours.ts";
import { fillSurroundings } from "./surroundings.ts";

/**
 * Rates drawn towards their surroundings. Where an area has none its cells hold NaN, so that arithmetic on them cannot
 * pass for a figure, and `reason` (0 where nothing is wrong) says why; read one with `smoothedRateAt`.
 */
export type SmoothedRateColumns = Readonly<{
  areas: number;
  per: number;
  value: Float64Array;
  /** The rate of the area and its neighbours together. */
  mean: Float64Array;
  /** Between those areas, never below zero. */
  variance: Float64Array;
  reason: Uint8Array;
}>;

/** One smoothed rate, with what it was drawn towards. */
export type SmoothedRate = Readonly<{ value: number; mean: number; variance: number; per: number }>;

/**
 * About which mean the rates around an area scatter: that of its own surroundings, or each neighbour's rate about the
 * mean of that neighbour's surroundings.
 */
export type ScatterAbout = "centre-mean" | "each-mean";

/**
 * Local empirical Bayes of many areas: each rate drawn towards that of the area and its neighbours together.
 *
 * Formula. Over area i and its neighbours j: m = ΣD/ΣP; s² = ΣP(r − μ)²/ΣP with μ = m ("centre-mean", as Marshall's
 * estimator within the surroundings) or μ = m of each j's own surroundings ("each-mean"); A = s² − m/P̄, not below 0;
 * r̃ = m + A/(A + m/P_i) · (r − m).
 * Units. Per `per` person-years, 100 000 unless given; variance in squares of that unit.
 * Refuses. missing-value, negative-events, no-person-years, area by area in `reason`; such an area is left out of
 * others' surroundings too. Throws RangeError for columns of different lengths or neighbours that are none.
 * References. Marshall RJ, J R Stat Soc C 1991;40:283-294; Bailey TC, Gatrell AC, Interactive Spatial Data Analysis, 1995.
 * Checked against. empirical_bayes_smoothing (spdep 1.3.5 EBlocal, "each-mean", and with geoda = TRUE "centre-mean");
 * spatial_smoothing_esda (esda 2.7.0 Spatial_Empirical_Bayes, "centre-mean").
 * @example
 * smoothedRateAt(
 *   localEmpiricalBayes(
 *     { events: [4, 30, 9], personYears: [1000, 9000, 6000] },
 *     neighboursOf([[1], [0, 2], [1]]),
 *     { per: 1000 },
 *   ),
 *   1,
 * ) // => { value: 3.043677, mean: 2.6875, variance: 0.3671875 }
 */
export function localEmpiricalBayes(
  of: EventsByArea,
  neighbours: Neighbours,
  options: Readonly<{ about?: ScatterAbout; per?: number; into?: SmoothedRateColumns }> = {},
): SmoothedRateColumns {
  const { about = "centre-mean", per = 100_000 } = options;
  const { events, personYears } = of;
  requireSameLength({ events, personYears });
  requireNeighbours(neighbours, events.length);
  const columns = columnsFor({ areas: events.length, per }, ["value", "mean", "variance"], events.length, options.into);
  const { value, mean, variance, reason } = columns;
  for (let i = 0; i < columns.areas; i++) {
    reason[i] = countReason(events[i]!, personYears[i]!);
    value[i] = reason[i] === 0 ? events[i]! / personYears[i]! : noFigure;
  }
  fillSurroundings(columns, personYears, events, neighbours, about === "each-mean");
  const square = per * per;
  for (let i = 0; i < columns.areas; i++) {
    value[i] = per * shrunk(value[i]!, mean[i]!, variance[i]!, mean[i]! / personYears[i]!);
    mean[i]! *= per;
    variance[i]! *= square;
  }
  return columns;
}

/**
 * One area of `localEmpiricalBayes`, or the reason why it has no rate.
 *
 * Formula. None: it reads a cell.
 * Units. Per `per` person-years.
 * Refuses. What the area was refused for. Throws RangeError for an area that is not there.
 * References. As localEmpiricalBayes.
 * Checked against. As localEmpiricalBayes.
 * @example
 * smoothedRateAt(localEmpiricalBayes({ events: [4, 0], personYears: [900, 0] }, neighboursOf([[1], [0]])), 1)
 * // => { undefined: "no-person-years" }
 */
export function smoothedRateAt(columns: SmoothedRateColumns, area: number): SmoothedRate | Undefined {
  const { value, mean, variance, per } = columns;
  const refusal = rateRefusal(reasonAt(columns, area));
  return refusal ?? { value: value[area]!, mean: mean[area]!, variance: variance[area]!, per };
}
