import { columnOf } from "../column.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { type Estimate, estimateAround } from "../estimate.ts";
import { isKnown, max, min, sqrt } from "../maths.ts";
import { misuse, requireRising, requireSameLength } from "../misuse.ts";
import { dot, sumOf } from "../sum-of.ts";
import { missing, type Undefined, undefinedBecause } from "../undefined.ts";
import { percentChange } from "./trend.ts";

/** Slopes of the logarithm in consecutive segments, segment i from `bounds[i]` to `bounds[i + 1]`. */
export type TrendSegments = Readonly<{
  bounds: ArrayLike<number>;
  slopes: ArrayLike<number>;
  standardErrors: ArrayLike<number>;
}>;

/**
 * The average annual percent change (AAPC) over some years of a trend in segments that are known.
 *
 * Formula. AAPC = 100(exp(Σ w b/Σ w) − 1), w the years of a segment within the range; variance Σ w² SE²/(Σ w)², as if
 * slopes were independent, limits by z on the scale of logarithms. Slopes of one joinpoint fit are not independent:
 * joinpointTrend gives the same average with their covariance.
 * Units. Slopes in logarithms a year; the answer in percent a year.
 * Refuses. missing-value; no-observations for a range outside the segments. Throws RangeError for columns that do not
 * fit or bounds that do not rise.
 * References. Clegg LX, Hankey BF, Tiwari R, Feuer EJ, Edwards BK, Stat Med 2009;28:3670-3682.
 * Checked against. trend (the average of the segments that the grid found).
 * @example
 * averageAnnualPercentChange({ bounds: [2000, 2008, 2019], slopes: [-0.03, 0.04], standardErrors: [0.001, 0.002] })
 * // => { value: 1.05819, lower: 0.81445, upper: 1.30252 }
 */
export function averageAnnualPercentChange(
  of: TrendSegments,
  options: Readonly<{ from?: number; to?: number; level?: number }> = {},
): Estimate | Undefined {
  const { bounds, slopes, standardErrors } = of;
  requireSameLength({ slopes, standardErrors });
  if (bounds.length !== slopes.length + 1) misuse("There must be one bound more than there are slopes.");
  const { from = bounds[0]!, to = bounds[bounds.length - 1]!, level = 0.95 } = options;
  const shares = yearShares(bounds, from, to);
  if (![...columnOf(slopes), ...columnOf(standardErrors)].every(isKnown))
    return missing("The slope of a segment, or its standard error,");
  const years = sumOf(shares);
  if (!(years > 0)) return outsideYears;
  const value = dot(slopes, shares) / years;
  const variance = sumOf(standardErrors, (error, i) => (shares[i]! * error) ** 2);
  return percentChange(estimateAround(value, sqrt(variance) / years, normalMultiplier(level), level));
}

/** The years of each segment that lie between two years. */
export function yearShares(bounds: ArrayLike<number>, from: number, to: number): Float64Array {
  requireRising("bounds", bounds);
  return columnOf(Array.from(bounds).slice(1), (end, i) => max(0, min(to, end) - max(from, bounds[i]!)));
}

/** A trend asked about outside its years. */
export const outsideYears = undefinedBecause("no-observations", "No part of the trend lies within these years.");
