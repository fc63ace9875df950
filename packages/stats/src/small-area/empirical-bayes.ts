import { columnOf } from "../column.ts";
import { max } from "../maths.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { type EventsByArea, momentVariance, shrunk, type Together, together } from "./events-by-area.ts";

/** Rates of areas drawn towards their common mean. */
export type SmoothedRates = Readonly<{
  /** Per `per` person-years, as the mean. */
  values: Float64Array;
  mean: number;
  /** Between areas, in squares of the rates' unit; never below zero. */
  variance: number;
  /** The same before it was kept from going below zero. */
  momentVariance: number;
  per: number;
}>;

/**
 * Global empirical Bayes: rates of small areas drawn towards the rate of all areas together.
 *
 * Formula. m = ΣD/ΣP; s² = ΣP(r − m)²/ΣP; A = s² − m/P̄, not below 0; r̃ = m + A/(A + m/P) · (r − m). "binomial": A =
 * (s² − m(1 − m)/P̄)/(1 − 1/P̄), not below 0, and (m(1 − m) − A)/P in place of m/P.
 * Units. Per `per` person-years, 100 000 unless given; for "binomial" person-years are people.
 * Refuses. missing-value, negative-events, no-person-years, no-observations; more-events-than-trials for "binomial".
 * Where A is 0 nothing tells the areas apart, and each has the mean.
 * References. Marshall RJ, J R Stat Soc C 1991;40:283-294; Martuzzi M, Elliott P, Stat Med 1996;15:1867-1873.
 * Checked against. empirical_bayes_smoothing (spdep 1.3.5 EBest, which lets A fall below zero in its binomial family, so
 * that rates leave the range of rate and mean); spatial_smoothing_esda (esda 2.7.0 Empirical_Bayes, which lets it too).
 * @example
 * empiricalBayesRates({ events: [4, 30, 9], personYears: [1000, 9000, 6000] }, { per: 1000 })
 * // => { values: [2.845269, 3.043677, 2.152556], mean: 2.6875, variance: 0.3671875, momentVariance: 0.3671875 }
 * @example
 * empiricalBayesRates({ events: [1, 0], personYears: [100, 0] }) // => { undefined: "no-person-years" }
 */
export function empiricalBayesRates(
  of: EventsByArea,
  options: Readonly<{ family?: "poisson" | "binomial"; per?: number }> = {},
): SmoothedRates | Undefined {
  const { family = "poisson", per = 100_000 } = options;
  const all = together(of);
  if (isUndefined(all)) return all;
  const { rate } = all;
  const { events, personYears } = of;
  if (family === "binomial" && Array.from(events).some((d, i) => d > personYears[i]!)) return moreThanPeople;
  const moment = family === "poisson" ? momentVariance(all) : binomialVariance(all);
  const variance = max(0, moment);
  const noise = family === "poisson" ? rate : rate * (1 - rate) - variance;
  const smoothed = (d: number, i: number) => per * shrunk(d / personYears[i]!, rate, variance, noise / personYears[i]!);
  return {
    values: columnOf(events, smoothed),
    mean: per * rate,
    variance: per * per * variance,
    momentVariance: per * per * moment,
    per,
  };
}

const moreThanPeople = undefinedBecause("more-events-than-trials", "An area has more events than people.");

/** E s² = A(1 − 1/P̄) + m(1 − m)/P̄, solved for A. */
function binomialVariance({ areas, personYears, rate, scatter }: Together): number {
  const share = areas / personYears;
  return share < 1 ? (scatter - rate * (1 - rate) * share) / (1 - share) : 0;
}
