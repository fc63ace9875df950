import { normalMultiplier } from "../distributions/normal.ts";
import { type EstimateWithError, estimateAround } from "../estimate.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import type { AgeBands, LifeTableConventions } from "./age-bands.ts";
import { bandTable } from "./band-table.ts";
import type { ExpectancyVariance } from "./chiang.ts";

/** How a life expectancy is asked for. */
export type LifeExpectancyOptions = LifeTableConventions &
  Readonly<{
    /** One of the lower bounds; 0 (birth) unless given. */
    age?: number;
    variance?: ExpectancyVariance;
    level?: number;
  }>;

/**
 * Period life expectancy at an age from an abridged or complete table of any age bands, with its confidence limits.
 *
 * Formula. M = D/P; q = nM / (1 + (1 − a)nM), or 1 when D > P/(na); l falls by q; L = n(l′ + a d), open L = l/M;
 * e = Σ L / l. Var = { Σ l²[(1 − a)n + e′]² q²(1 − q)/D + l_ω²/(D_ω M_ω²) } / l², where Chiang's form leaves out the last
 * term; limits e ± z·SE.
 * Units. Deaths and person-years in; years out. `a` is a share of the band, not years.
 * Refuses. negative-events, no-person-years, more-deaths-than-people, no-deaths-in-open-band (e is infinite: merge the
 * oldest bands; half a death is never added), too-few-bands, population-too-small (only when a minimum is given),
 * missing-value, no-such-age, nobody-reaches-age. Bands without deaths are no obstacle, but they add nothing to the
 * standard error, which small areas should know. Throws RangeError for columns of different lengths or a level of 95.
 * References. Chiang CL, The Life Table and Its Applications, 1984; Silcocks PBS, Jenner DA, Reza R, J Epidemiol
 * Community Health 2001;55:38-43; Toson B, Baker A, ONS National Statistics Methodological Series 33, 2003; Eayres D,
 * Williams ES, J Epidemiol Community Health 2004;58:243-249.
 * Checked against. life_expectancy_chiang_silcocks (PHEindicatormethods 2.1.0, which accepts only 20 bands),
 * life_expectancy_se_and_comparison (independent R); Human Mortality Database USA 2019.
 * @example
 * lifeExpectancy({ ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] })
 * // => { value: 75.01, lower: 73.49, upper: 76.53, level: 0.95, standardError: 0.78 }
 * @example
 * lifeExpectancy({ ages: [0, 1, 65], deaths: [5, 150, 0], personYears: [1000, 60000, 15000] })
 * // => { undefined: "no-deaths-in-open-band" }
 */
export function lifeExpectancy(bands: AgeBands, options: LifeExpectancyOptions = {}): EstimateWithError | Undefined {
  const { age = 0, variance = "silcocks", level = 0.95 } = options;
  const z = normalMultiplier(level);
  const table = bandTable(bands, age, options, variance);
  if (isUndefined(table)) return table;
  return estimateAround(table.expectancy[table.index]!, table.standardError[table.index]!, z, level);
}
