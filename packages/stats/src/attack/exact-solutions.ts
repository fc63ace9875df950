import type { OutsidersView } from "./outsiders-view.ts";

/** The largest prime below 2^26: products of two residues are exact in a double. */
const prime = 67_108_859;

/** What elimination found out, or that it was given up. */
export type ExactSolutions = Readonly<{
  /** Unseen cells whose value the equations determine, with that value. */
  solved: ReadonlyMap<number, number>;
  /** False where the equations filled up memory before the end; `solved` is then empty. */
  isComplete: boolean;
}>;

/** A row of the echelon form: pivot + Σ weight·cell = right side, all modulo the prime. */
type Pivot = Readonly<{ cell: number; cells: Int32Array; weights: Int32Array; right: number }>;

/**
 * Solves the equations among unseen cells exactly, in arithmetic modulo a prime: Gaussian elimination, row by row, into
 * an echelon form; then vectors of the null space by giving the free cells random values. A cell that is zero in all of
 * them has the same value in every solution: it is determined, and any solution tells its value.
 *
 * A cell that is free can be zero by chance in one vector with probability 1/67,108,859; two vectors are drawn. That a
 * determined cell looks free needs a minor of the equations that the prime divides; entries are ±1, and none has been met.
 */
export function exactSolutions(view: OutsidersView, mostEntries = 60_000_000): ExactSolutions {
  const pivots = echelon(view, mostEntries);
  if (!pivots) return { solved: new Map(), isComplete: false };
  const draws = [1, 2].map((seed) => solution(view.ids.length, pivots, seed));
  const values = solution(view.ids.length, pivots, 0);
  const solved = new Map<number, number>();
  const inRows = new Set(view.rowCell);
  for (const cell of inRows) if (draws.every((draw) => draw[cell] === 0)) solved.set(cell, signed(values[cell]!));
  return { solved, isComplete: true };
}

function echelon(view: OutsidersView, mostEntries: number): Pivot[] | undefined {
  const { rowStart, rowLower, rowUpper } = view;
  const work = new Workspace(view);
  const equations = Array.from(rowLower, (_, row) => row).filter(
    (row) => rowLower[row] === rowUpper[row] && hasUnitWeights(view, row),
  );
  // Short rows first: they are the local ones, and what is left of the long ones is then written in few cells.
  equations.sort((a, b) => rowStart[a + 1]! - rowStart[a]! - (rowStart[b + 1]! - rowStart[b]!) || a - b);
  const pivots: Pivot[] = [];
  let entries = 0;
  for (const row of equations) {
    const pivot = work.reduced(row, pivots);
    if (!pivot) continue;
    work.pivotOf[pivot.cell] = pivots.push(pivot) - 1;
    entries += pivot.cells.length;
    if (entries > mostEntries) return undefined;
  }
  return pivots;
}

const hasUnitWeights = ({ rowStart, rowWeight }: OutsidersView, row: number): boolean =>
  rowWeight.subarray(rowStart[row], rowStart[row + 1]).every((weight) => Math.abs(weight) === 1);

/** Holds one row while earlier pivots are taken out of it. */
class Workspace {
  readonly pivotOf: Int32Array;
  readonly #view: OutsidersView;
  readonly #value: Float64Array;
  readonly #isListed: Uint8Array;
  readonly #rowsOf: Int32Array;
  readonly #heap: number[] = [];

  constructor(view: OutsidersView) {
    this.#view = view;
    this.pivotOf = new Int32Array(view.ids.length).fill(-1);
    this.#value = new Float64Array(view.ids.length);
    this.#isListed = new Uint8Array(view.ids.length);
    this.#rowsOf = new Int32Array(view.ids.length);
    for (const cell of view.rowCell) this.#rowsOf[cell]!++;
  }

