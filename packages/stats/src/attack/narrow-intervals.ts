import type { OutsidersView } from "./outsiders-view.ts";
import type { RowsOfCells } from "./rows-of-cells.ts";

/** Intervals may creep together one at a time; after so many visits a row, what is left to gain is left to others. */
const visitsPerRow = 60;
/** Rounding of sums of published decimals must not cut off a possible count. */
const slack = 1e-7;

/**
 * Narrows the intervals of unseen cells until no row alone narrows them further: each cell lies between what its row
 * leaves for it when the others are as large, or as small, as they can be; and it is a whole number.
 *
 * @returns whether the view can be true at all: false where an interval is left empty
 */
export function narrowIntervals(view: OutsidersView, rows: RowsOfCells): boolean {
  const count = view.rowStart.length - 1;
  const isQueued = new Uint8Array(count).fill(1);
  let queue = Int32Array.from({ length: count }, (_, row) => row);
  for (let visits = 0; queue.length > 0 && visits < visitsPerRow * count; visits += queue.length) {
    const next: number[] = [];
    for (const row of queue) isQueued[row] = 0;
    for (const row of queue)
      for (const cell of narrowedIn(view, row)) {
        if (view.lower[cell]! > view.upper[cell]!) return false;
        for (let i = rows.start[cell]!; i < rows.start[cell + 1]!; i++) {
          const other = rows.row[i]!;
          if (isQueued[other] === 1) continue;
          isQueued[other] = 1;
          next.push(other);
        }
      }
    queue = Int32Array.from(next);
  }
  return true;
}

type Sides = { low: number; high: number; lowless: number; highless: number };

function narrowedIn(view: OutsidersView, row: number): readonly number[] {
  const { rowStart, rowCell, rowWeight, rowLower, rowUpper, lower, upper } = view;
  const from = rowStart[row]!;
  const to = rowStart[row + 1]!;
  const narrowed: number[] = [];
  let all = sides(view, from, to);
  if (all.lowless > 1 && all.highless > 1) return narrowed;
  for (let i = from; i < to; i++) {
    const cell = rowCell[i]!;
    const weight = rowWeight[i]!;
    if (weight === 0) continue;
    const isRising = weight > 0;
    const othersLow = rest(all.low, all.lowless, weight * (isRising ? lower[cell]! : upper[cell]!), -Infinity);
    const othersHigh = rest(all.high, all.highless, weight * (isRising ? upper[cell]! : lower[cell]!), Infinity);
    const a = (rowLower[row]! - othersHigh) / weight;
    const b = (rowUpper[row]! - othersLow) / weight;
    const low = Math.ceil((isRising ? a : b) - slack);
    const high = Math.floor((isRising ? b : a) + slack);
    if (!(low > lower[cell]!) && !(high < upper[cell]!)) continue;
    if (low > lower[cell]!) lower[cell] = low;
    if (high < upper[cell]!) upper[cell] = high;
    all = sides(view, from, to);
    narrowed.push(cell);
  }
  return narrowed;
}

/** A sum of which so many parts are without bound, less one of its parts. */
function rest(sum: number, unbounded: number, own: number, none: number): number {
  if (own === none) return unbounded > 1 ? none : sum;
  return unbounded > 0 ? none : sum - own;
}

function sides({ rowCell, rowWeight, lower, upper }: OutsidersView, from: number, to: number): Sides {
  let [low, high, lowless, highless] = [0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const weight = rowWeight[i]!;
    const cell = rowCell[i]!;
    const least = weight * (weight > 0 ? lower[cell]! : upper[cell]!);
    const most = weight * (weight > 0 ? upper[cell]! : lower[cell]!);
    if (least === -Infinity) lowless++;
    else low += least;
    if (most === Infinity) highless++;
    else high += most;
  }
  return { low, high, lowless, highless };
}
