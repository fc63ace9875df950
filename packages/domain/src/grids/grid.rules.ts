import type { Complaint } from "../kernel/refusal.ts";
import type { Grid } from "../sources/source.ts";
import { bandFaults } from "./age-bands.rules.ts";
import { type CellKeys, type CellNumbers, type Coordinates, cellKeys } from "./cell-keys.rules.ts";
import { type CellTable, cellTable } from "./cell-table.rules.ts";

/** Watches over a file's observations as they are read: what stands there twice, and in the end what is not there. */
export type GridWatch = Readonly<{
  /** A complaint where the same thing was said on an earlier line. */
  see: (coordinates: Coordinates, line: number) => Complaint | null;
  /** A place that is told of in another way than by observations. */
  seePlace: (placeId: string) => void;
  /** What is missing, once all rows are read. */
  missing: () => Iterable<Complaint>;
}>;

/** How coordinates are told to people: "deaths in West Garfield Park, 2010, female, 45–54". */
export type InWords = Readonly<{ cell: (of: Coordinates) => string; place: (placeId: string) => string }>;

/** Watches over one file, in memory that grows by some twenty bytes an observation. */
export function gridWatch(grid: Grid, inWords: InWords): GridWatch {
  const keys = cellKeys();
  const cells = cellTable();
  const places = new Set<string>();
  return {
    see: (coordinates, line) => {
      const key = keys.keyOf(coordinates);
      if (key < 0) return tooVaried(line);
      const slot = cells.add(key, line);
      if (cells.count(slot) === 1) return null;
      const expected = `it once; it stands on line ${cells.line(slot)} already`;
      return { line, column: null, found: `${inWords.cell(coordinates)}, a second time`, expected };
    },
    seePlace: (placeId) => void places.add(placeId),
    missing: function* () {
      yield* missingPlaces(grid, new Set([...places, ...keys.places.values]), inWords);
      if (grid.absence === "refused") yield* missingCells(keys, cells, inWords);
    },
  };
}

/** A file with more different values than there is room to number. */
export const tooVaried = (line: number): Complaint => ({
  line,
  column: null,
  found: "one place, period, age band or cause too many",
  expected: "at most a million places, and a thousand different periods, age bands, and causes",
});

function missingPlaces({ places }: Grid, seen: ReadonlySet<string>, inWords: InWords): Complaint[] {
  const absent = places === "as-found" ? [] : places.filter((place) => !seen.has(place));
  return absent.map((place) => ({
    line: 1,
    column: null,
    found: `no row for ${inWords.place(place)}`,
    expected: `a row for each of ${places.length} places`,
  }));
}

/** Of one measure and cause: its places with their first lines, and the periods, sexes and age bands that any has. */
type Group = Readonly<{
  measure: number;
  cause: number;
  firstLines: Map<number, number>;
  strata: Map<string, Stratum>;
}>;
type Stratum = Readonly<{ period: number; sex: number; bands: Set<number> }>;

function* missingCells(keys: CellKeys, cells: CellTable, inWords: InWords): Generator<Complaint> {
  for (const { measure, cause, firstLines, strata } of groupsOf(keys, cells))
    for (const { period, sex, bands } of strata.values())
      for (const [place, firstLine] of firstLines) {
        const at = { measure, cause, place, period, sex, band: 0 };
        const slots = [...bands].map((band) => cells.find(keys.key({ ...at, band })));
        const lines = slots.filter((slot) => slot >= 0).map(cells.line);
        const line = lines.length > 0 ? Math.min(...lines) : firstLine;
        for (const [index, band] of [...bands].entries())
          if (slots[index]! < 0) yield absence(keys, { ...at, band }, line, inWords);
        if (lines.length === bands.size) yield* faultyBands(keys, at, bands, line, inWords);
      }
}

function groupsOf(keys: CellKeys, cells: CellTable): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (let slot = 0; slot < cells.size(); slot++) {
    const { measure, cause, place, period, sex, band } = keys.numbers(cells.key(slot));
    const named = `${measure} ${cause}`;
    const group = groups.get(named) ?? { measure, cause, firstLines: new Map(), strata: new Map() };
    groups.set(named, group);
    if (!group.firstLines.has(place)) group.firstLines.set(place, cells.line(slot));
    const stratum = group.strata.get(`${period} ${sex}`) ?? { period, sex, bands: new Set() };
    group.strata.set(`${period} ${sex}`, stratum);
    stratum.bands.add(band);
  }
  return groups.values();
}

const absence = (keys: CellKeys, at: CellNumbers, line: number, inWords: InWords): Complaint => ({
  line,
  column: null,
  found: `no row for ${inWords.cell(keys.coordinates(at))}`,
  expected: "a row, as other places have; a count of none is written as 0, for a missing row is not a zero",
});

function faultyBands(
  keys: CellKeys,
  at: CellNumbers,
  bands: ReadonlySet<number>,
  line: number,
  inWords: InWords,
): Complaint[] {
  const cells = [...bands].map((band) => keys.coordinates({ ...at, band }));
  return bandFaults(cells).map(({ ageFrom, ageBelow, fault }) => ({
    line,
    column: null,
    found: `${inWords.cell({ ...cells[0]!, ageFrom, ageBelow })}: ${fault}`,
    expected: "age bands from 0 to an open end such as 85+, without a gap and without an overlap",
  }));
}
