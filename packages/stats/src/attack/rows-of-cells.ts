import type { OutsidersView } from "./outsiders-view.ts";

/** The rows in which each cell stands, as compressed lists. */
export type RowsOfCells = Readonly<{ start: Int32Array; row: Int32Array }>;

/** Turns rows of cells into cells' rows. */
export function rowsOfCells({ ids, rowStart, rowCell }: OutsidersView): RowsOfCells {
  const start = new Int32Array(ids.length + 1);
  for (const cell of rowCell) start[cell + 1]!++;
  for (let cell = 0; cell < ids.length; cell++) start[cell + 1]! += start[cell]!;
  const next = start.slice(0, ids.length);
  const row = new Int32Array(rowCell.length);
  for (let r = 0; r + 1 < rowStart.length; r++)
    for (let i = rowStart[r]!; i < rowStart[r + 1]!; i++) row[next[rowCell[i]!]!++] = r;
  return { start, row };
}
