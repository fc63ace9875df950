import { columnOf } from "../column.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { studentQuantile } from "../distributions/student.ts";
import { type EstimateWithError, estimateAround } from "../estimate.ts";
import { isKnown, sqrt } from "../maths.ts";
import { requireLevel, requireSameLength } from "../misuse.ts";
import { dot, sumOf } from "../sum-of.ts";
import { impossible, missing, tooFew, type Undefined, undefinedBecause } from "../undefined.ts";

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
  if (count === 0) return ofNothing;
  const sum = sumOf(values);
  if (!isKnown(sum)) return missing("A value");
  if (count === 1) return alone;
  const value = sum / count;
  const standardDeviation = sqrt(sumOf(values, (one) => (one - value) ** 2) / (count - 1));
  const multiplier = studentQuantile((1 + level) / 2, count - 1);
  const estimate = estimateAround(value, standardDeviation / sqrt(count), multiplier, level);
  return { ...estimate, count, sum, standardDeviation };
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
  if (count === 0) return ofNothing;
  const total = sumOf(weights);
  const sum = dot(values, weights);
  if (columnOf(weights).some((weight) => weight < 0)) return impossible("A weight is negative.");
  if (!isKnown(sum)) return missing("A value or weight");
  if (total === 0) return impossible("The weights sum to zero.");
  if (count === 1) return alone;
  const value = sum / total;
  const squares = sumOf(values, (one, i) => ((weights[i]! * (one - value)) / total) ** 2);
  return estimateAround(value, sqrt((count / (count - 1)) * squares), z, level);
}

const ofNothing = undefinedBecause("no-observations", "A mean of nothing does not exist.");
const alone = tooFew("One value has no spread, so its mean has no limits.");
