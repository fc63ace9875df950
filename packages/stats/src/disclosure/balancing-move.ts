import { min } from "../maths.ts";
import { type Board, fixed, roomOf, timesWithinRanges, withheld } from "./board.ts";
import type { Rows } from "./cell-system.ts";

/** Cells and how much each changes, so that every total stays the sum of its parts; and how often it can be made. */
export type Move = Readonly<{ cells: readonly number[]; changes: readonly number[]; times: number; price: number }>;

/** What is wanted of a move: a cell changed by `sign` as nearly as possible `need` times, and among which cells. */
export type Wanted = Readonly<{
  target: number;
  sign: 1 | -1;
  need: number;
  /** Through withheld cells alone, through all, or straight up to the totals, which nearly always arrives. */
  reach: "withheld" | "all" | "totals";
}>;

/** The longest move worth having: a cube of four dimensions has 16 corners, more through a hierarchy. */
const mostCells = 64;
const mostCellsToTotals = 400;

// All in prices of cells. They were chosen by trial on tables of 2,000 to 650,000 cells: a row left unbalanced is worth
// avoiding at almost any price, since each one is a chance to find no way on.
const rowPrice = 20;
/** For a move that falls short of its need, and for a cell too small to be of use at a later corner. */
const shortPrice = 8;
const smallPrice = 5;
const siblingOfTotalPrice = 1e6;
const blamePrice = 4;

/**
 * Searches moves greedily. A change of the target unbalances its rows; each unbalanced row is balanced by one more cell,
 * the one that costs least and leaves fewest rows unbalanced. In a table of d dimensions this closes the cube of 2^d
 * corners by itself; in linked tables and through hierarchies it closes what is needed there. Where a row cannot be
 * balanced, the cells that unbalanced it are avoided in the next try. The same board gives the same moves.
 */
export class MoveSearch {
  readonly #board: Board;
  readonly #rows: Rows;
  readonly #change: Int32Array;
  readonly #imbalance: Int32Array;
  readonly #changed: number[] = [];
  readonly #waiting: number[] = [];
  readonly #blame: Float32Array;
  readonly #blamed: number[] = [];

  constructor(board: Board) {
    this.#board = board;
    this.#rows = board.system.rows;
    this.#change = new Int32Array(board.current.length);
    this.#imbalance = new Int32Array(this.#rows.size);
    this.#blame = new Float32Array(board.current.length);
  }

  /** The first move that can be made at least once. */
  first(wanted: Wanted, tries: number): Move | undefined {
    return this.each(wanted, tries, 1)[0];
  }

  /** The moves that a number of tries find, at most so many. */
  each(wanted: Wanted, tries: number, most = tries): Move[] {
    this.#forgive();
    const moves: Move[] = [];
    for (let attempt = 0; attempt < tries && moves.length < most; attempt++) {
      const move = this.#find(wanted, attempt);
      if (move) moves.push(move);
    }
    return moves;
  }

  #find(wanted: Wanted, attempt: number): Move | undefined {
    const { target, sign } = wanted;
    const isBalanced = roomOf(this.#board, target, sign) >= 1 && this.#balance(wanted, attempt);
    const move = isBalanced ? this.#move(wanted.need) : undefined;
    this.#clear();
    return move;
  }

