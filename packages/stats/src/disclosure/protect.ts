import { max, min } from "../maths.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import type { Workbench } from "./alternative.ts";
import { MoveSearch } from "./balancing-move.ts";
import { type Board, emptyBoard, fixed, open, withheld } from "./board.ts";
import { type CellSystem, cellSystem, pastShown } from "./cell-system.ts";
import { type CountRule, primarySuppression, requireCountRule, smallestWithheld } from "./count-rule.ts";
import { type Exposed, guardCells } from "./guard-cells.ts";
import { MoveLibrary } from "./move-library.ts";
import type { Proofs } from "./proofs.ts";
import type { PastRelease, Table } from "./tables.ts";
import { namedCells } from "./told-range.ts";

/** What to withhold, and the proof that it is enough. */
export type Protection = Readonly<{
  /** All cells: today's, then those of earlier releases that today's tables do not have. */
  ids: readonly string[];
  counts: Float64Array;
  /** 1 where a cell falls under the rule by its own size. */
  primary: Uint8Array;
  /** 1 where a cell of today's tables must be withheld, for its own size or for another's. */
  withheld: Uint8Array;
  /** Today's derived figures that would tell of a withheld cell. */
  withheldDerived: ReadonlySet<string>;
  /** The cells that nothing can protect any more; the guarantee holds where this is empty. */
  exposed: readonly Exposed[];
  proofs: Proofs;
}>;

/** What may be settled besides the rule. */
export type ProtectOptions = Readonly<{
  /** Ids of cells that must be shown: a city's total, or zeros that everybody knows to be zero. */
  keep?: ReadonlySet<string>;
}>;

/**
 * Which cells to withhold so that nobody can work out a small count, from all tables of a release together and from what
 * earlier releases showed.
 *
 * What is guaranteed, where `exposed` is empty: for every count that the rule withholds there is a table of whole numbers
 * with the smallest and one with the largest value that the rule withholds (under `guard: "value"`, one with another
 * value), and each agrees with every shown cell, with every relation of the tables given, with every derived figure shown
 * by earlier releases, and with what outsiders know of withheld cells under the rule. So no attack on these, in whole
 * numbers or linear, can narrow the interval of the count further; nor can a cell withheld beside them be told, since each
 * changes in a move that is possible. Those tables are returned as `proofs`, and `unprovedCells`, which knows nothing of
 * how they were found, checks them.
 * What is not: that few cells are withheld, or that an exposed cell could not have been saved by a cleverer choice where
 * earlier releases showed rounded figures of several withheld cells (it is a heuristic); protection against what is not in
 * the tables, such as relations or base tables that are not given, or an outsider who reruns the choice of cells; and the
 * difference between a figure and its restatement.
 *
 * Formula. x, the true table, solves Ax = 0 (each total the sum of its parts). For a withheld count v of 1..k moves m are
 * sought with Am = 0 that are zero at shown cells: x + Σ t·m ≥ what is known from below, with v + Σ t·m_v ≤ 1 and once
 * with ≥ k. A move is closed greedily row by row, withholding the cells of least 1 + 2√count where withheld ones do not do.
 * Units. Counts of people or events.
 * Refuses. An Undefined for a count that is no whole number (impossible-value), for totals that are not the sum of their
 * parts or differ between tables of today (impossible-value), and for a relation or figure that names no cell
 * (missing-value). Throws RangeError for a dimension that is no tree or a rule that could not be kept.
 * References. Cox LH, Suppression methodology and statistical disclosure control, JASA 1980;75:377-385; Repsilber RD, the
 * hypercube method, 1994; Fischetti M, Salazar JJ, Solving the cell suppression problem on tabular data with linear
 * constraints, Management Science 2001;47:1008-1027; Langsrud Ø, Secondary cell suppression by Gaussian elimination, PSD
 * 2024.
 * Checked against. cell_suppression (GaussSuppression 1.0.0): the same primary cells, none recoverable; its choice of
 * further cells is one of many, and leaves some intervals tighter than the rule, which this does not. Laws of fast-check.
 * @example
 * const cells = Object.entries({ all: 60, a: 3, b: 20, c: 37 }).map(([id, count]) => ({ id, count }));
 * const answer = protect([{ cells, relations: [{ total: "all", parts: ["a", "b", "c"] }] }], [], { largestWithheld: 10 });
 * [...answer.withheld] // => [0, 1, 1, 0]
 */
export function protect(
  tables: readonly Table[],
  history: readonly PastRelease[],
  rule: CountRule,
  { keep = new Set() }: ProtectOptions = {},
): Protection | Undefined {
  requireCountRule(rule);
  const system = cellSystem(tables, history);
  if (isUndefined(system)) return system;
  const primary = primarySuppression(system.counts, rule);
  const board = preparedBoard(system, primary, rule, keep);
  const bench: Workbench = { board, search: new MoveSearch(board), library: new MoveLibrary(board) };
  const { exposed, proofs } = guardCells(bench, primary, rule);
  const hidden = board.status.map((state, cell) =>
    system.offered[cell] === 1 && (state === withheld || primary[cell] === 1) ? 1 : 0,
  );
  const { ids, counts } = system;
  const withheldDerived = tellingDerived(tables, system, hidden);
  return { ids, counts, primary, withheld: hidden, withheldDerived, exposed, proofs };
}

/** What outsiders know of each cell before anything more is withheld. */
function preparedBoard(system: CellSystem, primary: Uint8Array, rule: CountRule, keep: ReadonlySet<string>): Board {
  const board = emptyBoard(system);
  const { status, lower, upper, current } = board;
  const zerosAreShown = rule.zeros === "shown";
  for (let cell = 0; cell < status.length; cell++) {
    const isOffered = system.offered[cell] === 1;
    const isPublished = isOffered || system.past[cell]! > 0;
    const mustShow = (zerosAreShown || rule.reasons === "told") && current[cell] === 0 && primary[cell] === 0;
    if (system.past[cell] === pastShown) status[cell] = fixed;
    else if (primary[cell] === 1 || !isOffered) status[cell] = withheld;
    else if (mustShow || keep.has(system.ids[cell]!)) status[cell] = fixed;
    else status[cell] = open;
    if (!isPublished) continue;
    if (zerosAreShown) lower[cell] = max(lower[cell]!, 1);
    if (rule.reasons !== "told") continue;
    if (primary[cell] === 1) {
      lower[cell] = max(lower[cell]!, smallestWithheld(rule));
      upper[cell] = min(upper[cell]!, rule.largestWithheld);
    } else lower[cell] = max(lower[cell]!, rule.largestWithheld + 1);
  }
  return board;
}

/** A derived figure may be shown where all that it is made of is shown: then it tells nothing new. */
function tellingDerived(tables: readonly Table[], system: CellSystem, hidden: Uint8Array): ReadonlySet<string> {
  const isSeen = (id: string): boolean => {
    const at = system.indexOf.get(id);
    return at !== undefined && (system.past[at] === pastShown || (system.offered[at] === 1 && hidden[at] === 0));
  };
  const telling = tables.flatMap((table) => table.derived ?? []).filter((one) => !namedCells(one).every(isSeen));
  return new Set(telling.map(({ id }) => id));
}
