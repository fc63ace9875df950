import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { crossCellIds, eachCrossRelation } from "./cross-table-cells.ts";
import { isCrossTable, type PastRelease, type Table } from "./tables.ts";
import { type ToldRange, toldRanges } from "./told-range.ts";

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
  for (const table of tables) {
    const refusal = addTable(draft, table, undefined);
    if (refusal) return refusal;
  }
  for (const release of history)
    for (const table of release.tables) {
      const refusal = addTable(draft, table, release);
      if (refusal) return refusal;
    }
  return totalsDisagree(draft) ?? finished(draft);
}

function addTable(draft: Draft, table: Table, release: PastRelease | undefined): Undefined | undefined {
  const cross = isCrossTable(table);
  const ids = cross ? crossCellIds(table) : table.cells.map((cell) => cell.id);
  const size = cross ? table.counts.length : ids.length;
  if (size !== ids.length)
    return undefinedBecause("missing-value", `The table of ${ids.length} cells came with ${size} counts.`);
  const at = new Int32Array(size);
  const names = new Map<string, number>();
  for (let i = 0; i < size; i++) {
    const count = cross ? table.counts[i]! : table.cells[i]!.count;
    if (!(Number.isInteger(count) && count >= 0))
      return undefinedBecause("impossible-value", `${ids[i]} is ${count}; a count is a whole number, zero or more.`);
    const isPublished = (cross ? table.published : table.cells[i]!.published) !== false;
    const place = addCell(draft, ids[i]!, count, isPublished, release);
    if (typeof place !== "number") return place;
    at[i] = place;
    names.set(ids[i]!, place);
  }
  if (cross) eachCrossRelation(table.dimensions, (total, parts) => addRow(draft, at[total]!, parts, at));
  else
    for (const { total, parts } of table.relations) {
      const missing = [total, ...parts].find((id) => !names.has(id));
      if (missing !== undefined)
        return undefinedBecause("missing-value", `A relation names ${missing}, which is no cell of its table.`);
      addRow(
        draft,
        names.get(total)!,
        parts.map((id) => names.get(id)!),
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
  let name = id;
  let at = draft.indexOf.get(name);
  if (release && at !== undefined && draft.counts[at] !== count) {
    name = `${id} @${release.name}`;
    at = draft.indexOf.get(name);
  }
  if (at === undefined) {
    at = draft.ids.length;
    draft.ids.push(name);
    draft.indexOf.set(name, at);
    draft.counts.push(count);
    draft.offered.push(0);
    draft.past.push(0);
  } else if (draft.counts[at] !== count)
    return undefinedBecause("impossible-value", `${id} is ${draft.counts[at]} in one table and ${count} in another.`);
  if (!isPublished) return at;
  if (release) draft.past[at] = Math.max(draft.past[at]!, release.withheld.has(id) ? pastWithheld : pastShown);
  else draft.offered[at] = 1;
  return at;
}

function addRow(draft: Draft, total: number, parts: readonly number[], at?: Int32Array): void {
  if (parts.length === 0) return;
  const row = new Int32Array(parts.length + 1);
  row[0] = total;
  for (let i = 0; i < parts.length; i++) row[i + 1] = at ? at[parts[i]!]! : parts[i]!;
  // Linked tables repeat the relations of the margins they share.
  const key = `${total} ${row.length} ${row[1]}`;
  const alike = draft.rows.get(key);
  if (!alike) draft.rows.set(key, [row]);
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
    let sum = 0;
    for (let i = 1; i < row.length; i++) sum += counts[row[i]!]!;
    if (sum !== counts[row[0]!])
      return undefinedBecause(
        "impossible-value",
        `${ids[row[0]!]} is ${counts[row[0]!]}, but its parts sum to ${sum}.`,
      );
  }
  return undefined;
}

function finished({ ids, indexOf, counts, offered, past, rows, told }: Draft): CellSystem {
  return {
    ids,
    indexOf,
    counts: Float64Array.from(counts),
    offered: Uint8Array.from(offered),
    past: Uint8Array.from(past),
    rows: compressed([...rows.values()].flat(), ids.length),
    told,
  };
}

function compressed(list: readonly Int32Array[], cells: number): Rows {
  const entries = list.reduce((sum, row) => sum + row.length, 0);
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
