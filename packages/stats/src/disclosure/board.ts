import { emptyColumn } from "../column.ts";
import { abs, ceil, floor, max, min, sqrt } from "../maths.ts";
import type { CellSystem } from "./cell-system.ts";
import type { ToldRange } from "./told-range.ts";

/** A cell that is shown and may still be withheld. */
export const open = 0;
/** A cell that outsiders do not see. */
export const withheld = 1;
/** A cell that outsiders know and that nothing can change. */
export const fixed = 2;

/**
 * The table as outsiders could imagine it: `current` is a table that agrees with all that is shown, `lower` and `upper`
 * are what they know of each cell that they do not see.
 */
export type Board = Readonly<{
  system: CellSystem;
  status: Uint8Array;
  current: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** What withholding a cell costs the reader: large counts are worth more. */
  price: Float64Array;
  ranges: readonly ToldRange[];
  rangesOf: ReadonlyMap<number, readonly number[]>;
}>;

/** A board on which nothing is withheld yet. */
export function emptyBoard(system: CellSystem): Board {
  const { counts, told } = system;
  const size = counts.length;
  const board = {
    system,
    status: new Uint8Array(size),
    current: counts.slice(),
    lower: emptyColumn(size),
    upper: emptyColumn(size).fill(Infinity),
    price: counts.map((count) => 1 + 2 * sqrt(count)),
    ranges: told.filter(({ cells }) => cells.length > 1),
    rangesOf: new Map<number, number[]>(),
  };
  for (const { cells, weights, lower, upper } of told) {
    if (cells.length > 1) continue;
    const [cell, weight] = [cells[0]!, weights[0]!];
    const [low, high] = weight > 0 ? [lower, upper] : [upper, lower];
    board.lower[cell] = max(board.lower[cell]!, ceil(low / weight + slack));
    board.upper[cell] = min(board.upper[cell]!, floor(high / weight - slack));
  }
  board.ranges.forEach(({ cells }, r) => {
    for (const cell of cells) board.rangesOf.set(cell, [...(board.rangesOf.get(cell) ?? []), r]);
  });
  return board;
}

/** What outsiders may know to the last binary digit is taken to be known a little better. */
const slack = 1e-9;

/** How often a cell of the current table can change by an amount before it leaves what outsiders know of it. */
export const roomOf = ({ current, lower, upper }: Board, cell: number, amount: number): number =>
  amount < 0 ? floor((current[cell]! - lower[cell]!) / -amount) : floor((upper[cell]! - current[cell]!) / amount);

/** How often cells can change, at most `most` times, before a range that earlier releases told is left. */
export function timesWithinRanges(
  board: Board,
  cells: ArrayLike<number>,
  changes: readonly number[],
  most: number,
): number {
  if (board.ranges.length === 0) return most;
  const changeOf = new Map(changes.map((change, i) => [cells[i]!, change]));
  const touched = new Set([...changeOf.keys()].flatMap((cell) => board.rangesOf.get(cell) ?? []));
  let times = most;
  for (const r of touched) {
    const { cells: members, weights, lower, upper } = board.ranges[r]!;
    let level = 0;
    let slope = 0;
    let scale = 0;
    members.forEach((cell, i) => {
      level += weights[i]! * board.current[cell]!;
      slope += weights[i]! * (changeOf.get(cell) ?? 0);
      scale += abs(weights[i]! * board.current[cell]!);
    });
    const room = (slope > 0 ? upper - level : level - lower) - slack * scale;
    if (slope !== 0) times = min(times, max(0, floor(room / abs(slope))));
  }
  return times;
}
