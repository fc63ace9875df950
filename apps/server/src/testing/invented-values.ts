import { chicagoPlaces } from "@evenspan/domain/places/chicago";
import type { PlaceId } from "@evenspan/domain/places/place";

/** An estimate with its limits, rounded to a tenth as files print it. */
export type Invented = Readonly<{ value: number; lower: number; upper: number }>;

/** Years of life by side, about which the areas of a side are spread. Invented. */
const yearsBySide: Readonly<Record<string, number>> = {
  "Far North Side": 80,
  "Northwest Side": 79.5,
  "North Side": 81,
  Central: 82.5,
  "West Side": 73,
  "South Side": 74,
  "Southwest Side": 76.5,
  "Far Southwest Side": 75.5,
  "Far Southeast Side": 74.5,
};

/** The stops of the line, so that its fall can be read at a glance. Invented. */
const yearsOfStops: Readonly<Record<string, number>> = {
  32: 85.1,
  28: 79.2,
  31: 81,
  30: 81.9,
  29: 72.3,
  27: 71.2,
  26: 68.9,
};

/** How much longer people lived in a later year than in 2010, at the end that is well and at the other. Invented. */
const changeSince2010: Readonly<Record<number, readonly [well: number, unwell: number]>> = {
  1990: [-11.2, -5.4],
  2000: [-3.9, -2],
  2010: [0, 0],
  2023: [2, -2],
};

/** A number between -1 and 1 that is always the same for the same seed. */
export const jitter = (seed: number): number => {
  const wave = Math.sin(seed * 12.9898) * 43758.5453;
  return (wave - Math.floor(wave)) * 2 - 1;
};

/** Life expectancy of an area in a year, with limits as wide as small areas have them. */
export function inventedYears(areaNumber: number, year: number): Invented {
  const side = chicagoPlaces.find((place) => place.id === `area:${areaNumber}`)!.side!;
  const base = yearsOfStops[areaNumber] ?? yearsBySide[side]! + 3 * jitter(areaNumber);
  const [well, unwell] = changeSince2010[year]!;
  const share = (base - 68) / 18;
  const value = base + well * share + unwell * (1 - share);
  const half = 1.1 + 0.8 * Math.abs(jitter(areaNumber * 7)) + (areaNumber === 47 ? 6 : 0);
  return { value: tenth(value), lower: tenth(value - half), upper: tenth(value + half + 0.1) };
}

/** A death rate per 100,000 of an area, about a level, higher where lives are shorter. */
export function inventedRate(areaNumber: number, level: number, seed: number): Invented {
  const years = inventedYears(areaNumber, 2010).value;
  const value = level * (1 + (77 - years) / 16) * (1 + 0.15 * jitter(areaNumber * seed));
  const half = value * (0.12 + 0.08 * Math.abs(jitter(areaNumber + seed)));
  return { value: tenth(value), lower: tenth(value - half), upper: tenth(value + half * 1.1) };
}

/** People of an area. */
export const inventedPeople = (areaNumber: number): number => Math.round(35_000 + 30_000 * jitter(areaNumber * 3));

/** Rounded to one decimal. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** All areas with their numbers. */
export const areaNumbers: readonly number[] = Array.from({ length: 77 }, (_, i) => i + 1);

/** The id of an area. */
export const areaId = (number: number): PlaceId => `area:${number}`;
