import { abs, exp, log, log1p } from "../maths.ts";
import { requireLevel, requireProbability } from "../misuse.ts";
import { type PrivacyBudget, requireBudget } from "./privacy-budget.ts";

/** The distribution of Laplace noise for a budget. */
export type LaplaceNoise = Readonly<{
  scale: number;
  standardDeviation: number;
  density: (noise: number) => number;
  cdf: (noise: number) => number;
  quantile: (probability: number) => number;
  /** The noise stays within plus and minus this with the probability given. */
  halfWidth: (level: number) => number;
}>;

/**
 * Laplace noise for ε differential privacy of figures that need not be whole.
 *
 * Formula. b = Δ/ε; density e^{−|x|/b}/2b; quantile b ln 2p below the middle and −b ln 2(1 − p) above; standard deviation
 * b√2; half width −b ln(1 − level).
 * Units. That of the figures.
 * Refuses. Throws RangeError for an ε or sensitivity that is not above zero, a probability outside 0 to 1 or a level that
 * is no fraction.
 * References. Dwork C et al, TCC 2006. Its draws in floating point can tell the figure by their last digits (Mironov I, CCS
 * 2012): counts take geometric noise, and what takes this one is rounded before it is published.
 * Checked against. differential_privacy (scipy 1.15.3).
 * @example
 * laplaceNoise({ epsilon: 0.1, sensitivity: 1 }).halfWidth(0.95) // => 29.957322736
 */
export function laplaceNoise(budget: PrivacyBudget): LaplaceNoise {
  requireBudget(budget);
  const scale = budget.sensitivity / budget.epsilon;
  return {
    scale,
    standardDeviation: scale * Math.SQRT2,
    density: (noise) => exp(-abs(noise) / scale) / (2 * scale),
    cdf: (noise) => (noise < 0 ? 0.5 * exp(noise / scale) : 1 - 0.5 * exp(-noise / scale)),
    quantile: (probability) => {
      requireProbability(probability);
      return probability < 0.5 ? scale * log(2 * probability) : -scale * log(2 * (1 - probability));
    },
    halfWidth: (level) => {
      requireLevel(level);
      return -scale * log1p(-level);
    },
  };
}
