import type { OutsidersView } from "./outsiders-view.ts";

/** A linear problem: columns within their bounds, rows of weighted sums of columns within theirs. */
export type LinearProblem = Readonly<{
  lower: Float64Array;
  upper: Float64Array;
  rowStart: Int32Array;
  rowColumn: Int32Array;
  rowWeight: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
}>;

/**
 * Finds the least and the greatest value of each wanted column; a solver of linear problems is given as this. Where a
 * value at or beyond what is `enough` is found, the search may end there and answer with the column's own bound.
 */
export type LinearBounds = (
  problem: LinearProblem,
  columns: readonly number[],
  enough?: Readonly<{ lower: number; upper: number }>,
) => readonly Readonly<{ lower: number; upper: number }>[];

/** Unseen cells that have to do with each other, and the rows that bind them. */
export type Component = Readonly<{ cells: readonly number[]; rows: readonly number[] }>;

/** The components of a view, by the first of their cells; a cell in no row is no component. */
export function components({ ids, rowStart, rowCell }: OutsidersView): readonly Component[] {
  const leader = Int32Array.from(ids, (_, cell) => cell);
  const led = (cell: number): number => {
    let at = cell;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  for (let row = 0; row + 1 < rowStart.length; row++)
    for (let i = rowStart[row]! + 1; i < rowStart[row + 1]!; i++) {
      const [a, b] = [led(rowCell[rowStart[row]!]!), led(rowCell[i]!)];
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  const found = new Map<number, { cells: number[]; rows: number[] }>();
  for (let row = 0; row + 1 < rowStart.length; row++) {
    const first = led(rowCell[rowStart[row]!]!);
    const component = found.get(first);
    if (component) component.rows.push(row);
    else found.set(first, { cells: [], rows: [row] });
  }
  for (let cell = 0; cell < ids.length; cell++) found.get(led(cell))?.cells.push(cell);
  return [...found.values()];
}

/** One component as a linear problem whose columns are its cells in order. */
export function linearProblem(view: OutsidersView, { cells, rows }: Component): LinearProblem {
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const rowStart = new Int32Array(rows.length + 1);
  const rowColumn: number[] = [];
  const rowWeight: number[] = [];
  rows.forEach((row, r) => {
    for (let i = view.rowStart[row]!; i < view.rowStart[row + 1]!; i++) {
      rowColumn.push(columnOf.get(view.rowCell[i]!)!);
      rowWeight.push(view.rowWeight[i]!);
    }
    rowStart[r + 1] = rowColumn.length;
  });
  const taken = (column: Float64Array, places: readonly number[]) =>
    Float64Array.from(places, (place) => column[place]!);
  return {
    lower: taken(view.lower, cells),
    upper: taken(view.upper, cells),
    rowStart,
    rowColumn: Int32Array.from(rowColumn),
    rowWeight: Float64Array.from(rowWeight),
    rowLower: taken(view.rowLower, rows),
    rowUpper: taken(view.rowUpper, rows),
  };
}
