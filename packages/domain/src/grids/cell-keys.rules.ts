import type { PlaceId } from "../places/place.ts";
import type { Measure, Observation, Sex } from "../sources/observation.ts";
import { type Dimension, dimension } from "./dimension.rules.ts";

/** What tells one observation of a dataset from another. */
export type Coordinates = Pick<
  Observation,
  "measure" | "cause" | "placeId" | "yearFrom" | "yearTo" | "sex" | "ageFrom" | "ageBelow"
>;

/** Coordinates as small numbers. */
export type CellNumbers = Readonly<{
  measure: number;
  cause: number;
  place: number;
  period: number;
  sex: number;
  band: number;
}>;

/** Turns coordinates into one whole number below 2^53, and back. */
export type CellKeys = Readonly<{
  /** -1 where a file has more different values than there is room for. */
  keyOf: (coordinates: Coordinates) => number;
  key: (numbers: CellNumbers) => number;
  numbers: (key: number) => CellNumbers;
  coordinates: (numbers: CellNumbers) => Coordinates;
  measures: Dimension<Measure>;
  causes: Dimension<string>;
  places: Dimension<PlaceId>;
  periods: Dimension<number>;
  bands: Dimension<number>;
}>;

const sexes: readonly Sex[] = ["all", "female", "male"];
const open = 999;
const room = { measure: 64, cause: 64, place: 1 << 20, period: 256, sex: 4, band: 1024 };

/** A numbering of coordinates, empty at first, with room for a million places, 256 periods and 1,024 age bands. */
export function cellKeys(): CellKeys {
  const measures = dimension<Measure>(room.measure);
  const causes = dimension<string>(room.cause);
  const places = dimension<PlaceId>(room.place);
  const periods = dimension<number>(room.period);
  const bands = dimension<number>(room.band);
  // Called for every row of every file: no object is made here.
  const keyOf = (of: Coordinates): number => {
    const measure = measures.numberOf(of.measure);
    const cause = causes.numberOf(of.cause);
    const place = places.numberOf(of.placeId);
    const period = periods.numberOf(of.yearFrom * 10_000 + of.yearTo);
    const band = bands.numberOf(of.ageFrom * 1000 + (of.ageBelow ?? open));
    if (measure < 0 || cause < 0 || place < 0 || period < 0 || band < 0) return -1;
    return joined(measure, cause, place, period, of.sex === "all" ? 0 : of.sex === "female" ? 1 : 2, band);
  };
  const coordinates = ({ measure, cause, place, period, sex, band }: CellNumbers): Coordinates => {
    const years = periods.values[period]!;
    const ages = bands.values[band]!;
    return {
      measure: measures.values[measure]!,
      cause: causes.values[cause]!,
      placeId: places.values[place]!,
      yearFrom: Math.floor(years / 10_000),
      yearTo: years % 10_000,
      sex: sexes[sex]!,
      ageFrom: Math.floor(ages / 1000),
      ageBelow: ages % 1000 === open ? null : ages % 1000,
    };
  };
  const key = (of: CellNumbers): number => joined(of.measure, of.cause, of.place, of.period, of.sex, of.band);
  return { keyOf, key, numbers, coordinates, measures, causes, places, periods, bands };
}

const joined = (m: number, c: number, place: number, period: number, sex: number, band: number): number =>
  ((((m * room.cause + c) * room.place + place) * room.period + period) * room.sex + sex) * room.band + band;

function numbers(key: number): CellNumbers {
  const [overBand, band] = divided(key, room.band);
  const [overSex, sex] = divided(overBand, room.sex);
  const [overPeriod, period] = divided(overSex, room.period);
  const [overPlace, place] = divided(overPeriod, room.place);
  const [measure, cause] = divided(overPlace, room.cause);
  return { measure, cause, place, period, sex, band };
}

const divided = (number: number, by: number): [number, number] => [Math.floor(number / by), number % by];
