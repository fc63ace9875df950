import { normalMultiplier } from "../distributions/normal.ts";
import { type EstimateWithError, estimateAround } from "../estimate.ts";
import { sqrt } from "../maths.ts";
import { misuse } from "../misuse.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { type AgeBands, bandAt, type LifeTableConventions } from "./age-bands.ts";
import { bandTable } from "./band-table.ts";

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
  const table = bandTable(bands, from, options, "chiang");
  const end = bandAt(bands.ages, to);
  if (isUndefined(table)) return table;
  if (isUndefined(end)) return end;
  const { survivors, yearsLived, dyingVariance, index, widths, fractions } = table;
  let years = 0;
  let variance = 0;
  for (let i = end - 1; i >= index; i--) {
    const beyond = survivors[i + 1]! > 0 ? (survivors[i]! * years) / survivors[i + 1]! : 0;
    const weight = survivors[i]! * (1 - fractions[i]!) * widths[i]! + beyond;
    variance += weight * weight * dyingVariance[i]!;
    years += yearsLived[i]!;
  }
  const alive = survivors[index]!;
  return {
    ...estimateAround(years / alive, sqrt(variance) / alive, z, level),
    deathProbability: 1 - survivors[end]! / alive,
  };
}
