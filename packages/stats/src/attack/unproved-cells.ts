import type { CountRule } from "../disclosure/count-rule.ts";
import type { Protection } from "../disclosure/protect.ts";
import type { PublicRecord } from "../disclosure/publication.ts";
import { type OutsidersView, outsidersView } from "./outsiders-view.ts";
import { type RowsOfCells, rowsOfCells } from "./rows-of-cells.ts";
import { ruleRange } from "./rule-range.ts";

type Truth = Readonly<{ view: OutsidersView; rows: RowsOfCells; counts: Float64Array; columnOf: Int32Array }>;

/**
 * The small counts that the proofs of a protection do not show to be safe: none, or something is wrong. It shares no code
 * with `protect`, and serves beside `attack` as the audit of a release, at any size.
 *
 * Formula. A proof is valid when its moves change no shown cell and leave every total the sum of its parts, and when the
 * true counts with all its moves made are within what outsiders know of each cell and within what rounded figures tell.
 * A count is proved when valid proofs reach the smallest and the largest count that the rule withholds (`guard: "value"`:
 * any other count).
 * Units. Counts; the answer is a list of ids.
 * Refuses. Throws Error where the true counts do not agree with what is published: then nothing is proved.
 * References. Feasible alternatives as certificates: Fischetti M, Salazar JJ, Management Science 2001;47:1008-1027.
 * Checked against. Laws of fast-check: proofs that are spoiled are found out.
 * @example
 * const cells = Object.entries({ all: 60, a: 3, b: 20, c: 37 }).map(([id, count]) => ({ id, count }));
 * const tables = [{ cells, relations: [{ total: "all", parts: ["a", "b", "c"] }] }];
 * const protection = protect(tables, [], { largestWithheld: 10 });
 * unprovedCells(protection, publicRecord(tables, [], protection), { largestWithheld: 10 }) // => []
 */
export function unprovedCells(
  protection: Protection,
  { published, history }: PublicRecord,
  rule: CountRule,
): readonly string[] {
  const truth = trueCounts(protection, outsidersView([published, ...history], rule));
  const { ids, primary } = protection;
  const isBad = wrongMoves(protection, truth);
  const [low, high] = provedRanges(protection, truth, isBad);
  const { lower: smallest, upper: largest } = ruleRange(rule);
  return ids.filter((_, cell) => {
    if (primary[cell] === 0) return false;
    if (rule.guard === "value") return low[cell] === high[cell];
    return low[cell]! > smallest || high[cell]! < largest;
  });
}

/** The true table must agree with all that outsiders see, or no difference from it proves anything. */
function trueCounts({ ids, counts }: Protection, view: OutsidersView): Truth {
  const columns = new Map(view.ids.map((id, column) => [id, column]));
  const columnOf = Int32Array.from(ids, (id) => columns.get(id) ?? -1);
  const byColumn = new Float64Array(view.ids.length).fill(-1);
  columnOf.forEach((column, cell) => {
    if (column >= 0) byColumn[column] = counts[cell]!;
  });
  const truth = { view, rows: rowsOfCells(view), counts: byColumn, columnOf };
  for (let row = 0; row + 1 < view.rowStart.length; row++)
    if (!rowHolds(truth, row, undefined))
      throw new Error(`Row ${row} of what is published does not hold for the true counts.`);
  return truth;
}

/** Whether a row holds for the true counts, changed or not; what is published rounded may be missed by a last digit. */
function rowHolds({ view, counts }: Truth, row: number, change: Float64Array | undefined): boolean {
  let sum = 0;
  let scale = 0;
  for (let i = view.rowStart[row]!; i < view.rowStart[row + 1]!; i++) {
    const cell = view.rowCell[i]!;
    const part = view.rowWeight[i]! * (counts[cell]! + (change ? change[cell]! : 0));
    sum += part;
    scale += Math.abs(part);
  }
  const slack = 1e-9 * scale;
  return sum >= view.rowLower[row]! - slack && sum <= view.rowUpper[row]! + slack;
}

/** Moves that change a shown cell or leave a total other than the sum of its parts. */
function wrongMoves({ proofs }: Protection, { view, rows, columnOf }: Truth): Uint8Array {
  const { moveStart, moveCell, moveChange } = proofs;
  const isWrong = new Uint8Array(moveStart.length - 1);
  const sums = new Float64Array(view.rowStart.length - 1);
  // Only rows that have the cell are asked.
  const weightIn = (row: number, cell: number): number =>
    view.rowWeight[view.rowCell.indexOf(cell, view.rowStart[row])]!;
  for (let move = 0; move < isWrong.length; move++) {
    const touched: number[] = [];
    for (let i = moveStart[move]!; i < moveStart[move + 1]!; i++) {
      const cell = columnOf[moveCell[i]!]!;
      if (cell < 0) isWrong[move] = 1;
      else
        for (let r = rows.start[cell]!; r < rows.start[cell + 1]!; r++) {
          const row = rows.row[r]!;
          if (view.rowLower[row] !== view.rowUpper[row]) continue;
          sums[row]! += weightIn(row, cell) * moveChange[i]!;
          touched.push(row);
        }
    }
    for (const row of touched) {
      if (sums[row] !== 0) isWrong[move] = 1;
      sums[row] = 0;
    }
  }
  return isWrong;
}

/** For each cell the lowest and the highest count that a valid proof shows. */
function provedRanges(
  protection: Protection,
  truth: Truth,
  isWrong: Uint8Array,
): readonly [Float64Array, Float64Array] {
  const { proofs, counts } = protection;
  const low = counts.slice();
  const high = counts.slice();
  const change = new Float64Array(truth.view.ids.length);
  for (let proof = 0; proof < proofs.proofOf.length; proof++) {
    const changed = new Set<number>();
    let isValid = true;
    for (let i = proofs.proofStart[proof]!; i < proofs.proofStart[proof + 1]!; i++) {
      const move = proofs.proofMove[i]!;
      if (isWrong[move] === 1) isValid = false;
      for (let m = proofs.moveStart[move]!; m < proofs.moveStart[move + 1]!; m++) {
        const cell = truth.columnOf[proofs.moveCell[m]!]!;
        if (cell < 0) continue;
        change[cell]! += proofs.proofTimes[i]! * proofs.moveChange[m]!;
        changed.add(cell);
      }
    }
    const target = proofs.proofOf[proof]!;
    const column = truth.columnOf[target]!;
    if (column >= 0 && isValid && couldBe(truth, changed, change)) {
      low[target] = Math.min(low[target]!, counts[target]! + change[column]!);
      high[target] = Math.max(high[target]!, counts[target]! + change[column]!);
    }
    for (const cell of changed) change[cell] = 0;
  }
  return [low, high];
}

function couldBe(truth: Truth, changed: ReadonlySet<number>, change: Float64Array): boolean {
  const { view, rows, counts } = truth;
  for (const cell of changed) {
    const count = counts[cell]! + change[cell]!;
    if (count < view.lower[cell]! || count > view.upper[cell]!) return false;
    for (let r = rows.start[cell]!; r < rows.start[cell + 1]!; r++) {
      const row = rows.row[r]!;
      // Equations hold move by move; what rounded figures tell must hold for all moves together.
      if (view.rowLower[row] !== view.rowUpper[row] && !rowHolds(truth, row, change)) return false;
    }
  }
  return true;
}
