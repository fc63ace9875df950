import { columnOf } from "../column.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import type { Estimate } from "../estimate.ts";
import { ceil, floor, isKnown, sqrt } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { missing, tooFew, type Undefined } from "../undefined.ts";
import { scoreVariance } from "./mann-kendall.ts";
import { requireYears } from "./series.ts";

/**
 * The Theil–Sen slope: the median of the slopes between all pairs of years, which a few odd years do not move.
 *
 * Formula. median of (x_j − x_i)/(t_j − t_i), i < j; of N slopes in order, limits are those of rank ⌊(N − C)/2⌋ and
 * ⌈(N + C)/2⌉ + 1, C = z√(Var S) with the variance of Kendall's score; infinite where there is no such rank.
 * Units. Those of the values, a year.
 * Refuses. missing-value; too-few-observations under two years. Throws RangeError for years that do not rise.
 * References. Theil H, Indagationes Mathematicae 1950;12:85-91; Sen PK, J Am Stat Assoc 1968;63:1379-1389.
 * Checked against. trend (independent R; its limits are not given there, they are tried by simulation).
 * @example
 * theilSenSlope({ years: [1, 2, 3, 4, 5, 6, 7, 8], values: [52.16, 46.86, 52.27, 45.73, 49.72, 59.39, 59.04, 57.93] })
 * // => { value: 1.29633333, lower: -0.73, upper: 3.99 }
 */
export function theilSenSlope(
  of: Readonly<{ years: ArrayLike<number>; values: ArrayLike<number> }>,
  options: Readonly<{ level?: number }> = {},
): Estimate | Undefined {
  const { level = 0.95 } = options;
  const { years, values } = of;
  const z = normalMultiplier(level);
  requireSameLength({ years, values });
  requireYears(years);
  const slopes: number[] = [];
  if (!columnOf(values).every(isKnown)) return missing("The value of a year", "; leave that year out");
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) slopes.push((values[j]! - values[i]!) / (years[j]! - years[i]!));
  if (slopes.length === 0) return tooFew("A slope needs at least two years.");
  slopes.sort((a, b) => a - b);
  const reach = z * sqrt(scoreVariance(values));
  const count = slopes.length;
  return {
    value: (slopes[(count - 1) >> 1]! + slopes[count >> 1]!) / 2,
    lower: slopes[floor((count - reach) / 2) - 1] ?? -Infinity,
    upper: slopes[ceil((count + reach) / 2)] ?? Infinity,
    level,
  };
}
