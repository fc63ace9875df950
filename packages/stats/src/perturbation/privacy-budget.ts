import { log, max, sqrt } from "../maths.ts";
import { misuse, requirePositive, requireThat } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";

/** What a noisy publication may give away: ε for a change of one person that moves the figures by at most `sensitivity`. */
export type PrivacyBudget = Readonly<{ epsilon: number; sensitivity: number }>;

/** A budget is two numbers above zero. */
export function requireBudget({ epsilon, sensitivity }: PrivacyBudget): void {
  requirePositive("epsilon", epsilon);
  requirePositive("sensitivity", sensitivity);
}

/**
 * What several noisy publications give away together.
 *
 * Formula. Sequential: Σ ε, where the same people are counted in all. Parallel: max ε, where no person is counted in two.
 * Units. ε has none.
 * Refuses. Throws RangeError for no publication, or an ε that is not above zero and finite.
 * References. Dwork C, Roth A, The Algorithmic Foundations of Differential Privacy, 2014, 3.5; McSherry F, SIGMOD 2009.
 * Checked against. The examples below.
 * @example
 * spentEpsilon([0.5, 0.25], "sequential") // => 0.75
 * @example
 * spentEpsilon([0.5, 0.25], "parallel") // => 0.5
 */
export function spentEpsilon(epsilons: readonly number[], together: "sequential" | "parallel"): number {
  if (epsilons.length === 0) misuse("A budget is spent by at least one publication; none was given.");
  for (const epsilon of epsilons) requirePositive("epsilon", epsilon);
  return together === "parallel" ? max(...epsilons) : sumOf(epsilons);
}

/**
 * The standard deviation of Gaussian noise for (ε, δ) differential privacy.
 *
 * Formula. σ = Δ √(2 ln(1.25/δ)) / ε.
 * Units. That of the figures.
 * Refuses. Throws RangeError for an ε outside 0 to 1, for which the formula does not hold, a δ outside 0 to 1, or a
 * sensitivity that is not above zero.
 * References. Dwork C, Roth A, 2014, theorem A.1.
 * Checked against. differential_privacy.
 * @example
 * gaussianNoiseDeviation({ epsilon: 0.5, sensitivity: 1 }, 1e-5) // => 9.689610525
 */
export function gaussianNoiseDeviation({ epsilon, sensitivity }: PrivacyBudget, delta: number): number {
  requireBudget({ epsilon, sensitivity });
  requireThat(epsilon < 1, "The Gaussian mechanism needs an epsilon below 1", epsilon);
  requireThat(delta > 0 && delta < 1, "`delta` lies between 0 and 1", delta);
  return (sensitivity * sqrt(2 * log(1.25 / delta))) / epsilon;
}
