import { type Undefined, undefinedBecause } from "../undefined.ts";

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

/** The rank of each value from the lowest, ties sharing the lowest; 0 for a missing value. */
export function lowestRanks(values: ArrayLike<number>): { ranks: Float64Array; order: number[] } {
  const order = Array.from(values, (_, i) => i).filter((i) => Number.isFinite(values[i]));
  order.sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Float64Array(values.length);
  for (const [place, i] of order.entries()) {
    const before = order[place - 1];
    ranks[i] = before !== undefined && values[before] === values[i] ? ranks[before]! : place + 1;
  }
  return { ranks, order };
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
  const { ranks, order } = lowestRanks(values);
  const known = order.length;
  const alone = undefinedBecause("too-few-observations", "A single value cannot be ranked against others.");
  const noHigher = new Float64Array(values.length);
  for (let place = known - 1; place >= 0; place--) {
    const i = order[place]!;
    const after = order[place + 1];
    noHigher[i] = after !== undefined && values[after] === values[i] ? noHigher[after]! : place + 1;
  }
  return Array.from(ranks, (rank, i) => {
    if (rank === 0) return missingValue;
    return known === 1 ? alone : { rank, percentile: (rank - 1) / (known - 1), cumulative: noHigher[i]! / known };
  });
}
