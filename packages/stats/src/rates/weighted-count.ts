import { columnOf } from "../column.ts";
import { isKnown, noFigure } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { missing, type Undefined, undefinedBecause } from "../undefined.ts";

/** What the limits of a weighted sum of Poisson counts rest on; c is a stratum's weight over its person-years. */
export type WeightedCount = {
  /** Σ cD. */
  rate: number;
  /** Σ c²D. */
  variance: number;
  /** ΣD. */
  events: number;
  meanWeight: number;
  meanSquareWeight: number;
  minWeight: number;
  maxWeight: number;
};

/** A weighted count to be filled in. */
export const emptyWeightedCount = (): WeightedCount => ({
  rate: 0,
  variance: 0,
  events: 0,
  meanWeight: 0,
  meanSquareWeight: 0,
  minWeight: 0,
  maxWeight: 0,
});

/** The weights of a standard population scaled to sum to one; nothing where it holds nobody or a weight below zero. */
export function standardWeights(standardPopulation: ArrayLike<number>): Float64Array | undefined {
  const total = sumOf(standardPopulation, (weight) => (weight >= 0 ? weight : noFigure));
  return total > 0 && total < Infinity ? columnOf(standardPopulation, (weight) => weight / total) : undefined;
}

/** Limits that need an event where there is none. */
export const withoutEvents = undefinedBecause(
  "no-events",
  "Without events these limits do not exist; exact limits, or those of Fay and Feuer, do.",
);

/** A standard population that gives no weights. */
export const withoutStandard = undefinedBecause(
  "no-standard-population",
  "The standard population holds nobody, or a weight below zero.",
);

const rateRefusals = [
  missing("The number of events, or of person-years, of a group"),
  undefinedBecause("negative-events", "There cannot be fewer than no events."),
  undefinedBecause("no-person-years", "There are no person-years in a group, so its rate does not exist."),
  withoutEvents,
  withoutStandard,
];

/** What a reason of a column of rates stands for; 0 for nothing. */
export const rateRefusal = (reason: number): Undefined | undefined => rateRefusals[reason - 1];

/** Why one count over person-years has no rate, or nothing when it has. */
export const countRefusal = (events: number, personYears: number): Undefined | undefined =>
  rateRefusal(countReason(events, personYears));

/** The same as the reason of a column: its place among the refusals counted from 1, or 0. */
export function countReason(events: number, personYears: number): number {
  if (events >= 0 && events < Infinity && personYears > 0 && personYears < Infinity) return 0;
  if (!isKnown(events) || !isKnown(personYears)) return 1;
  return events < 0 ? 2 : 3;
}

/** Sums the strata that begin at `offset` into `into`; the reason of a column, 0 when all is well. */
export function fillWeightedCount(
  into: WeightedCount,
  weights: Float64Array,
  events: ArrayLike<number>,
  personYears: ArrayLike<number>,
  offset: number,
): number {
  const count = weights.length;
  let rate = 0;
  let variance = 0;
  let total = 0;
  let sum = 0;
  let squares = 0;
  let least = Infinity;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const d = events[offset + i]!;
    const p = personYears[offset + i]!;
    const reason = countReason(d, p);
    if (reason !== 0) return reason;
    const c = weights[i]! / p;
    rate += c * d;
    variance += c * c * d;
    total += d;
    sum += c;
    squares += c * c;
    if (c < least) least = c;
    if (c > most) most = c;
  }
  into.rate = rate;
  into.variance = variance;
  into.events = total;
  into.meanWeight = sum / count;
  into.meanSquareWeight = squares / count;
  into.minWeight = least;
  into.maxWeight = most;
  return 0;
}
