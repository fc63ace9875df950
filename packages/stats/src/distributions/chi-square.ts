import { gammaQuantile, type Tail } from "./gamma-quantile.ts";

/**
 * The value that a chi-square variable stays below (or exceeds) with a given probability.
 *
 * Formula. χ²_ν quantile = gamma quantile with shape ν/2 and scale 2.
 * Units. Degrees of freedom may be fractional.
 * Refuses. Throws RangeError for a probability outside 0 to 1 or degrees of freedom not above zero.
 * References. Abramowitz M, Stegun IA, Handbook of Mathematical Functions, 26.4.
 * Checked against. Abramowitz & Stegun table 26.8; mpmath through gammaQuantile.
 * @example
 * chiSquareQuantile(0.95, 1) // => 3.841458820694
 * @example
 * chiSquareQuantile(0.95, 10) // => 18.307038053275
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number, tail: Tail = "lower"): number {
  return gammaQuantile(probability, degreesOfFreedom / 2, 2, tail);
}
