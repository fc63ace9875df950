import { type Cents, centsOf, type Regime } from "../kernel/money.ts";

/** An exact ratio of two whole numbers; what is below the line is above 0. */
export type Ratio = Readonly<{ numerator: number; denominator: number }>;

/**
 * A ratio, where there is one: nothing is divided by 0 or less.
 *
 * @example
 * ratio(30, 100) // => { numerator: 30, denominator: 100 }
 * @example
 * ratio(30, 0) // => null
 */
export const ratio = (numerator: number, denominator: number): Ratio | null =>
  denominator > 0 ? { numerator, denominator } : null;

/**
 * An amount times one or more ratios, rounded once: to the nearest cent, halves away from 0.
 *
 * @example
 * atRatio("irs", 1000, { numerator: 1, denominator: 3 }) // => 333
 */
export function atRatio<R extends Regime>(regime: R, amount: number, ...ratios: readonly Ratio[]): Cents<R> {
  const over = ratios.reduce((product, { numerator }) => product * BigInt(numerator), BigInt(amount));
  const under = ratios.reduce((product, { denominator }) => product * BigInt(denominator), 1n);
  return centsOf(regime, Number(roundedQuotient(over, under)));
}

/**
 * A ratio as a decimal of so many places, halves away from 0.
 *
 * @example
 * decimalOf({ numerator: 179985240, denominator: 1765134533 }, 4) // => 0.102
 */
export function decimalOf({ numerator, denominator }: Ratio, decimals: number): number {
  const scale = 10 ** decimals;
  return Number(roundedQuotient(BigInt(numerator) * BigInt(scale), BigInt(denominator))) / scale;
}

/** Basis points as a ratio. */
export const ofBasisPoints = (basisPoints: number): Ratio => ({ numerator: basisPoints, denominator: 10_000 });

function roundedQuotient(over: bigint, under: bigint): bigint {
  const size = over < 0n ? -over : over;
  const rounded = (2n * size + under) / (2n * under);
  return over < 0n ? -rounded : rounded;
}
