import { emptyColumn } from "../column.ts";
import { requireWhole } from "../misuse.ts";
import { notACount } from "../not-a-count.ts";
import { randomStream } from "../random/random-stream.ts";
import type { Undefined } from "../undefined.ts";

/**
 * Counts rounded at random to multiples of a base, without bias, each for itself: totals no longer are the sum of their
 * parts.
 *
 * Formula. count = q·b + r becomes (q + 1)·b with probability r/b and q·b otherwise; its expectation is the count, and its
 * variance r(b − r). Multiples of b stay.
 * Units. Counts. The seed is as secret as the counts.
 * Refuses. An Undefined for a count that is no whole number (impossible-value). Throws RangeError for a base that is not a
 * whole number of 2 or more.
 * References. Nargundkar MS, Saveland W, Random rounding to prevent statistical disclosures, ASA 1972; Hundepool A et al,
 * Statistical Disclosure Control, 2012, 4.5.
 * Checked against. Its expectation over many seeds; its own definition.
 * @example
 * [...randomlyRounded([0, 5, 10], 5, 1)] // => [0, 5, 10]
 */
export function randomlyRounded(counts: ArrayLike<number>, base: number, seed: number): Float64Array | Undefined {
  requireWhole("base", base, 2);
  const stream = randomStream(seed);
  const rounded = emptyColumn(counts.length);
  for (let i = 0; i < rounded.length; i++) {
    const refusal = notACount(counts[i]!, `Count ${i}`);
    if (refusal) return refusal;
    const rest = counts[i]! % base;
    const isUp = stream.uniform() * base < rest;
    rounded[i] = counts[i]! - rest + (isUp ? base : 0);
  }
  return rounded;
}
