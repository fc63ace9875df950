import { emptyColumn } from "../column.ts";
import { max, sqrt } from "../maths.ts";
import { notACount } from "../not-a-count.ts";
import { randomStream } from "../random/random-stream.ts";
import type { Undefined } from "../undefined.ts";
import { geometricNoise } from "./geometric-noise.ts";
import { laplaceNoise } from "./laplace-noise.ts";
import type { PrivacyBudget } from "./privacy-budget.ts";

/** Counts with noise, with the budget that they spend and how far off they typically are. */
export type NoisyCounts = Readonly<{ counts: Float64Array; epsilon: number; standardDeviation: number }>;

/**
 * Counts with noise drawn for a privacy budget, from a seeded stream.
 *
 * Formula. count + k, k of the two-sided geometric distribution, or count + x rounded to a whole number, x of the Laplace
 * distribution; each by inversion. Where the counts share no person they spend ε together, else the sensitivity must say
 * by how much one person can move them all in sum. Negative counts are left as they are unless `isClipped`: to round or
 * clip costs no budget, but clipping makes sums too high.
 * Units. Counts. The seed is as secret as the counts: who knows it takes the noise away again.
 * Refuses. An Undefined for a count that is no whole number (impossible-value). Throws RangeError for a budget that is not
 * above zero or a seed that is no whole number.
 * References. Dwork C et al, TCC 2006; Ghosh A et al, SIAM J Comput 2012;41:1673-1693.
 * Checked against. The distributions of geometricNoise and laplaceNoise by chi-square.
 * @example
 * [...noisyCounts([12, 0, 250], { epsilon: 1, sensitivity: 1 }, { seed: 7 }).counts].every(Number.isInteger) // => true
 * @example
 * noisyCounts([12], { epsilon: 0.5, sensitivity: 1 }, { seed: 7 }).epsilon // => 0.5
 */
export function noisyCounts(
  counts: ArrayLike<number>,
  budget: PrivacyBudget,
  {
    seed,
    mechanism = "geometric",
    isClipped = false,
  }: Readonly<{
    seed: number;
    mechanism?: "geometric" | "laplace";
    isClipped?: boolean;
  }>,
): NoisyCounts | Undefined {
  const noise = mechanism === "geometric" ? geometricNoise(budget) : laplaceNoise(budget);
  const stream = randomStream(seed);
  const noisy = emptyColumn(counts.length);
  for (let i = 0; i < noisy.length; i++) {
    const count = counts[i]!;
    const refusal = notACount(count, `Count ${i}`);
    if (refusal) return refusal;
    const sum = count + Math.round(noise.quantile(stream.uniform()));
    noisy[i] = isClipped ? max(0, sum) : sum;
  }
  const standardDeviation = "variance" in noise ? sqrt(noise.variance) : noise.standardDeviation;
  return { counts: noisy, epsilon: budget.epsilon, standardDeviation };
}
