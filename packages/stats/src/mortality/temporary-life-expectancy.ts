import { normalMultiplier } from "../distributions/normal.ts";
import type { EstimateWithError } from "../estimate.ts";
import { misuse } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";
import {
  type AgeBands,
  bandsRefusal,
  bandWidths,
  deathFractionsOf,
  type LifeTableConventions,
  sentences,
} from "./age-bands.ts";
import { chiangColumns, fillChiang } from "./chiang.ts";

/** Years lived between two ages, and the chance of not living them all. */
export type TemporaryLifeExpectancy = EstimateWithError & Readonly<{ deathProbability: number }>;

/**
 * Years that somebody alive at one age can expect to live before another, and the probability of dying in between.
 *
 * Formula. (T_x − T_y)/l_x and 1 − l_y/l_x. Variance: Σ_{x≤i<y} l_i²[(1 − a_i)n_i + e_{i+1,y}]² Var(q_i)/l_x², where
 * e_{i+1,y} is the temporary expectancy from the next age to y. The open band has no part in it.
 * Units. Years; a probability.
 * Refuses. As lifeExpectancy; no-such-age where `from` or `to` is not a lower bound; nobody-reaches-age. Throws
 * RangeError where `to` is not above `from`.
 * References. Arriaga EE, Demography 1984;21:83-96; Chiang CL, The Life Table and Its Applications, 1984.
 * Checked against. life_expectancy_se_and_comparison (independent R).
 * @example
 * temporaryLifeExpectancy(
 *   { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] },
 *   { from: 0, to: 65 },
 * ) // => { value: 59.960, deathProbability: 0.152388 }
 */
export function temporaryLifeExpectancy(
  bands: AgeBands,
  options: LifeTableConventions & Readonly<{ from: number; to: number; level?: number }>,
): TemporaryLifeExpectancy | Undefined {
  const { from, to, level = 0.95 } = options;
  const z = normalMultiplier(level);
  if (!(to > from)) misuse(`\`to\` (${to}) must be above \`from\` (${from}).`);
  const refusal = bandsRefusal(bands, options.minimumPersonYears);
  if (refusal) return refusal;
  const start = bands.ages.indexOf(from);
  const end = bands.ages.indexOf(to);
  if (start < 0 || end < 0) return undefinedBecause("no-such-age", `No age band begins at ${start < 0 ? from : to}.`);
  const core = chiangColumns(bands.ages.length);
  const widths = bandWidths(bands.ages);
  const fractions = deathFractionsOf(bands.ages, options.deathFractions);
  fillChiang(core, widths, fractions, bands.deaths, bands.personYears, 0, "chiang");
  const alive = core.survivors[start]!;
  if (alive === 0) return undefinedBecause("nobody-reaches-age", sentences["nobody-reaches-age"](0));
  let years = 0;
  let variance = 0;
  for (let i = end - 1; i >= start; i--) {
    // l_i times the years ahead of a survivor: l_i(1 − a)n plus l_i/l_{i+1} of the years lived beyond the band.
    const beyond = core.survivors[i + 1]! > 0 ? (core.survivors[i]! * years) / core.survivors[i + 1]! : 0;
    const weight = core.survivors[i]! * (1 - fractions[i]!) * widths[i]! + beyond;
    variance += weight * weight * core.dyingVariance[i]!;
    years += core.yearsLived[i]!;
  }
  const value = years / alive;
  const standardError = Math.sqrt(variance) / alive;
  const deathProbability = 1 - core.survivors[end]! / alive;
  return {
    value,
    lower: value - z * standardError,
    upper: value + z * standardError,
    level,
    standardError,
    deathProbability,
  };
}