  /** The row without earlier pivots, scaled so that its own pivot has weight one; nothing where nothing is left. */
  reduced(row: number, pivots: readonly Pivot[]): Pivot | undefined {
    const { rowStart, rowCell, rowWeight, rowLower } = this.#view;
    const listed: number[] = [];
    let right = residue(rowLower[row]!);
    for (let i = rowStart[row]!; i < rowStart[row + 1]!; i++) this.#add(rowCell[i]!, residue(rowWeight[i]!), listed);
    for (let next = popped(this.#heap); next !== undefined; next = popped(this.#heap)) {
      const { cell, cells, weights, right: theirs } = pivots[next]!;
      const factor = this.#value[cell]!;
      if (factor === 0) continue;
      const minus = prime - factor;
      this.#value[cell] = 0;
      for (let i = 0; i < cells.length; i++) this.#add(cells[i]!, times(minus, weights[i]!), listed);
      right = (right + times(minus, theirs)) % prime;
    }
    return this.#taken(listed, right);
  }

  #add(cell: number, amount: number, listed: number[]): void {
    const sum = this.#value[cell]! + amount;
    this.#value[cell] = sum >= prime ? sum - prime : sum;
    if (this.#isListed[cell] === 1) return;
    this.#isListed[cell] = 1;
    listed.push(cell);
    if (this.pivotOf[cell]! >= 0) pushed(this.#heap, this.pivotOf[cell]!);
  }

  #taken(listed: readonly number[], right: number): Pivot | undefined {
    let pivot = -1;
    const left: number[] = [];
    for (const cell of listed) {
      this.#isListed[cell] = 0;
      if (this.#value[cell] === 0) continue;
      left.push(cell);
      // The cell of fewest rows is missed by fewest later rows.
      if (pivot < 0 || this.#rowsOf[cell]! < this.#rowsOf[pivot]!) pivot = cell;
    }
    const scale = pivot < 0 ? 0 : inverse(this.#value[pivot]!);
    const cells = left.filter((cell) => cell !== pivot);
    const weights = cells.map((cell) => times(scale, this.#value[cell]!));
    for (const cell of left) this.#value[cell] = 0;
    if (pivot < 0) return undefined;
    return {
      cell: pivot,
      cells: Int32Array.from(cells),
      weights: Int32Array.from(weights),
      right: times(scale, right),
    };
  }
}

/** A solution with random free cells and no right side, or, for seed 0, the one whose free cells are zero. */
function solution(size: number, pivots: readonly Pivot[], seed: number): Float64Array {
  const values = new Float64Array(size);
  if (seed > 0) for (let cell = 0; cell < size; cell++) values[cell] = scattered(cell, seed) % prime;
  for (let p = pivots.length - 1; p >= 0; p--) {
    const { cell, cells, weights, right } = pivots[p]!;
    let sum = seed > 0 ? 0 : right;
    for (let i = 0; i < cells.length; i++) sum += prime - times(weights[i]!, values[cells[i]!]!);
    values[cell] = sum % prime;
  }
  return values;
}

/** A number that looks random, the same for the same cell and seed. */
function scattered(cell: number, seed: number): number {
  let mixed = Math.imul(cell + 1, 0x9e3779b1) ^ Math.imul(seed, 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const residue = (whole: number): number => ((whole % prime) + prime) % prime;
const signed = (value: number): number => (value > prime / 2 ? value - prime : value);
const times = (a: number, b: number): number => {
  const product = a * b;
  const rest = product - Math.floor(product / prime) * prime;
  return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
};

/** Fermat: a^(p − 2). */
function inverse(value: number): number {
  let answer = 1;
  let base = value;
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) answer = times(answer, base);
    base = times(base, base);
  }
  return answer;
}

/** A binary heap, least first. */
function pushed(heap: number[], entry: number): void {
  let at = heap.push(entry) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (heap[above]! <= entry) break;
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = entry;
}

function popped(heap: number[]): number | undefined {
  const least = heap[0];
  const last = heap.pop();
  if (least === undefined || last === undefined || heap.length === 0) return least;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && heap[below + 1]! < heap[below]!) below++;
    if (heap[below]! >= last) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = last;
  return least;
}
