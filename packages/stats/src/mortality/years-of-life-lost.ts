import { normalMultiplier } from "../distributions/normal.ts";
import { type EstimateWithError, estimateAround } from "../estimate.ts";
import { max, sqrt } from "../maths.ts";
import { misuse, requireSameLength } from "../misuse.ts";
import { dot, sumOf } from "../sum-of.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";
import { type AgeBands, bandRefusal, bandsReason, noDeathsInOpenBand, requireAges } from "./age-bands.ts";

/** Years lost before an age: their number, their rate, and each band's part. */
export type YearsOfLifeLost = EstimateWithError &
  Readonly<{
    byBand: number[];
    personYearsUnderLimit: number;
    /** Years lost per `per` people below the limit. */
    rate: EstimateWithError;
    /** The same weighted to a standard population, where one was given. */
    adjustedRate?: EstimateWithError;
  }>;

/**
 * Years of potential life lost before an age, as a number, a rate per 100 000 people below that age, and, with a
 * standard population, an age-adjusted rate.
 *
 * Formula. Each death in the band from x to y counts limit − (x + y)/2 years; deaths at or above the limit count none.
 * Rate Σ (limit − m) D / Σ P; adjusted Σ w(limit − m) D/P with the weights below the limit scaled to one. Standard errors
 * √Σ (limit − m)² D, the same over Σ P, and √Σ w²(limit − m)² D/P²; limits ± z·SE, deaths being Poisson.
 * Units. Years; rates per `per` person-years (100 000 unless given).
 * Refuses. too-few-bands, missing-value, negative-events, no-person-years, more-deaths-than-people,
 * no-standard-population. Throws RangeError where the limit is not a lower bound: deaths on both sides of it in one band
 * cannot be told apart.
 * References. Gardner JW, Sanborn JS, Epidemiology 1990;1:322-329; Centers for Disease Control and Prevention, WISQARS
 * and WONDER definitions of years of potential life lost.
 * Checked against. ypll (closed form, twice independent).
 * @example
 * yearsOfLifeLost({ ages: [0, 25, 75], deaths: [4, 10, 90], personYears: [9000, 18000, 2000] })
 * // => { value: 500, standardError: 147.9, byBand: [250, 250, 0], rate: { value: 1851.9 } }
 */
export function yearsOfLifeLost(
  bands: AgeBands,
  options: Readonly<{ before?: number; per?: number; level?: number; standardPopulation?: ArrayLike<number> }> = {},
): YearsOfLifeLost | Undefined {
  const { before = 75, per = 100_000, level = 0.95, standardPopulation } = options;
  const { ages, deaths, personYears } = bands;
  requireSameLength({ ages, deaths, personYears, standardPopulation });
  requireAges(ages);
  const count = ages.indexOf(before);
  if (count < 1) misuse(`\`before\` must be the lower bound of a band above the youngest; ${before} is not.`);
  const reason = bandsReason(ages.length, deaths, personYears, 0, 0);
  if (reason !== 0 && reason !== noDeathsInOpenBand) return bandRefusal(reason);
  const yearsEach = ages.map((age, i) => (i < count ? before - (age + ages[i + 1]!) / 2 : 0));
  const byBand = yearsEach.map((years, i) => years * deaths[i]!);
  const z = normalMultiplier(level);
  const estimate = (value: number, variance: number): EstimateWithError => {
    const around = estimateAround(value, sqrt(variance), z, level);
    return { ...around, lower: max(0, around.lower) };
  };
  const rateBy = (weights: readonly number[]): EstimateWithError => {
    const total = sumOf(weights);
    const perDeath = weights.map((weight, i) => (per * weight * yearsEach[i]!) / (total * personYears[i]!));
    return estimate(
      dot(perDeath, deaths),
      sumOf(perDeath, (years, i) => years * years * deaths[i]!),
    );
  };
  const below = Array.from(personYears).slice(0, count);
  const answer = {
    ...estimate(sumOf(byBand), dot(byBand, yearsEach)),
    byBand,
    personYearsUnderLimit: sumOf(below),
    rate: rateBy(below),
  };
  if (!standardPopulation) return answer;
  const weights = Array.from(standardPopulation).slice(0, count);
  if (!(sumOf(weights) > 0))
    return undefinedBecause("no-standard-population", "The standard population below the limit is empty.");
  return { ...answer, adjustedRate: rateBy(weights) };
}
