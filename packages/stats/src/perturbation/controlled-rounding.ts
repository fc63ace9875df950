import { abs, min } from "../maths.ts";
import { misuse, requireWhole } from "../misuse.ts";
import { notACount } from "../not-a-count.ts";
import { type RandomStream, randomStream } from "../random/random-stream.ts";
import { sumOf } from "../sum-of.ts";
import type { Undefined } from "../undefined.ts";

/** A rounded two-way table whose totals are the sums of its parts. */
export type RoundedTable = Readonly<{
  counts: readonly (readonly number[])[];
  rowTotals: readonly number[];
  columnTotals: readonly number[];
  total: number;
}>;

/**
 * A two-way table rounded at random to multiples of a base, without bias, so that every total stays the sum of its parts.
 *
 * Formula. Rests modulo b, with a further row and column for the totals, are moved along closed paths that change row and
 * column in turn, up or down with the probabilities that keep their expectation, until each is 0 or b. Every count and
 * every total lies less than b from the truth; multiples of b stay.
 * Units. Counts. The seed is as secret as the counts.
 * Refuses. An Undefined for a count that is no whole number (impossible-value). Throws RangeError for rows of unequal
 * length or a base that is not a whole number of 2 or more. Tables of three dimensions are not taken: there the totals of
 * some cannot all be kept (Cox and Ernst).
 * References. Cox LH, A constructive procedure for unbiased controlled rounding, JASA 1987;82:520-524; Cox LH, Ernst LR,
 * INFOR 1982;20:423-432.
 * Checked against. Laws of fast-check: sums, distances, and the expectation over many seeds.
 * @example
 * controlledRounding([[10, 5], [0, 20]], 5, 1).rowTotals // => [15, 20]
 */
export function controlledRounding(
  table: readonly (readonly number[])[],
  base: number,
  seed: number,
): RoundedTable | Undefined {
  requireWhole("base", base, 2);
  const width = table[0]?.length ?? 0;
  for (const [i, row] of table.entries()) {
    if (row.length !== width) misuse(`Row ${i} has ${row.length} counts and the first ${width}; they must match.`);
    for (const [j, count] of row.entries()) {
      const refusal = notACount(count, `Row ${i}, column ${j}`);
      if (refusal) return refusal;
    }
  }
  const whole = withTotals(table, width);
  const rests = whole.map((row) => row.map((count) => ((count % base) + base) % base));
  const rounded = roundedRests(rests, base, randomStream(seed));
  const counts = whole.map((row, i) => row.map((count, j) => count - rests[i]![j]! + rounded[i]![j]!));
  // Totals stand in the last row and column with their sign turned, so that every row and column sums to zero.
  return {
    counts: counts.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: counts.slice(0, -1).map((row) => abs(row[width]!)),
    columnTotals: counts[table.length]!.slice(0, -1).map(abs),
    total: counts[table.length]![width]!,
  };
}

function withTotals(table: readonly (readonly number[])[], width: number): number[][] {
  const rows = table.map((row) => [...row, -sumOf(row)]);
  const columns = Array.from({ length: width }, (_, j) => -sumOf(table, (row) => row[j]!));
  return [...rows, [...columns, -sumOf(columns)]];
}

function roundedRests(rests: readonly (readonly number[])[], base: number, stream: RandomStream): number[][] {
  const left = rests.map((row) => [...row]);
  const isOpen = (i: number, j: number) => left[i]![j]! > 0 && left[i]![j]! < base;
  for (let i = 0; i < left.length; i++)
    for (let j = 0; j < left[i]!.length; j++)
      while (isOpen(i, j)) {
        const path = closedPath(left.length, left[i]!.length, i, isOpen);
        const up = room(left, path, base, false);
        const down = room(left, path, base, true);
        const amount = stream.uniform() * (up + down) < down ? up : -down;
        path.forEach(([row, column], step) => {
          left[row]![column]! += step % 2 === 0 ? amount : -amount;
        });
      }
  return left;
}

type Place = readonly [row: number, column: number];

/**
 * Open cells that lead by turns along a row and along a column until a line is met again: from there on they are a closed
 * path of even length. Each line's rests sum to a multiple of the base, so a line with one open cell has another.
 */
function closedPath(
  rows: number,
  columns: number,
  start: number,
  isOpen: (row: number, column: number) => boolean,
): readonly Place[] {
  const path: Place[] = [];
  const metRow = new Map([[start, 0]]);
  const metColumn = new Map<number, number>();
  for (let row = start, column = -1; ; ) {
    column = openBut(columns, column, (j) => isOpen(row, j));
    path.push([row, column]);
    const from = metColumn.get(column);
    if (from !== undefined) return path.slice(from);
    metColumn.set(column, path.length);
    row = openBut(rows, row, (i) => isOpen(i, column));
    path.push([row, column]);
    const since = metRow.get(row);
    if (since !== undefined) return path.slice(since);
    metRow.set(row, path.length);
  }
}

function openBut(length: number, but: number, isOpen: (at: number) => boolean): number {
  for (let at = 0; at < length; at++) if (at !== but && isOpen(at)) return at;
  throw new Error("A line whose rests sum to a multiple of the base has a single open cell: that cannot be.");
}

/** How far the cells of a path can move, every other one up and those between down, or, turned, the other way round. */
function room(left: readonly (readonly number[])[], path: readonly Place[], base: number, isTurned: boolean): number {
  const moves = path.map(([row, column], step) =>
    (step % 2 === 0) === isTurned ? left[row]![column]! : base - left[row]![column]!,
  );
  return min(...moves);
}
