import { columnOf, emptyColumn } from "../column.ts";
import { isKnown, log } from "../maths.ts";
import { requireRising, requireSameLength, requireThat } from "../misuse.ts";
import { impossible, missing, tooFew, type Undefined, undefinedBecause } from "../undefined.ts";

/** Rates by year, years rising; with standard errors each year counts by how sure it is. */
export type RateSeries = Readonly<{
  years: ArrayLike<number>;
  rates: ArrayLike<number>;
  standardErrors?: ArrayLike<number>;
}>;

/** A series ready for fitting: responses (rates or their logarithms) with weights. */
export type Responses = Readonly<{ years: Float64Array; responses: Float64Array; weights: Float64Array }>;

/** Throws for years that do not rise; a missing year is a gap, which is allowed, not NaN. */
export function requireYears(years: ArrayLike<number>): void {
  for (const year of Array.from(years)) requireThat(isKnown(year), "A year is a number", year);
  requireRising("years", years);
}

/**
 * The logarithms of the rates, each weighing (rate/error)², or the rates as they are, each weighing 1/error²; without
 * errors each weighs one. Or why there are none.
 */
export function responsesOf(
  { years, rates, standardErrors }: RateSeries,
  fewest: number,
  isLogged: boolean,
): Responses | Undefined {
  requireSameLength({ years, rates, standardErrors });
  requireYears(years);
  const weights = emptyColumn(rates.length).fill(1);
  for (let i = 0; i < rates.length; i++) {
    const rate = rates[i]!;
    const error = standardErrors ? standardErrors[i]! : 1;
    if (!isKnown(rate + error)) return missing("The rate of a year, or its standard error,", "; leave that year out");
    if (isLogged && rate === 0) return zeroRate;
    if (isLogged && rate < 0) return impossible("A rate is below zero.");
    if (!(error > 0)) return noError;
    if (standardErrors) weights[i] = ((isLogged ? rate : 1) / error) ** 2;
  }
  if (rates.length < fewest) return fewYears(fewest);
  return { years: columnOf(years), responses: columnOf(rates, isLogged ? log : Number), weights };
}

/** The refusal of a trend that needs more years. */
export const fewYears = (fewest: number): Undefined => tooFew(`A trend of this kind needs at least ${fewest} years.`);

const zeroRate = undefinedBecause(
  "no-events",
  "The rate of a year is zero, and zero has no logarithm; fit the counts with eventTrend, which needs none.",
);
const noError = undefinedBecause(
  "no-uncertainty",
  "The standard error of a year is zero or less, so it has no weight.",
);
