import { causes } from "./causes.ts";
import { type CellNumbers, cellKeys } from "./cell-keys.rules.ts";
import { cellTable } from "./cell-table.rules.ts";
import type { Observation } from "./observation.ts";

/** Counts of people from rows that are one person each. No row is kept: memory grows with the cells, not the people. */
export type PersonCounts = Readonly<{
  /** Counts one; false where the file has more different places, ages or causes than there is room for. */
  add: (observation: Observation) => boolean;
  /** Every cell, in order, those of nobody as 0: for each place, period, sex, age band and cause that occurs. */
  observations: () => Iterable<Observation>;
  cells: () => number;
}>;

/** Counts of nobody yet. `headingLine` is the line that zeros are said to stand on, having none of their own. */
export function personCounts(headingLine: number): PersonCounts {
  const keys = cellKeys();
  const table = cellTable();
  const order = () => ({
    groups: inOrder(keys.groups.values, causeRank),
    places: inOrder(keys.places.values, placeRank),
    periods: inOrder(keys.periods.values, Number),
    bands: inOrder(keys.bands.values, Number),
  });
  const observation = (numbers: CellNumbers): Observation => {
    const slot = table.find(keys.key(numbers));
    const [value, line] = slot < 0 ? [0, headingLine] : [table.count(slot), table.line(slot)];
    return { ...keys.coordinates(numbers), state: "shown", value, lower: null, upper: null, doubt: null, line };
  };
  return {
    add: (one) => {
      const key = keys.keyOf(one);
      if (key >= 0) table.add(key, one.line);
      return key >= 0;
    },
    observations: function* () {
      const { groups, places, periods, bands } = order();
      for (const place of places)
        for (const period of periods)
          for (const sex of sexesOf(table, keys))
            for (const group of groups)
              for (const band of bands) yield observation({ group, place, period, sex, band });
    },
    cells: () =>
      keys.groups.values.length * keys.places.values.length * keys.periods.values.length * keys.bands.values.length * 3,
  };
}

/** The numbers of the sexes that occur: of 0 (all), 1 (female) and 2 (male). */
function sexesOf(table: ReturnType<typeof cellTable>, keys: ReturnType<typeof cellKeys>): readonly number[] {
  const seen = new Set<number>();
  for (let slot = 0; slot < table.size() && seen.size < 3; slot++) seen.add(keys.numbers(table.key(slot)).sex);
  return [...seen].sort();
}

function inOrder<T>(values: readonly T[], rank: (value: T) => number | string): readonly number[] {
  const ranked = values.map((value, number) => ({ number, rank: rank(value) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ number }) => number);
}

const causeRank = (group: string): number => causes.findIndex((cause) => cause.key === group);

/** Places by kind, and by number within a kind: area:2 before area:10. */
const placeRank = (place: string): string => {
  const [kind, code = ""] = place.split(":");
  return `${kind}:${code.padStart(12, "0")}`;
};
