import { columnOf } from "../column.ts";
import { twoSidedP } from "../distributions/normal.ts";
import { tiesOf } from "../groups/ties-of.ts";
import { isKnown, min, sqrt } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { missing, tooFew, type Undefined, undefinedBecause } from "../undefined.ts";

/** Kendall's score of a series against time, with the test that it has no trend. */
export type MannKendall = Readonly<{
  /** Pairs that rise less pairs that fall. */
  score: number;
  /** Of the score without a trend, corrected for ties. */
  variance: number;
  z: number;
  p: number;
}>;

/**
 * The Mann–Kendall test of a trend, which asks nothing of its shape but that it rises or falls.
 *
 * Formula. S = Σ_{i<j} sign(x_j − x_i); Var S = (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t equal values;
 * z = (S − sign S)/√Var S; p two-sided by the normal approximation.
 * Units. None; values in order of time, the distance between times plays no part.
 * Refuses. missing-value; too-few-observations under four values, of which no order is rare enough to tell; no-variation
 * where all are equal.
 * References. Mann HB, Econometrica 1945;13:245-259; Kendall MG, Rank Correlation Methods, 1975.
 * Checked against. trend (independent R).
 * @example
 * mannKendall([52.16, 46.86, 52.27, 45.73, 49.72, 59.39, 59.04, 57.93])
 * // => { score: 10, variance: 65.333333, z: 1.11346123, p: 0.26551039 }
 * @example
 * mannKendall([1, 1, 2, 2, 3]) // => { score: 8, variance: 14.666667, z: 1.82782 }
 */
export function mannKendall(values: ArrayLike<number>): MannKendall | Undefined {
  const n = values.length;
  if (!columnOf(values).every(isKnown)) return missing("A value", "; leave it out");
  if (n < 4) return tooFew("At least four values are needed to test for a trend.");
  let score = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) score += Math.sign(values[j]! - values[i]!);
  const variance = scoreVariance(values);
  if (variance === 0) return undefinedBecause("no-variation", "All values are equal, so there is no order to test.");
  const z = (score - Math.sign(score)) / sqrt(variance);
  return { score, variance, z, p: min(1, twoSidedP(z)) };
}

/** The variance of Kendall's score when time and values are unrelated. */
export function scoreVariance(values: ArrayLike<number>): number {
  const tied = sumOf(tiesOf(values), ({ length }) => spare(length));
  return (spare(values.length) - tied) / 18;
}

const spare = (n: number): number => n * (n - 1) * (2 * n + 5);
