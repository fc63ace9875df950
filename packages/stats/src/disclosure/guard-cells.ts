import { max } from "../maths.ts";
import { alternative, type Workbench } from "./alternative.ts";
import { fixed, withheld } from "./board.ts";
import { pastWithheld } from "./cell-system.ts";
import { type CountRule, guardedRange } from "./count-rule.ts";
import { NumberList } from "./number-list.ts";
import type { Proofs } from "./proofs.ts";

/** A withheld cell that nothing can protect any more, with the lowest and highest count for which a proof was found. */
export type Exposed = Readonly<{
  id: string;
  lower: number;
  upper: number;
  why: "shown-before" | "nothing-left-to-withhold";
}>;

type Need = Readonly<{ up: number; down: number; isEither: boolean }>;

/** Gathers proofs as columns. */
class ProofBook {
  readonly of = new NumberList();
  readonly start = new NumberList();
  readonly move = new NumberList();
  readonly times = new NumberList();

  constructor() {
    this.start.push(0);
  }
}

/**
 * Finds for every guarded cell the tables that prove it safe, withholding more cells as it must. Totals go before their
 * parts, since a total can only move with them and its moves then serve the parts.
 */
export function guardCells(
  bench: Workbench,
  primary: Uint8Array,
  rule: CountRule,
): Readonly<{ exposed: readonly Exposed[]; proofs: Proofs }> {
  const { system, status } = bench.board;
  const book = new ProofBook();
  const exposed: Exposed[] = [];
  const needs = (target: number) => (primary[target] === 1 ? needOf(system.counts[target]!, rule) : anotherValue);
  const failed: number[] = [];
  for (const target of inOrder(bench, primary)) {
    const count = system.counts[target]!;
    if (status[target] !== fixed) {
      if (guard(bench, book, target, needs(target), false)) failed.push(target);
    } else if (primary[target] === 1)
      exposed.push({ id: system.ids[target]!, lower: count, upper: count, why: "shown-before" });
  }
  // By now many more cells are withheld and many more moves known than when these were tried.
  for (const target of failed) {
    const found = guard(bench, book, target, needs(target), true);
    if (found) exposed.push({ ...found, why: "nothing-left-to-withhold" });
  }
  const proofs: Proofs = {
    ...bench.library.columns(),
    proofOf: book.of.taken(),
    proofStart: book.start.taken(),
    proofMove: book.move.taken(),
    proofTimes: book.times.taken(),
  };
  return { exposed, proofs };
}

/** Any other value will do, higher or lower. */
const anotherValue: Need = { up: 1, down: 1, isEither: true };

function needOf(count: number, rule: CountRule): Need {
  if (rule.guard === "value") return anotherValue;
  const { lower, upper } = guardedRange(rule);
  const most = rule.reasons === "told" ? rule.largestWithheld : upper;
  return { up: max(0, most - count), down: max(0, count - lower), isEither: false };
}

function guard(
  bench: Workbench,
  book: ProofBook,
  target: number,
  need: Need,
  isStubborn: boolean,
): Omit<Exposed, "why"> | undefined {
  const { ids, counts } = bench.board.system;
  const up = proved(bench, book, target, 1, need.up, isStubborn);
  if (need.isEither && up > 0) return undefined;
  const down = proved(bench, book, target, -1, need.down, isStubborn);
  if (need.isEither ? down > 0 : up === need.up && down === need.down) return undefined;
  return { id: ids[target]!, lower: counts[target]! - down, upper: counts[target]! + up };
}

/** How much of a change of a cell could be proved possible; the proof goes into the book. */
function proved(
  bench: Workbench,
  book: ProofBook,
  target: number,
  sign: 1 | -1,
  need: number,
  isStubborn: boolean,
): number {
  if (need === 0) return 0;
  const { moves, reached } = alternative(bench, target, sign, need, isStubborn);
  if (reached === 0) return 0;
  for (const { move, times } of moves) {
    book.move.push(move);
    book.times.push(times);
  }
  book.of.push(target);
  book.start.push(book.move.size);
  return reached;
}

/** Small counts, totals first; then what earlier releases withheld beside them, so that they keep their word. */
function inOrder({ board }: Workbench, primary: Uint8Array): number[] {
  const { cellStart, cellSign } = board.system.rows;
  const level = (cell: number): number =>
    cellSign.subarray(cellStart[cell], cellStart[cell + 1]).filter((sign) => sign === -1).length;
  const small: { cell: number; level: number }[] = [];
  const promised: number[] = [];
  for (let cell = 0; cell < primary.length; cell++) {
    if (primary[cell] === 1) small.push({ cell, level: level(cell) });
    else if (
      board.system.past[cell] === pastWithheld &&
      board.system.offered[cell] === 0 &&
      board.status[cell] === withheld
    )
      promised.push(cell);
  }
  small.sort((a, b) => b.level - a.level || a.cell - b.cell);
  return [...small.map(({ cell }) => cell), ...promised];
}
