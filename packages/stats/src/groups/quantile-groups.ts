import { columnOf } from "../column.ts";
import { ceil, floor, isKnown, max, min } from "../maths.ts";
import { requireSameLength, requireShare, requireWhole } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, tooFew, type Undefined, undefinedBecause } from "../undefined.ts";
import { lowestRanks, missingValue } from "./ranks.ts";

/**
 * The quantile group, such as deprivation decile, of each area as OHID assigns it: equal values stay together.
 *
 * Formula. With N known values and the rank r of each from the end that comes last, ties sharing the lowest rank,
 * q = ⌊(k + 1) − ⌈(N + 1 − r)/(N/k)⌉⌋, and 0 becomes 1.
 * Units. Groups are numbered from 1; group 1 holds the highest values unless `lowestFirst`.
 * Refuses. Each missing value says missing-value; all say too-few-observations where N < k. Throws RangeError for fewer
 * than two groups.
 * References. Office for Health Improvement and Disparities, Technical guide: assigning deprivation categories, 2018.
 * Checked against. quantiles and phe_published_tests (PHEindicatormethods 2.1.0).
 * @example
 * quantileGroups([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5) // => [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]
 * @example
 * quantileGroups([5, 3, 1], 3, { lowestFirst: true }) // => [3, 2, 1]
 */
export function quantileGroups(
  values: ArrayLike<number>,
  groups: number,
  options: Readonly<{ lowestFirst?: boolean }> = {},
): (number | Undefined)[] {
  requireWhole("groups", groups, 2);
  const { ranks, order } = lowestRanks(options.lowestFirst ? values : columnOf(values, (value) => -value));
  const known = order.length;
  const few = tooFew(`${known} values are too few for ${groups} groups.`);
  return Array.from(ranks, (rank) => {
    if (rank === 0) return missingValue;
    if (known < groups) return few;
    return max(1, floor(groups + 1 - ceil((known + 1 - rank) / (known / groups))));
  });
}

/**
 * Groups of as nearly equal size as can be, from the lowest value up; equal values may part, by their position.
 *
 * Formula. The N known values in order fill k groups; the first N mod k groups hold one more than the others.
 * Units. Groups are numbered from 1.
 * Refuses. Each missing value says missing-value. Throws RangeError for fewer than two groups.
 * References. Wickham H et al, dplyr, ntile.
 * Checked against. quantiles (dplyr 1.1.4: ntile).
 * @example
 * equalGroups([4, 2, 9, 1, 7], 3) // => [2, 1, 3, 1, 2]
 */
export function equalGroups(values: ArrayLike<number>, groups: number): (number | Undefined)[] {
  requireWhole("groups", groups, 2);
  const { order } = lowestRanks(values);
  const small = floor(order.length / groups);
  const larger = order.length % groups;
  const answer: (number | Undefined)[] = Array.from(values, () => missingValue);
  for (const [place, i] of order.entries()) {
    const inLarger = larger * (small + 1);
    answer[i] = place < inLarger ? floor(place / (small + 1)) + 1 : larger + floor((place - inLarger) / small) + 1;
  }
  return answer;
}

/**
 * Cut points that divide a population, not its areas, into given shares.
 *
 * Formula. With W the sum of weights, the value at position 1 + (W − 1)p of the list in which each value stands as often
 * as its weight says, neighbours interpolated.
 * Units. Those of the values; weights are people or counts.
 * Refuses. no-observations; missing-value; impossible-value for weights that are negative or sum to less than one.
 * Throws RangeError for shares outside 0 to 1.
 * References. Harrell FE, Hmisc, wtd.quantile (type "quantile"); Hyndman RJ, Fan Y, Am Stat 1996;50:361-365, definition 7.
 * Checked against. quantiles (Hmisc 5.2.3).
 * @example
 * weightedQuantiles([10, 20, 30], [1, 1, 8], [0.25, 0.5]) // => [30, 30]
 * @example
 * weightedQuantiles([10, 20], [2, 2], [0.5]) // => [15]
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  shares: readonly number[],
): number[] | Undefined {
  requireSameLength({ values, weights });
  for (const share of shares) requireShare("A share", share);
  if (values.length === 0) return undefinedBecause("no-observations", "There is nothing to divide.");
  const { order } = lowestRanks(values);
  const total = sumOf(weights);
  if (order.length < values.length || !isKnown(total)) return missingValue;
  if (!(total >= 1) || columnOf(weights).some((w) => w < 0))
    return impossible("Weights must not be negative, and together at least one.");
  const at = (position: number) => {
    let seen = 0;
    for (const i of order) {
      seen += weights[i]!;
      if (seen >= position) return values[i]!;
    }
    return values[order.at(-1)!]!;
  };
  return shares.map((share) => {
    const position = 1 + (total - 1) * share;
    const whole = floor(position);
    const part = position - whole;
    return (1 - part) * at(whole) + part * at(min(whole + 1, total));
  });
}
