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
  const together = bandStarts.map((_, band) => {
    const people = sexes.map((sex) => personYears[sex][band]!);
    const deaths = sexes.map((sex, i) => people[i]! * rates[sex][band]!);
    return (deaths[0]! + deaths[1]!) / (people[0]! + people[1]!);
  });
  return yearsToLive(together);
}

/**
 * Life expectancy at birth from the death rates of the eleven bands: those who die in a band live half of it, in the
 * first year a tenth of it, as in the life tables that the figures are made with.
 *
 * @example
 * yearsToLive([0.006, 0.0002, 0.0001, 0.0007, 0.001, 0.002, 0.004, 0.009, 0.017, 0.044, 0.143]) // => 79.05
 */
export function yearsToLive(rates: readonly number[]): number {
  let [alive, years] = [1, 0];
  rates.forEach((rate, band) => {
    const next = bandStarts[band + 1];
    if (next === undefined) {
      years += alive / rate;
      return;
    }
    const width = next - bandStarts[band]!;
    const livedShare = band === 0 ? 0.1 : 0.5;
    const dying = Math.min(1, (width * rate) / (1 + (1 - livedShare) * width * rate));
    years += alive * width * (1 - dying * (1 - livedShare));
    alive *= 1 - dying;
  });
  return years;
}
