import { sqrt } from "../maths.ts";
import { requireLevel, requireNotNegative, requireProbability, requireWhole } from "../misuse.ts";
import { discreteQuantile } from "./discrete-quantile.ts";
import { gammaTail } from "./gamma.ts";
import { unitGammaQuantile } from "./gamma-quantile.ts";
import { poissonTerm } from "./log-gamma.ts";
import { normalQuantile } from "./normal.ts";

/**
 * Probability of exactly k Poisson events.
 *
 * Formula. μᵏ e^{−μ} / k!.
 * Units. Counts; the answer is a probability.
 * Refuses. Throws RangeError for a k that is not a whole number or a negative mean.
 * References. Loader C, Fast and accurate computation of binomial probabilities, 2000.
 * Checked against. mpmath at 40 digits, relative 1e-12.
 * @example
 * poissonProbability(3, 2) // => 0.180447044315
 */
export function poissonProbability(k: number, mean: number): number {
  requireWhole("k", k);
  requireNotNegative("mean", mean);
  return poissonTerm(k, mean);
}

/**
 * Probability of at most k Poisson events.
 *
 * Formula. Σ_{i≤k} μⁱ e^{−μ}/i! = Q(k + 1, μ).
 * Units. Counts; the answer is a probability.
 * Refuses. Throws RangeError for a k that is not a whole number or a negative mean.
 * References. Johnson NL, Kemp AW, Kotz S, Univariate Discrete Distributions, 2005, 4.4.
 * Checked against. mpmath at 40 digits, relative 1e-12.
 * @example
 * poissonCdf(3, 2) // => 0.857123460498
 */
export function poissonCdf(k: number, mean: number): number {
  requireWhole("k", k);
  requireNotNegative("mean", mean);
  return gammaTail(k + 1, mean, true);
}

/**
 * The smallest count whose Poisson cumulative probability reaches p.
 *
 * Formula. min{k : Q(k + 1, μ) ≥ p}.
 * Units. A count; Infinity at p = 1.
 * Refuses. Throws RangeError for a probability outside 0 to 1 or a negative mean.
 * References. As poissonCdf.
 * Checked against. Its own definition over a grid of means and probabilities.
 * @example
 * poissonQuantile(0.975, 10) // => 17
 */
export function poissonQuantile(probability: number, mean: number): number {
  requireProbability(probability);
  requireNotNegative("mean", mean);
  if (probability === 1) return mean === 0 ? 0 : Infinity;
  if (probability === 0 || mean === 0) return 0;
  const z = normalQuantile(probability);
  const start = mean + z * sqrt(mean) + (z * z - 1) / 6;
  return discreteQuantile((k) => gammaTail(k + 1, mean, true), probability, start);
}

/**
 * Exact (Garwood) confidence limits for the mean of a Poisson count.
 *
 * Formula. L = ½ χ²⁻¹(α/2; 2O) (0 when O = 0), U = ½ χ²⁻¹(1 − α/2; 2O + 2), α = 1 − level.
 * Units. Events; O may be fractional, as when counts are averaged or modelled.
 * Refuses. Throws RangeError for a negative count or a level outside 0 to 1.
 * References. Garwood F, Biometrika 1936;28:437-442; Ulm K, Am J Epidemiol 1990;131:373-375.
 * Checked against. crude_rate (poisson.test of R 4.5.0), relative 1e-12; Garwood's table for O = 0, 1, 5.
 * @example
 * poissonLimits(5, 0.95) // => { lower: 1.623486, upper: 11.668332, level: 0.95 }
 * @example
 * poissonLimits(0, 0.95).upper // => 3.688879454
 */
export function poissonLimits(events: number, level: number): { lower: number; upper: number; level: number } {
  requireLevel(level);
  requireNotNegative("events", events);
  const tail = (1 - level) / 2;
  const lower = events === 0 ? 0 : unitGammaQuantile(tail, events, false);
  return { lower, upper: unitGammaQuantile(tail, events + 1, true), level };
}
