import type { FileRow, FileTable } from "../files/table.ts";
import { tooVaried } from "../grids/grid.rules.ts";
import { type PersonCounts, personCounts } from "../grids/person-counts.ts";
import type { Complaint } from "../kernel/refusal.ts";
import { gazetteer } from "../places/gazetteer.ts";
import type { Observation } from "../sources/observation.ts";
import type { Reading, Row, Source } from "../sources/source.ts";
import { foundText } from "./complaints.ts";
import type { Positions } from "./headings.ts";
import type { KeptRows } from "./kept-rows.ts";

/** Reads a file's rows with its source, row by row. */
export type RowReader = Readonly<{
  read: (rows: readonly FileRow[]) => void;
  /** What was counted, where rows are people: to be kept after the last row. */
  counted: () => Iterable<Observation>;
  /** Holds the rows against each other, where the source asks for it. */
  check: () => void;
  rowsRead: () => number;
}>;

/**
 * A reader that puts what rows say into `kept`. Rows of single people are counted first, and only the counts are kept.
 * Nobody has measured a year after `lastYear`: a row of one is complained of.
 */
export function rowReader(
  source: Source,
  table: FileTable,
  positions: Positions,
  kept: KeptRows,
  complain: (complaint: Complaint) => void,
  lastYear: number,
): RowReader {
  const people = source.onePersonARow ? personCounts(table.headingLine) : null;
  let rowsRead = 0;
  let current: FileRow = { line: 1, cells: [] };
  const cell = (columnKey: string): string => {
    const position = positions.get(columnKey);
    return position === undefined ? "" : current.cells[position]!.trim();
  };
  const headingOf = (columnKey: string | null): string | null =>
    columnKey === null ? null : (table.headings[positions.get(columnKey) ?? -1] ?? columnKey);
  const complainOfCell = (columnKey: string | null, found: string, expected: string): void => {
    const isText = columnKey !== null && found === cell(columnKey);
    complain({ line: current.line, column: headingOf(columnKey), found: isText ? foundText(found) : found, expected });
  };
  const isToCome = yearWatch(lastYear, positions, cell, complainOfCell);
  const observe = people ? countOrComplain(people, complain) : kept.observe;
  const toCheck: Observation[] | null = source.check ? [] : null;
  const out: Reading = {
    observe: (read) => {
      if (isToCome(read.yearTo, current.line)) return;
      observe(read, current.line);
      toCheck?.push({ ...read, line: current.line });
    },
    link: (link) => kept.link({ ...link, line: current.line }),
    outline: (outline) => kept.outline({ ...outline, line: current.line }),
    complain: complainOfCell,
  };
  const row: { -readonly [K in keyof Row]: Row[K] } = { line: 1, cell };
  return {
    read: (rows) => {
      rowsRead += rows.length;
      for (const one of rows) {
        current = one;
        row.line = one.line;
        row.geometry = one.geometry;
        if (table.commaMayBePoint) complainOfCommas(positions, cell, complainOfCell);
        source.read(row, out, gazetteer);
      }
    },
    counted: () => {
      const cells = people?.cells() ?? 0;
      if (cells > mostCells) complain(tooManyCells(cells, table.headingLine));
      return cells > mostCells ? [] : (people?.observations() ?? []);
    },
    check: () =>
      source.check?.(toCheck ?? [], (line, key, found, expected) =>
        complain({ line, column: headingOf(key), found, expected }),
      ),
    rowsRead: () => rowsRead,
  };
}

const countOrComplain =
  (people: PersonCounts, complain: (complaint: Complaint) => void) =>
  (one: Omit<Observation, "line">, line: number): void => {
    if (!people.add(one, line)) complain(tooVaried(line));
  };

/** Where semicolons stand between cells, 1,234 may be a thousand or a little more than one: nobody can tell. */
function complainOfCommas(
  positions: Positions,
  cell: (columnKey: string) => string,
  complain: Reading["complain"],
): void {
  for (const key of positions.keys())
    if (/^[-+]?\d[\d.]*,\d+$/.test(cell(key)))
      complain(key, cell(key), "a number with a point before decimals and nothing between thousands");
}

/**
 * Whether a year has not come yet. One row may say many things of its year, and is complained of once: by the cell that
 * says the year, or by the year alone where a heading says it.
 */
function yearWatch(
  lastYear: number,
  positions: Positions,
  cell: (columnKey: string) => string,
  complainOfCell: Reading["complain"],
): (year: number, line: number) => boolean {
  let lateLine = 0;
  return (year, line) => {
    if (year <= lastYear) return false;
    if (line === lateLine) return true;
    lateLine = line;
    const key = [...positions.keys()].find((one) => new RegExp(`\\b${year}$`).test(cell(one))) ?? null;
    const found = key === null ? `the year ${year}` : cell(key);
    complainOfCell(key, found, `a year up to ${lastYear}, the one that it is now`);
    return true;
  };
}

/** Cells of counts of people, zeros among them, that one dataset may hold. */
const mostCells = 5_000_000;

const tooManyCells = (cells: number, line: number): Complaint => ({
  line,
  column: null,
  found: `places, years, ages and causes that make ${cells.toLocaleString("en")} counts`,
  expected: `at most ${mostCells.toLocaleString("en")}: load fewer places or years in one file`,
});
