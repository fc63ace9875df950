import { type BySexAndBand, bandStarts, sexes } from "./bands.ts";
import { chicagoPeople2010 } from "./chicago-ages.ts";
import type { Random } from "./random.ts";
import type { SyntheticArea } from "./synthetic-area.ts";

/** How many more (or fewer) of each band live where hardship is greatest, as an exponent. Invented. */
const bandTilt = [0.45, 0.45, 0.5, 0.2, -0.35, -0.15, 0, 0, 0, 0, -0.1];
/** How far one area's bands stray from the rule, as an exponent. Invented. */
const bandStray = 0.06;

/**
 * How many people live in an area in a year, from its count of 2010: +0.5% a year where hardship is 1, −0.7% where it
 * is 98, on a straight line between. Invented; the published count of 2010 is not changed.
 *
 * @example
 * peopleInYear({ area: 32, people2010: 29283, hardship: 3, targetYears: 86.2 }, 2015) // => 29985
 */
export function peopleInYear({ people2010, hardship }: SyntheticArea, year: number): number {
  const yearlyChange = 0.005 - (0.012 * (hardship - 1)) / 97;
  return Math.round(people2010 * (1 + yearlyChange) ** (year - 2010));
}

/** The share of each sex and band in an area: the city's of 2010, tilted by hardship and strayed by chance. */
export function ageShares({ hardship }: SyntheticArea, random: Random): BySexAndBand {
  const lean = (hardship - 49.5) / 48.5;
  const factors = bandStarts.map((_, band) => Math.exp(lean * bandTilt[band]! + bandStray * random.normal()));
  const weights = sexes.map((sex) => chicagoPeople2010[sex].map((people, band) => people * factors[band]!));
  const sum = weights.flat().reduce((total, weight) => total + weight, 0);
  const [female = [], male = []] = weights.map((ofSex) => ofSex.map((weight) => weight / sum));
  return { female, male };
}

/** Whole people by sex and band that add up to the total: rounded down, the rest to the largest remainders. */
export function wholePeople(total: number, shares: BySexAndBand): BySexAndBand {
  const exact = sexes.flatMap((sex) => shares[sex].map((share) => share * total));
  const people = exact.map(Math.floor);
  const rest = total - people.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact.map((_, i) => i).sort((i, j) => remainder(exact[j]!) - remainder(exact[i]!) || i - j);
  for (const i of byRemainder.slice(0, rest)) people[i]!++;
  return { female: people.slice(0, bandStarts.length), male: people.slice(bandStarts.length) };
}

const remainder = (count: number): number => count - Math.floor(count);
