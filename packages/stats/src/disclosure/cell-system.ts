import { columnOf } from "../column.ts";
import { max } from "../maths.ts";
import { notACount } from "../not-a-count.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { cellsOf, eachCrossRelation } from "./cross-table-cells.ts";
import { isCrossTable, type PastRelease, type Table } from "./tables.ts";
import { noSuchCell, type ToldRange, toldRanges } from "./told-range.ts";

/** Rows of whole-number relations, and the rows of each cell, as compressed lists. A total has the sign −1, a part +1. */
export type Rows = Readonly<{
  size: number;
  rowStart: Int32Array;
  rowCell: Int32Array;
  rowSign: Int8Array;
  cellStart: Int32Array;
  cellRow: Int32Array;
  cellSign: Int8Array;
}>;

/** All cells of the tables of today and of earlier releases, each once, with every relation among them. */
export type CellSystem = Readonly<{
  ids: readonly string[];
  indexOf: ReadonlyMap<string, number>;
  counts: Float64Array;
  /** 1 where today's tables would publish the cell. */
  offered: Uint8Array;
  /** Whether an earlier release withheld it, or showed it: what one showed is known, though another withheld it. */
  past: Uint8Array;
  rows: Rows;
  /** What derived figures shown by earlier releases tell; today's can still be withheld. */
  told: readonly ToldRange[];
}>;

/** Withheld in every earlier release that had it. */
export const pastWithheld = 1;
/** Shown in an earlier release. */
export const pastShown = 2;

type Draft = {
  ids: string[];
  indexOf: Map<string, number>;
  counts: number[];
  offered: number[];
  past: number[];
  rows: Map<string, Int32Array[]>;
  told: ToldRange[];
};

/** Joins tables by the names of their cells, and holds every total against its parts. */
export function cellSystem(tables: readonly Table[], history: readonly PastRelease[]): CellSystem | Undefined {
  const draft: Draft = { ids: [], indexOf: new Map(), counts: [], offered: [], past: [], rows: new Map(), told: [] };
  for (const release of [undefined, ...history])
    for (const table of release?.tables ?? tables) {
      const refusal = addTable(draft, table, release);
      if (refusal) return refusal;
    }
  return totalsDisagree(draft) ?? finished(draft);
}

function addTable(draft: Draft, table: Table, release: PastRelease | undefined): Undefined | undefined {
  const { ids, counts, isPublished } = cellsOf(table);
  if (counts.length !== ids.length)
    return undefinedBecause("missing-value", `The table of ${ids.length} cells came with ${counts.length} counts.`);
  const at = new Int32Array(ids.length);
  const names = new Map<string, number>();
  for (const [i, id] of ids.entries()) {
    const place = notACount(counts[i]!, id) ?? addCell(draft, id, counts[i]!, isPublished(i), release);
    if (isUndefined(place)) return place;
    at[i] = place;
    names.set(id, place);
  }
  if (isCrossTable(table))
    eachCrossRelation(table.dimensions, (total, parts) =>
      addRow(
        draft,
        Int32Array.of(total, ...parts).map((i) => at[i]!),
      ),
    );
  else
    for (const { total, parts } of table.relations) {
      const row = [total, ...parts];
      const unknown = row.find((id) => !names.has(id));
      if (unknown !== undefined) return noSuchCell("A relation", unknown);
      addRow(
        draft,
        Int32Array.from(row, (id) => names.get(id)!),
      );
    }
  return release && addTold(draft, table, release, (id) => names.get(id));
}

/** A cell that an earlier release gave another count was restated since: it is a cell of its own. */
function addCell(
  draft: Draft,
  id: string,
  count: number,
  isPublished: boolean,
  release: PastRelease | undefined,
): number | Undefined {
  const { ids, indexOf, counts, offered, past } = draft;
  let name = id;
  let at = indexOf.get(name);
  if (release && at !== undefined && counts[at] !== count) {
    name = `${id} @${release.name}`;
    at = indexOf.get(name);
  }
  if (at === undefined) {
    at = ids.push(name) - 1;
    indexOf.set(name, at);
    counts.push(count);
    offered.push(0);
    past.push(0);
  } else if (counts[at] !== count) return impossible(`${id} is ${counts[at]} in one table and ${count} in another.`);
  if (!isPublished) return at;
  if (release) past[at] = max(past[at]!, release.withheld.has(id) ? pastWithheld : pastShown);
  else offered[at] = 1;
  return at;
}

/** A total and its parts, unless it has none. */
function addRow({ rows }: Draft, row: Int32Array): void {
  if (row.length === 1) return;
  // Linked tables repeat the relations of the margins they share.
  const key = `${row[0]} ${row.length} ${row[1]}`;
  const alike = rows.get(key);
  if (!alike) rows.set(key, [row]);
  else if (!alike.some((other) => row.every((cell, i) => cell === other[i]))) alike.push(row);
}

function addTold(
  { told, counts }: Draft,
  { derived = [] }: Table,
  { withheld }: PastRelease,
  indexOf: (id: string) => number | undefined,
): Undefined | undefined {
  for (const one of derived) {
    if (withheld.has(one.id)) continue;
    const ranges = toldRanges(one, indexOf, (at) => counts[at]!);
    if (isUndefined(ranges)) return ranges;
    told.push(...ranges);
  }
  return undefined;
}

function totalsDisagree({ rows, counts, ids }: Draft): Undefined | undefined {
  for (const row of [...rows.values()].flat()) {
    const total = counts[row[0]!]!;
    const sum = sumOf(row, (cell) => counts[cell]!) - total;
    if (sum !== total) return impossible(`${ids[row[0]!]} is ${total}, but its parts sum to ${sum}.`);
  }
  return undefined;
}

function finished(draft: Draft): CellSystem {
  return {
    ...draft,
    counts: columnOf(draft.counts),
    offered: Uint8Array.from(draft.offered),
    past: Uint8Array.from(draft.past),
    rows: compressed([...draft.rows.values()].flat(), draft.ids.length),
  };
}

function compressed(list: readonly Int32Array[], cells: number): Rows {
  const entries = sumOf(list, (row) => row.length);
  const rowStart = new Int32Array(list.length + 1);
  const rowCell = new Int32Array(entries);
  const rowSign = new Int8Array(entries).fill(1);
  const cellStart = new Int32Array(cells + 1);
  let at = 0;
  list.forEach((row, r) => {
    rowCell.set(row, at);
    rowSign[at] = -1;
    at += row.length;
    rowStart[r + 1] = at;
    for (const cell of row) cellStart[cell + 1]!++;
  });
  for (let i = 0; i < cells; i++) cellStart[i + 1]! += cellStart[i]!;
  const cellRow = new Int32Array(entries);
  const cellSign = new Int8Array(entries);
  const next = cellStart.slice(0, cells);
  for (let r = 0; r < list.length; r++)
    for (let i = rowStart[r]!; i < rowStart[r + 1]!; i++) {
      const place = next[rowCell[i]!]!++;
      cellRow[place] = r;
      cellSign[place] = rowSign[i]!;
    }
  return { size: list.length, rowStart, rowCell, rowSign, cellStart, cellRow, cellSign };
}
