import { causes as knownCauses } from "../sources/causes.ts";
import type { Observation } from "../sources/observation.ts";
import { type CellKeys, type CellNumbers, type Coordinates, cellKeys } from "./cell-keys.rules.ts";
import { type CellTable, cellTable } from "./cell-table.rules.ts";

/** Counts of people from rows that are one person each. No row is kept: memory grows with the cells, not the people. */
export type PersonCounts = Readonly<{
  /** Counts one; false where the file has more different places, ages or causes than there is room for. */
  add: (one: Coordinates, line: number) => boolean;
  /** Every cell, in order, those of nobody as 0: for each place, period, sex, age band and cause that occurs. */
  observations: () => Iterable<Observation>;
  /** How many cells that will be. */
  cells: () => number;
}>;

/** Counts of nobody yet. `headingLine` is the line that zeros are said to stand on, having none of their own. */
export function personCounts(headingLine: number): PersonCounts {
  const keys = cellKeys();
  const table = cellTable();
  const add = (one: Coordinates, line: number): boolean => {
    const key = keys.keyOf(one);
    if (key >= 0) table.add(key, line);
    return key >= 0;
  };
  const observation = (numbers: CellNumbers): Observation => {
    const slot = table.find(keys.key(numbers));
    const { measure, cause, placeId, yearFrom, yearTo, sex, ageFrom, ageBelow } = keys.coordinates(numbers);
    const [value, line] = slot < 0 ? [0, headingLine] : [table.count(slot), table.line(slot)];
    const state = "shown"; // and no spread below: a file of deaths can give a million of these
    const [lower, upper, doubt] = [null, null, null];
    return {
      measure,
      placeId,
      yearFrom,
      yearTo,
      sex,
      ageFrom,
      ageBelow,
      cause,
      state,
      value,
      lower,
      upper,
      doubt,
      line,
    };
  };
  const { measures, causes, places, periods, bands } = keys;
  return {
    add,
    cells: () =>
      [measures, causes, places, periods, bands].reduce((product, one) => product * one.values.length, 1) *
      sexesOf(table, keys).length,
    observations: function* () {
      for (const numbers of cellsInOrder(keys, sexesOf(table, keys))) yield observation(numbers);
    },
  };
}

/** Every combination of what occurs: by place, period, sex, cause and age. */
function* cellsInOrder(keys: CellKeys, sexes: readonly number[]): Generator<CellNumbers> {
  const causes = inOrder(keys.causes.values, causeRank);
  const periods = inOrder(keys.periods.values, Number);
  const bands = inOrder(keys.bands.values, Number);
  for (const place of inOrder(keys.places.values, placeRank))
    for (const period of periods)
      for (const sex of sexes)
        for (const measure of keys.measures.values.keys())
          for (const cause of causes) for (const band of bands) yield { measure, cause, place, period, sex, band };
}

/** The numbers of the sexes that occur: of 0 (all), 1 (female) and 2 (male). */
function sexesOf(table: CellTable, keys: CellKeys): readonly number[] {
  const seen = new Set<number>();
  for (let slot = 0; slot < table.size() && seen.size < 3; slot++) seen.add(keys.numbers(table.key(slot)).sex);
  return [...seen].sort();
}

function inOrder<T>(values: readonly T[], rank: (value: T) => number | string): readonly number[] {
  const ranked = values.map((value, number) => ({ number, rank: rank(value) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ number }) => number);
}

const causeRank = (key: string): number => knownCauses.findIndex((cause) => cause.key === key);

/** Places by kind, and by number within a kind: area:2 before area:10. */
const placeRank = (place: string): string => {
  const [kind, code = ""] = place.split(":");
  return `${kind}:${code.padStart(12, "0")}`;
};
