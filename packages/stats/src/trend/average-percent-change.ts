import { normalMultiplier } from "../distributions/normal.ts";
import type { Estimate } from "../estimate.ts";
import { misuse, requireSameLength } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";
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
  let [sum, variance, years] = [0, 0, 0];
  for (let i = 0; i < slopes.length; i++) {
    const share = shares[i]!;
    if (!Number.isFinite(slopes[i]) || !Number.isFinite(standardErrors[i])) return missing;
    years += share;
    sum += share * slopes[i]!;
    variance += (share * standardErrors[i]!) ** 2;
  }
  if (!(years > 0)) return undefinedBecause("no-observations", "No segment of the trend lies within these years.");
  const value = sum / years;
  const reach = (normalMultiplier(level) * Math.sqrt(variance)) / years;
  return percentChange({ value, lower: value - reach, upper: value + reach, level });
}

const missing = undefinedBecause("missing-value", "The slope of a segment, or its standard error, is not known.");

/** The years of each segment that lie between two years. */
export function yearShares(bounds: ArrayLike<number>, from: number, to: number): Float64Array {
  const shares = new Float64Array(bounds.length - 1);
  for (let i = 0; i < shares.length; i++) {
    if (!(bounds[i + 1]! > bounds[i]!)) misuse(`\`bounds\` must rise: ${bounds[i + 1]} follows ${bounds[i]}.`);
    shares[i] = Math.max(0, Math.min(to, bounds[i + 1]!) - Math.max(from, bounds[i]!));
  }
  return shares;
}
