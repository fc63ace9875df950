/** Whose rules an amount was made by. Amounts of two regimes are different things, and no function here takes both. */
export type Regime = "ledger" | "irs" | "illinois" | "anchor";

declare const madeBy: unique symbol;

/** Money in whole cents, as one regime counts it. The compiler refuses to add what two regimes count. */
export type Cents<R extends Regime> = number & { readonly [madeBy]: R };

/**
 * A whole number of cents, under the rules of a regime.
 *
 * @throws RangeError where it is no whole number, or too large to be exact (beyond 2^53 - 1).
 * @example
 * centsOf("irs", 1250) // => 1250
 */
export function centsOf<R extends Regime>(_regime: R, amount: number): Cents<R> {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is no exact number of cents`);
  return (amount === 0 ? 0 : amount) as Cents<R>; // never -0
}

/**
 * The exact sum, whatever the order. Nothing adds to 0 of the regime named.
 *
 * @throws RangeError where the sum is too large to be exact.
 * @example
 * sumCents("irs", [centsOf("irs", 10), centsOf("irs", -3)]) // => 7
 */
export function sumCents<R extends Regime>(regime: R, amounts: Iterable<Cents<NoInfer<R>>>): Cents<R> {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return centsOf(regime, Number(sum));
}

/**
 * One amount less another of the same regime.
 *
 * @example
 * lessCents("irs", centsOf("irs", 10), centsOf("irs", 30)) // => -20
 */
export const lessCents = <R extends Regime>(regime: R, from: Cents<NoInfer<R>>, taken: Cents<NoInfer<R>>): Cents<R> =>
  centsOf(regime, from - taken);

/**
 * A share of an amount, in basis points (10,000 is the whole), rounded once: to the nearest cent, halves away from 0.
 *
 * @example
 * shareOf("irs", centsOf("irs", 101), 5000) // => 51
 * @example
 * shareOf("irs", centsOf("irs", -101), 5000) // => -51
 */
export const shareOf = <R extends Regime>(regime: R, amount: Cents<NoInfer<R>>, basisPoints: number): Cents<R> =>
  centsOf(regime, Number(dividedHalfAway(BigInt(amount) * BigInt(basisPoints), 10_000n)));

/**
 * What paid time cost: minutes at an hourly rate and its fringe benefits, rounded once, halves away from 0.
 *
 * @example
 * timeCost({ minutes: 90, centsPerHour: 4000, fringeBasisPoints: 2500 }) // => 7500
 */
export const timeCost = (it: Readonly<{ minutes: number; centsPerHour: number; fringeBasisPoints: number }>) =>
  centsOf(
    "ledger",
    Number(
      dividedHalfAway(
        BigInt(it.minutes) * BigInt(it.centsPerHour) * (10_000n + BigInt(it.fringeBasisPoints)),
        600_000n,
      ),
    ),
  );

/**
 * An amount in parts by weight, in whole cents that add to it exactly: each part is rounded down, and what is left goes to the
 * largest remainders, the earlier first (the method of Hamilton).
 *
 * @param weights whole numbers, none negative, not all 0
 * @throws RangeError where the weights cannot divide anything
 * @example
 * allocate("irs", centsOf("irs", 100), [1, 1, 1]) // => [34, 33, 33]
 */
export function allocate<R extends Regime>(
  regime: R,
  amount: Cents<NoInfer<R>>,
  weights: readonly number[],
): readonly Cents<R>[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole <= 0n || weights.some((weight) => weight < 0)) throw new RangeError("these weights divide nothing");
  const sign = amount < 0 ? -1n : 1n;
  const size = BigInt(amount) * sign;
  const parts = weights.map((weight, at) => ({
    at,
    floor: (size * BigInt(weight)) / whole,
    left: (size * BigInt(weight)) % whole,
  }));
  let missing = size - parts.reduce((sum, { floor }) => sum + floor, 0n);
  for (const part of [...parts].sort((a, b) => (a.left === b.left ? a.at - b.at : a.left > b.left ? -1 : 1))) {
    if (missing === 0n) break;
    part.floor += 1n;
    missing -= 1n;
  }
  return parts.map(({ floor }) => centsOf(regime, Number(floor * sign)));
}

function dividedHalfAway(amount: bigint, by: bigint): bigint {
  const size = amount < 0n ? -amount : amount;
  const rounded = (2n * size + by) / (2n * by);
  return amount < 0n ? -rounded : rounded;
}
