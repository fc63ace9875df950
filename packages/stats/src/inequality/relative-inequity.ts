import { isKnown } from "../maths.ts";
import { impossible, missing, type Undefined, undefinedBecause } from "../undefined.ts";

/**
 * How a group's share of cases compares with its share of the population, as a ratio.
 *
 * Formula. share of cases/share of population.
 * Units. A ratio; both shares in the same unit.
 * Refuses. missing-value; impossible-value for a negative share; no-person-years where the group has no people.
 * References. Health Equity Tracker, Satcher Health Leadership Institute, methodology.
 * Checked against. relative_inequity_het (its ratios; it prints none below 0.1).
 * @example
 * shareRatio(23.2, 9.5) // => 2.4421
 */
export function shareRatio(shareOfCases: number, shareOfPopulation: number): number | Undefined {
  if (!isKnown(shareOfCases + shareOfPopulation)) return missing("A share");
  if (shareOfCases < 0 || shareOfPopulation < 0) return impossible("A share is negative.");
  if (shareOfPopulation === 0) return undefinedBecause("no-person-years", "The group has no part of the population.");
  return shareOfCases / shareOfPopulation;
}

/**
 * The relative inequity of a group: by how much its share of cases is above or below its share of the population.
 *
 * Formula. 100 × (share of cases − share of population)/share of population.
 * Units. Percent; both shares in the same unit.
 * Refuses. As shareRatio.
 * References. Health Equity Tracker, Satcher Health Leadership Institute, methodology.
 * Checked against. relative_inequity_het.
 * @example
 * relativeInequity(23.2, 9.5) // => 144.21
 * @example
 * relativeInequity(7.4, 0) // => { undefined: "no-person-years" }
 */
export function relativeInequity(shareOfCases: number, shareOfPopulation: number): number | Undefined {
  const ratio = shareRatio(shareOfCases, shareOfPopulation);
  if (typeof ratio !== "number") return ratio;
  return (100 * (shareOfCases - shareOfPopulation)) / shareOfPopulation;
}