  #balance(wanted: Wanted, attempt: number): boolean {
    const { rowStart, rowCell, rowSign } = this.#rows;
    const most = wanted.reach === "totals" ? mostCellsToTotals : mostCells;
    const postponed: number[] = [];
    this.#set(wanted.target, wanted.sign);
    for (let next = 0; next < this.#waiting.length || postponed.length > 0; ) {
      const isFresh = next < this.#waiting.length;
      const row = isFresh ? this.#waiting[next++]! : postponed.shift()!;
      if (this.#imbalance[row] === 0) continue;
      // A changed total has many parts to choose from; once all that must change has changed, few of them fit.
      if (isFresh && wanted.reach === "totals" && this.#change[rowCell[rowStart[row]!]!] !== 0) {
        postponed.push(row);
        continue;
      }
      const entry = this.#choice(row, wanted, attempt);
      if (entry < 0) return this.#fail(row);
      if (this.#changed.length >= most) return this.#fail(-1);
      this.#set(rowCell[entry]!, -this.#imbalance[row]! * rowSign[entry]!);
    }
    return true;
  }

  /** The entry of a row whose cell should balance it; −1 where none can. */
  #choice(row: number, { need, reach }: Wanted, attempt: number): number {
    const { status, price, current } = this.#board;
    const { rowStart, rowCell, rowSign, cellStart } = this.#rows;
    const change = this.#change;
    const imbalance = this.#imbalance[row]!;
    let best = -1;
    let least = Infinity;
    for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
      const cell = rowCell[entry]!;
      const state = status[cell]!;
      if (change[cell] !== 0 || state === fixed || (state !== withheld && reach === "withheld")) continue;
      let score = (state === withheld ? 0 : price[cell]!) + this.#blame[cell]!;
      if (attempt > 0) score += attempt * (0.5 + 0.5 * score) * jitter(cell, attempt);
      if (reach === "totals" && rowSign[entry] === 1) score += siblingOfTotalPrice;
      if (score - rowPrice * (cellStart[cell + 1]! - cellStart[cell]!) >= least) continue;
      const amount = -imbalance * rowSign[entry]!;
      const times = roomOf(this.#board, cell, amount);
      if (times < 1) continue;
      if (times < need) score += shortPrice * (1 - times / need);
      else if (current[cell]! < need) score += smallPrice * (1 - current[cell]! / need);
      score += rowPrice * this.#rowsOpened(cell, amount);
      if (score >= least) continue;
      least = score;
      best = entry;
    }
    return best;
  }

  /** How many more rows are unbalanced once a cell is changed; below zero where it balances more than it unbalances. */
  #rowsOpened(cell: number, amount: number): number {
    const { cellStart, cellRow, cellSign } = this.#rows;
    const imbalance = this.#imbalance;
    let opened = 0;
    for (let i = cellStart[cell]!; i < cellStart[cell + 1]!; i++) {
      const before = imbalance[cellRow[i]!]!;
      if (before === 0) opened++;
      else if (before + cellSign[i]! * amount === 0) opened--;
    }
    return opened;
  }

  #set(cell: number, amount: number): void {
    const { cellStart, cellRow, cellSign } = this.#rows;
    this.#change[cell] = amount;
    this.#changed.push(cell);
    for (let i = cellStart[cell]!; i < cellStart[cell + 1]!; i++) {
      const row = cellRow[i]!;
      if (this.#imbalance[row] === 0) this.#waiting.push(row);
      this.#imbalance[row]! += cellSign[i]! * amount;
    }
  }

  /** Blames the cells that left a row as it is, or, where the way only grew too long, those it began with. */
  #fail(row: number): false {
    const { rowStart, rowCell } = this.#rows;
    const guilty =
      row < 0
        ? this.#changed.slice(1, 8)
        : [...rowCell.subarray(rowStart[row], rowStart[row + 1])].filter((cell) => this.#change[cell] !== 0);
    this.#accuse(guilty);
    return false;
  }

  #accuse(guilty: readonly number[]): void {
    for (const cell of guilty) {
      this.#blame[cell]! += blamePrice;
      this.#blamed.push(cell);
    }
  }

  #forgive(): void {
    for (const cell of this.#blamed) this.#blame[cell] = 0;
    this.#blamed.length = 0;
  }

  #move(need: number): Move | undefined {
    const cells = [...this.#changed];
    const changes = cells.map((cell) => this.#change[cell]!);
    let times = need;
    let price = 0;
    cells.forEach((cell, i) => {
      times = min(times, roomOf(this.#board, cell, changes[i]!));
      if (this.#board.status[cell] !== withheld) price += this.#board.price[cell]!;
    });
    times = timesWithinRanges(this.#board, cells, changes, times);
    if (times >= 1) return { cells, changes, times, price };
    this.#accuse(cells.slice(1).filter((cell) => this.#board.rangesOf.has(cell)));
    return undefined;
  }

  #clear(): void {
    const { cellStart, cellRow } = this.#rows;
    for (const cell of this.#changed) {
      this.#change[cell] = 0;
      for (let i = cellStart[cell]!; i < cellStart[cell + 1]!; i++) this.#imbalance[cellRow[i]!] = 0;
    }
    this.#changed.length = 0;
    this.#waiting.length = 0;
  }
}

/** A fixed number from 0 to 1 for a cell and an attempt. */
function jitter(cell: number, attempt: number): number {
  const mixed = Math.imul(cell ^ Math.imul(attempt + 1, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 0x1_0000_0000;
}
