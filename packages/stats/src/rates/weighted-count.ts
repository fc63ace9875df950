import { type Undefined, undefinedBecause } from "../undefined.ts";

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
export function emptyWeightedCount(): WeightedCount {
  return { rate: 0, variance: 0, events: 0, meanWeight: 0, meanSquareWeight: 0, minWeight: 0, maxWeight: 0 };
}

/** The weights of a standard population scaled to sum to one; nothing where it holds nobody or a weight below zero. */
export function standardWeights(standardPopulation: ArrayLike<number>): Float64Array | undefined {
  const weights = Float64Array.from(standardPopulation);
  let total = 0;
  for (const w of weights) {
    if (!(w >= 0 && w < Infinity)) return undefined;
    total += w;
  }
  if (!(total > 0)) return undefined;
  return weights.map((w) => w / total);
}

/** The codes that a column of reasons points into; entry 0 stands for "nothing is wrong". */
const rateReasons = [
  undefined,
  "missing-value",
  "negative-events",
  "no-person-years",
  "no-events",
  "no-standard-population",
] as const;

type RateCode = Exclude<(typeof rateReasons)[number], undefined>;

const sentences: Readonly<Record<RateCode, string>> = {
  "missing-value": "The events or person-years of a group are not known, and a missing figure is not a zero.",
  "negative-events": "There cannot be fewer than no events.",
  "no-person-years": "There are no person-years in a group, so its rate does not exist.",
  "no-events": "Without events these limits do not exist; exact limits, or those of Fay and Feuer, do.",
  "no-standard-population": "The standard population holds nobody, or a weight below zero.",
};

/** The refusal that a reason stands for. */
export function rateRefusal(reason: number): Undefined {
  const code = rateReasons[reason] ?? "missing-value";
  return undefinedBecause(code, sentences[code]);
}

/** An index into `rateReasons` for one count over person-years. */
export function countReason(events: number, personYears: number): number {
  if (events >= 0 && events < Infinity && personYears > 0 && personYears < Infinity) return 0;
  if (!Number.isFinite(events) || !Number.isFinite(personYears)) return 1;
  return events < 0 ? 2 : 3;
}

/** Sums the strata that begin at `offset` into `into`; an index into `rateReasons`, 0 when all is well. */
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
