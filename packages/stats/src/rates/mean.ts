import { normalMultiplier } from "../distributions/normal.ts";
import { studentQuantile } from "../distributions/student.ts";
import type { EstimateWithError } from "../estimate.ts";
import { requireLevel, requireSameLength } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

/** A mean with what it was made of. */
export type Mean = EstimateWithError & Readonly<{ count: number; sum: number; standardDeviation: number }>;

/**
 * The mean of a sample with its t interval.
 *
 * Formula. x̄ ± t_{n−1} s/√n, s² = Σ(x − x̄)²/(n − 1).
 * Units. Those of the values.
 * Refuses. no-observations; too-few-observations for one value, which has no spread; missing-value.
 * References. Student, Biometrika 1908;6:1-25.
 * Checked against. mean (PHEindicatormethods 2.1.0).
 * @example
 * mean([1, 2]) // => { value: 1.5, lower: -4.8531024, upper: 7.8531024, standardDeviation: 0.7071068 }
 * @example
 * mean([4]) // => { undefined: "too-few-observations" }
 */
export function mean(values: ArrayLike<number>, options: Readonly<{ level?: number }> = {}): Mean | Undefined {
  const { level = 0.95 } = options;
  requireLevel(level);
  const count = values.length;
  if (count === 0) return undefinedBecause("no-observations", "A mean of nothing does not exist.");
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  if (!Number.isFinite(sum))
    return undefinedBecause("missing-value", "A value is missing, and a missing figure is not a zero.");
  if (count === 1)
    return undefinedBecause("too-few-observations", "One value has no spread, so its mean has no limits.");
  const value = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - value) ** 2;
  const standardDeviation = Math.sqrt(squares / (count - 1));
  const standardError = standardDeviation / Math.sqrt(count);
  const reach = studentQuantile((1 + level) / 2, count - 1) * standardError;
  return { value, lower: value - reach, upper: value + reach, level, standardError, count, sum, standardDeviation };
}

/**
 * The weighted mean of a sample, with the linearised standard error of sampling with replacement.
 *
 * Formula. x̄ = Σwx/Σw; with u = w(x − x̄)/Σw, SE² = n/(n − 1) Σ(u − ū)²; limits x̄ ± z·SE.
 * Units. Those of the values; weights in any unit.
 * Refuses. no-observations; too-few-observations for one value; missing-value; impossible-value for weights that are
 * negative or sum to zero.
 * References. Binder DA, Int Stat Rev 1983;51:279; Lumley T, Complex Surveys, 2010.
 * Checked against. mean (survey 4.4.2, svymean).
 * @example
 * weightedMean([1, 2, 4], [1, 1, 2]) // => { value: 2.75, standardError: 0.96217527 }
 */
export function weightedMean(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  options: Readonly<{ level?: number }> = {},
): EstimateWithError | Undefined {
  const { level = 0.95 } = options;
  requireSameLength({ values, weights });
  const z = normalMultiplier(level);
  const count = values.length;
  if (count === 0) return undefinedBecause("no-observations", "A mean of nothing does not exist.");
  let total = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    if (weights[i]! < 0) return undefinedBecause("impossible-value", "A weight is negative.");
    total += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  if (!Number.isFinite(sum)) return undefinedBecause("missing-value", "A value or weight is missing.");
  if (total === 0) return undefinedBecause("impossible-value", "The weights sum to zero.");
  if (count === 1)
    return undefinedBecause("too-few-observations", "One value has no spread, so its mean has no limits.");
  const value = sum / total;
  // Σu is zero by construction, so Σ(u − ū)² is Σu².
  let squares = 0;
  for (let i = 0; i < count; i++) squares += ((weights[i]! * (values[i]! - value)) / total) ** 2;
  const standardError = Math.sqrt((count / (count - 1)) * squares);
  return { value, lower: value - z * standardError, upper: value + z * standardError, level, standardError };
}
