import { isUndefined, lifeExpectancy } from "@evenspan/stats";
import { type BySexAndBand, bandStarts, sexes } from "./bands.ts";
import { usDeathsPer100k } from "./us-mortality.ts";

/**
 * How strongly each band's death rate follows an area's burden, in the exponent: most in young adults, least in the
 * oldest, since the rates of rich and poor places come together with age. Invented in this shape.
 */
const burdenByBand = [1, 0.9, 0.9, 1.2, 1.3, 1.2, 1.1, 1, 0.8, 0.55, 0.3];

/** Death rates (per person-year) of an area by sex and band, and the burden that they stand for: 0 is the nation's. */
export type Schedule = Readonly<{ burden: number; rates: BySexAndBand }>;

/**
 * The schedule whose life table, over the people of the area, gives the life expectancy asked for.
 *
 * Each rate is the nation's times exp(burden × weight of the band), the same for both sexes; the one unknown is found
 * by halving. A one-parameter relational model, in the manner of Brass (1971) with falling weights in place of logits.
 *
 * @param personYears of the area by sex and band
 * @param targetYears both sexes together, between about 50 and 100
 */
export function scheduleFor(personYears: BySexAndBand, targetYears: number): Schedule {
  let [low, high] = [-4, 4];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (expectedYears(personYears, ratesAt(middle)) > targetYears) low = middle;
    else high = middle;
  }
  const burden = (low + high) / 2;
  return { burden, rates: ratesAt(burden) };
}

function ratesAt(burden: number): BySexAndBand {
  const [female = [], male = []] = sexes.map((sex) =>
    usDeathsPer100k[sex].map((per100k, band) => (per100k / 100_000) * Math.exp(burden * burdenByBand[band]!)),
  );
  return { female, male };
}

/** Life expectancy at birth, both sexes together, where deaths are exactly rate × person-years. */
function expectedYears(personYears: BySexAndBand, rates: BySexAndBand): number {
  const bothSexes = (of: (sex: (typeof sexes)[number], band: number) => number) =>
    bandStarts.map((_, band) => sexes.reduce((sum, sex) => sum + of(sex, band), 0));
  const expected = lifeExpectancy({
    ages: bandStarts,
    deaths: bothSexes((sex, band) => personYears[sex][band]! * rates[sex][band]!),
    personYears: bothSexes((sex, band) => personYears[sex][band]!),
  });
  // More deaths than people: far below any target.
  return isUndefined(expected) ? 0 : expected.value;
}
