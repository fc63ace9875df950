import type { PlaceId } from "../places/place.ts";
import { type Dimension, dimension } from "./dimension.rules.ts";
import type { Observation, Sex } from "./observation.ts";

/** What tells one observation of a dataset from another. */
export type Coordinates = Pick<
  Observation,
  "measure" | "cause" | "placeId" | "yearFrom" | "yearTo" | "sex" | "ageFrom" | "ageBelow"
>;

/** Numbers of the coordinates: small, so that all of them fit into one whole number. */
export type CellNumbers = Readonly<{ group: number; place: number; period: number; sex: number; band: number }>;

/** Turns coordinates into one whole number below 2^53, and back. */
export type CellKeys = Readonly<{
  /** -1 where a file has more different values than there is room for. */
  keyOf: (coordinates: Coordinates) => number;
  key: (numbers: CellNumbers) => number;
  numbers: (key: number) => CellNumbers;
  coordinates: (numbers: CellNumbers) => Coordinates;
  groups: Dimension<string>;
  places: Dimension<PlaceId>;
  periods: Dimension<number>;
  bands: Dimension<number>;
}>;

const sexes: readonly Sex[] = ["all", "female", "male"];
const open = 999;
const room = { group: 1024, place: 1 << 20, period: 1024, sex: 4, band: 1024 };

/** A numbering of coordinates, empty at first: at most 1,024 measures and causes, periods and age bands, a million places. */
export function cellKeys(): CellKeys {
  const groups = dimension<string>(room.group);
  const places = dimension<PlaceId>(room.place);
  const periods = dimension<number>(room.period);
  const bands = dimension<number>(room.band);
  const key = ({ group, place, period, sex, band }: CellNumbers): number =>
    (((group * room.place + place) * room.period + period) * room.sex + sex) * room.band + band;
  const keyOf = (of: Coordinates): number => {
    const group = groups.numberOf(of.measure === "deaths" ? of.cause : `${of.measure}|${of.cause}`);
    const place = places.numberOf(of.placeId);
    const period = periods.numberOf(of.yearFrom * 10_000 + of.yearTo);
    const band = bands.numberOf(of.ageFrom * 1000 + (of.ageBelow ?? open));
    if (group < 0 || place < 0 || period < 0 || band < 0) return -1;
    return key({ group, place, period, sex: sexes.indexOf(of.sex), band });
  };
  const coordinates = ({ group, place, period, sex, band }: CellNumbers): Coordinates => ({
    ...groupOf(groups.values[group]!),
    placeId: places.values[place]!,
    yearFrom: Math.floor(periods.values[period]! / 10_000),
    yearTo: periods.values[period]! % 10_000,
    sex: sexes[sex]!,
    ...bandOf(bands.values[band]!),
  });
  return { keyOf, key, numbers, coordinates, groups, places, periods, bands };
}

function groupOf(text: string): Pick<Coordinates, "measure" | "cause"> {
  const [measure, cause] = text.includes("|") ? text.split("|") : ["deaths", text];
  return { measure: measure as Observation["measure"], cause: cause! };
}

function bandOf(number: number): Pick<Coordinates, "ageFrom" | "ageBelow"> {
  const ageBelow = number % 1000;
  return { ageFrom: Math.floor(number / 1000), ageBelow: ageBelow === open ? null : ageBelow };
}

function numbers(key: number): CellNumbers {
  const [overBand, band] = divided(key, room.band);
  const [overSex, sex] = divided(overBand, room.sex);
  const [overPeriod, period] = divided(overSex, room.period);
  const [group, place] = divided(overPeriod, room.place);
  return { group, place, period, sex, band };
}

const divided = (number: number, by: number): [number, number] => [Math.floor(number / by), number % by];
