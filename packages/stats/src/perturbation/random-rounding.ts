import { misuse } from "../misuse.ts";
import { randomStream } from "../random/random-stream.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

/** The base is a whole number above one: all figures become multiples of it. */
export function requireBase(base: number): void {
  if (!(Number.isInteger(base) && base >= 2)) misuse(`A base is a whole number of 2 or more; it was given as ${base}.`);
}

/** A count is a whole number, zero or more; what is not is refused by name. */
export function notACount(count: number, where: string): Undefined | undefined {
  if (Number.isInteger(count) && count >= 0) return undefined;
  return undefinedBecause("impossible-value", `${where} is ${count}; a count is a whole number, zero or more.`);
}

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
  requireBase(base);
  const stream = randomStream(seed);
  const rounded = new Float64Array(counts.length);
  for (let i = 0; i < rounded.length; i++) {
    const refusal = notACount(counts[i]!, `Count ${i}`);
    if (refusal) return refusal;
    const rest = counts[i]! % base;
    const isUp = stream.uniform() * base < rest;
    rounded[i] = counts[i]! - rest + (isUp ? base : 0);
  }
  return rounded;
}
