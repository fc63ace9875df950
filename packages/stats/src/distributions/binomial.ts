import { exp, log, log1p, sqrt } from "../maths.ts";
import { misuse, requireProbability, requireWhole } from "../misuse.ts";
import { betaTail, betaTerm } from "./beta.ts";
import { discreteQuantile } from "./discrete-quantile.ts";
import { normalQuantile } from "./normal.ts";

function requireBinomial(k: number, trials: number, probability: number): void {
  requireWhole("k", k);
  requireWhole("trials", trials);
  requireProbability(probability);
  if (k > trials) misuse(`\`k\` (${k}) cannot exceed \`trials\` (${trials}).`);
}

/** binomialProbability without its checks, for sums. */
export function binomialTerm(k: number, trials: number, p: number): number {
  if (p === 0 || p === 1) return k === (p === 0 ? 0 : trials) ? 1 : 0;
  if (k === 0) return exp(trials * log1p(-p));
  if (k === trials) return exp(trials * log(p));
  return (betaTerm(p, 1 - p, k, trials - k) * trials) / (k * (trials - k));
}

/**
 * Probability of exactly k successes in a number of independent trials.
 *
 * Formula. C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ.
 * Units. Counts; the answer is a probability.
 * Refuses. Throws RangeError for counts that are not whole, k above the trials, or a probability outside 0 to 1.
 * References. Loader C, Fast and accurate computation of binomial probabilities, 2000.
 * Checked against. mpmath at 40 digits, relative 1e-12.
 * @example
 * binomialProbability(3, 10, 0.5) // => 0.1171875
 */
export function binomialProbability(k: number, trials: number, probability: number): number {
  requireBinomial(k, trials, probability);
  return binomialTerm(k, trials, probability);
}

/**
 * Probability of at most k successes in a number of independent trials.
 *
 * Formula. 1 − I_p(k + 1, n − k).
 * Units. Counts; the answer is a probability.
 * Refuses. Throws RangeError for counts that are not whole, k above the trials, or a probability outside 0 to 1.
 * References. Johnson NL, Kemp AW, Kotz S, Univariate Discrete Distributions, 2005, 3.4.
 * Checked against. mpmath at 40 digits, relative 1e-12.
 * @example
 * binomialCdf(3, 10, 0.5) // => 0.171875
 */
export function binomialCdf(k: number, trials: number, probability: number): number {
  requireBinomial(k, trials, probability);
  return k === trials ? 1 : betaTail(probability, 1 - probability, k + 1, trials - k, true);
}

/**
 * The smallest number of successes whose cumulative probability reaches a given one.
 *
 * Formula. min{k : binomialCdf(k, n, p) ≥ q}.
 * Units. A count.
 * Refuses. Throws RangeError for a probability outside 0 to 1 or trials that are not a whole number.
 * References. As binomialCdf.
 * Checked against. Its own definition over a grid of trials and probabilities.
 * @example
 * binomialQuantile(0.975, 100, 0.3) // => 39
 */
export function binomialQuantile(cumulative: number, trials: number, probability: number): number {
  requireBinomial(0, trials, probability);
  requireProbability(cumulative);
  if (cumulative === 0 || trials === 0) return 0;
  if (cumulative === 1) return probability === 0 ? 0 : trials;
  const start = trials * probability + normalQuantile(cumulative) * sqrt(trials * probability * (1 - probability));
  const cdf = (k: number) => (k >= trials ? 1 : betaTail(probability, 1 - probability, k + 1, trials - k, true));
  return discreteQuantile(cdf, cumulative, start, trials);
}
