import { abs, exp, expm1, log, min } from "../maths.ts";
import { requireProbability, requireThat } from "../misuse.ts";
import { type PrivacyBudget, requireBudget } from "./privacy-budget.ts";

/** The distribution of two-sided geometric noise for a budget. */
export type GeometricNoise = Readonly<{
  alpha: number;
  variance: number;
  probability: (noise: number) => number;
  cdf: (noise: number) => number;
  /** The smallest whole noise whose cumulative probability reaches p. */
  quantile: (probability: number) => number;
}>;

/**
 * Two-sided geometric noise for ε differential privacy of counts: whole numbers, and the best for every use of one count.
 *
 * Formula. α = e^{−ε/Δ}; P(k) = (1 − α)/(1 + α) α^{|k|}; P(≤ k) = α^{−k}/(1 + α) below zero and 1 − α^{k+1}/(1 + α) from
 * it on; variance 2α/(1 − α)².
 * Units. Counts.
 * Refuses. Throws RangeError for an ε or sensitivity that is not above zero, noise that is not whole, or a probability
 * outside 0 to 1.
 * References. Ghosh A, Roughgarden T, Sundararajan M, SIAM J Comput 2012;41:1673-1693.
 * Checked against. differential_privacy (scipy 1.15.3, dlaplace).
 * @example
 * geometricNoise({ epsilon: 1, sensitivity: 1 }).probability(0) // => 0.46211715726
 * @example
 * geometricNoise({ epsilon: 0.1, sensitivity: 1 }).quantile(0.975) // => 30
 */
export function geometricNoise(budget: PrivacyBudget): GeometricNoise {
  requireBudget(budget);
  const rate = budget.epsilon / budget.sensitivity;
  const alpha = exp(-rate);
  const rest = -expm1(-rate);
  const cdf = (noise: number): number => {
    requireWhole(noise);
    return noise < 0 ? exp(rate * noise) / (1 + alpha) : 1 - exp(-rate * (noise + 1)) / (1 + alpha);
  };
  return {
    alpha,
    variance: (2 * alpha) / (rest * rest),
    probability: (noise) => {
      requireWhole(noise);
      return (rest / (1 + alpha)) * exp(-rate * abs(noise));
    },
    cdf,
    quantile: (probability) => {
      requireProbability(probability);
      if (probability === 0 || probability === 1) return probability === 0 ? -Infinity : Infinity;
      const tail = min(probability, 1 - probability) * (1 + alpha);
      let noise = Math.round(probability < 0.5 ? log(tail) / rate : -log(tail) / rate - 1);
      while (cdf(noise) >= probability) noise--;
      while (cdf(noise) < probability) noise++;
      return noise;
    },
  };
}

function requireWhole(noise: number): void {
  requireThat(Number.isInteger(noise), "Geometric noise is a whole number", noise);
}
