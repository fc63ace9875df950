import { emptyColumn } from "../column.ts";
import { tooFew, type Undefined, undefinedBecause } from "../undefined.ts";
import { tiesOf } from "./ties-of.ts";

/** Where one value stands among all that are known. */
export type Rank = Readonly<{
  /** 1 for the lowest; equal values share the lowest of their ranks. */
  rank: number;
  /** (rank − 1)/(n − 1). */
  percentile: number;
  /** Share of values that are no higher. */
  cumulative: number;
}>;

/** What a missing value is told. */
export const missingValue = undefinedBecause(
  "missing-value",
  "There is no value here, so it has no place among the others.",
);

/** The rank of each value from the lowest, ties sharing the lowest, and how many are no higher; 0 for a missing value. */
export function lowestRanks(values: ArrayLike<number>): {
  ranks: Float64Array;
  noHigher: Float64Array;
  order: number[];
} {
  const ties = tiesOf(values);
  const ranks = emptyColumn(values.length);
  const noHigher = emptyColumn(values.length);
  let lower = 0;
  for (const tied of ties) {
    for (const i of tied) [ranks[i], noHigher[i]] = [lower + 1, lower + tied.length];
    lower += tied.length;
  }
  return { ranks, noHigher, order: ties.flat() };
}

/**
 * The rank, percentile rank and cumulative share of each value.
 *
 * Formula. rank = 1 + number lower; percentile = (rank − 1)/(n − 1); cumulative = number no higher / n; n counts known
 * values only.
 * Units. Percentile and cumulative share are fractions.
 * Refuses. Each missing value says missing-value; a single known value says too-few-observations.
 * References. Hyndman RJ, Fan Y, Am Stat 1996;50:361-365 (percentile rank as the inverse of definition 7).
 * Checked against. quantiles (dplyr 1.1.4: min_rank, percent_rank, cume_dist).
 * @example
 * percentileRanks([4, 2, 9, 2])
 * // => [{ rank: 3, percentile: 0.6667 }, { rank: 1, cumulative: 0.5 }, { rank: 4, percentile: 1 }, { rank: 1, percentile: 0 }]
 */
export function percentileRanks(values: ArrayLike<number>): (Rank | Undefined)[] {
  const { ranks, noHigher, order } = lowestRanks(values);
  const known = order.length;
  const alone = tooFew("A single value cannot be ranked against others.");
  return Array.from(ranks, (rank, i) => {
    if (rank === 0) return missingValue;
    return known === 1 ? alone : { rank, percentile: (rank - 1) / (known - 1), cumulative: noHigher[i]! / known };
  });
}
