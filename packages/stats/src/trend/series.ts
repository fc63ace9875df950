import { misuse, requireSameLength } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

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
  for (let i = 0; i < years.length; i++) {
    if (!Number.isFinite(years[i])) misuse(`A year is a number; \`years\` holds ${years[i]}.`);
    if (i > 0 && years[i]! <= years[i - 1]!) misuse(`\`years\` must rise: ${years[i]} follows ${years[i - 1]}.`);
  }
}

/** Logarithms of the rates, each weighing (rate/error)², or one without errors; or why there are none. */
export function logResponses(of: RateSeries, fewest: number): Responses | Undefined {
  return responsesOf(of, fewest, true);
}

/** The rates as they are, each weighing 1/error², or one without errors; or why there are none. */
export function plainResponses(of: RateSeries, fewest: number): Responses | Undefined {
  return responsesOf(of, fewest, false);
}

function responsesOf(
  { years, rates, standardErrors }: RateSeries,
  fewest: number,
  logged: boolean,
): Responses | Undefined {
  requireSameLength({ years, rates, ...(standardErrors && { standardErrors }) });
  requireYears(years);
  const responses = Float64Array.from(rates);
  const weights = new Float64Array(rates.length).fill(1);
  for (let i = 0; i < rates.length; i++) {
    const rate = rates[i]!;
    const error = standardErrors?.[i];
    if (!Number.isFinite(rate) || (error !== undefined && !Number.isFinite(error))) return missing;
    if (logged && rate === 0) return zeroRate;
    if (logged && rate < 0) return undefinedBecause("impossible-value", "A rate is below zero.");
    if (error !== undefined && !(error > 0)) return noError;
    if (error !== undefined) weights[i] = ((logged ? rate : 1) / error) ** 2;
    if (logged) responses[i] = Math.log(rate);
  }
  if (rates.length < fewest)
    return undefinedBecause("too-few-observations", `A trend of this kind needs at least ${fewest} years.`);
  return { years: Float64Array.from(years), responses, weights };
}

const missing = undefinedBecause(
  "missing-value",
  "The rate of a year, or its standard error, is not known, and a missing figure is not a zero; leave that year out.",
);
const zeroRate = undefinedBecause(
  "no-events",
  "The rate of a year is zero, and zero has no logarithm; fit the counts with eventTrend, which needs none.",
);
const noError = undefinedBecause(
  "no-uncertainty",
  "The standard error of a year is zero or less, so it has no weight.",
);
