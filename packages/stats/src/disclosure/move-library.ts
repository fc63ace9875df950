import { abs, min } from "../maths.ts";
import type { Move } from "./balancing-move.ts";
import { type Board, roomOf, timesWithinRanges } from "./board.ts";
import { NumberList } from "./number-list.ts";

/** Of the moves through one cell, how many are tried again, latest first. */
const mostTried = 24;

/** A move of the library, made `times` times; below zero it is made backwards. */
export type UsedMove = Readonly<{ move: number; times: number }>;

/** All moves found so far, by the cells they change: what protects one cell often protects its neighbours too. */
export class MoveLibrary {
  readonly #board: Board;
  readonly #start = new NumberList();
  readonly #cell = new NumberList();
  readonly #change = new NumberList();
  readonly #moveOf = new NumberList();
  /** For each entry, the next older entry of the same cell; −1 where there is none. */
  readonly #older = new NumberList();
  readonly #latest: Int32Array;

  constructor(board: Board) {
    this.#board = board;
    this.#latest = new Int32Array(board.current.length).fill(-1);
    this.#start.push(0);
  }

  /** Keeps a move and returns its number. */
  add({ cells, changes }: Move): number {
    const move = this.#start.size - 1;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      this.#older.push(this.#latest[cell]!);
      this.#latest[cell] = this.#cell.size;
      this.#cell.push(cell);
      this.#change.push(changes[i]!);
      this.#moveOf.push(move);
    }
    this.#start.push(this.#cell.size);
    return move;
  }

  /** The known move that changes a cell by `sign` most often, up to `need` times; none where none can be made. */
  best(cell: number, sign: 1 | -1, need: number): UsedMove | undefined {
    const older = this.#older.entries;
    const own = this.#change.entries;
    const moveOf = this.#moveOf.entries;
    let best = -1;
    let most = 0;
    for (let entry = this.#latest[cell]!, tried = 0; entry >= 0 && tried < mostTried; entry = older[entry]!, tried++) {
      if (abs(own[entry]!) !== 1) continue;
      const times = this.#times(moveOf[entry]!, own[entry]! * sign, need, most);
      if (times <= most) continue;
      most = times;
      best = entry;
      if (times === need) break;
    }
    return best < 0 ? undefined : { move: moveOf[best]!, times: own[best]! * sign * most };
  }

  /** Makes a move on the current table. */
  make({ move, times }: UsedMove): void {
    const { current } = this.#board;
    const cells = this.#cell.entries;
    const changes = this.#change.entries;
    for (let i = this.#start.entries[move]!; i < this.#start.entries[move + 1]!; i++)
      current[cells[i]!]! += times * changes[i]!;
  }

  columns(): Readonly<{ moveStart: Int32Array; moveCell: Int32Array; moveChange: Int32Array }> {
    return { moveStart: this.#start.taken(), moveCell: this.#cell.taken(), moveChange: this.#change.taken() };
  }

  /** How often a move can be made in a direction, up to `need`; anything at or below `beat` may come back as less. */
  #times(move: number, direction: number, need: number, beat: number): number {
    const cells = this.#cell.entries;
    const changes = this.#change.entries;
    const from = this.#start.entries[move]!;
    const to = this.#start.entries[move + 1]!;
    let times = need;
    for (let i = from; i < to && times > beat; i++)
      times = min(times, roomOf(this.#board, cells[i]!, direction * changes[i]!));
    if (times <= beat || this.#board.ranges.length === 0) return times;
    const moved = [...changes.subarray(from, to)].map((change) => direction * change);
    return timesWithinRanges(this.#board, cells.subarray(from, to), moved, times);
  }
}
