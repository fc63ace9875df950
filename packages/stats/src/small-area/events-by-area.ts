import { requireSameLength } from "../misuse.ts";
import { countRefusal } from "../rates/weighted-count.ts";
import { sumOf } from "../sum-of.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

/** Events and the person-years in which they happened, one entry an area. */
export type EventsByArea = Readonly<{ events: ArrayLike<number>; personYears: ArrayLike<number> }>;

/** All areas together. */
export type Together = Readonly<{
  areas: number;
  events: number;
  personYears: number;
  /** Events per person-year. */
  rate: number;
  /** The mean square of the areas' rates about that rate, weighted by person-years. */
  scatter: number;
}>;

/** The areas together, or why their rates cannot be told. */
export function together({ events, personYears }: EventsByArea): Together | Undefined {
  requireSameLength({ events, personYears });
  const areas = events.length;
  if (areas === 0) return undefinedBecause("no-observations", "There are no areas.");
  let [allEvents, allPersonYears] = [0, 0];
  for (let i = 0; i < areas; i++) {
    const refusal = countRefusal(events[i]!, personYears[i]!);
    if (refusal) return refusal;
    allEvents += events[i]!;
    allPersonYears += personYears[i]!;
  }
  const rate = allEvents / allPersonYears;
  const scatter = sumOf(events, (d, i) => personYears[i]! * (d / personYears[i]! - rate) ** 2) / allPersonYears;
  return { areas, events: allEvents, personYears: allPersonYears, rate, scatter };
}

/** Marshall's variance between areas by moments, below zero where they scatter less than their counts alone would. */
export const momentVariance = ({ areas, personYears, rate, scatter }: Together): number =>
  scatter - rate / (personYears / areas);

/** A rate drawn towards a mean by as much as its own count is uncertain. */
export const shrunk = (rate: number, mean: number, variance: number, noise: number): number =>
  variance > 0 ? mean + (variance / (variance + noise)) * (rate - mean) : mean;
