import type { CountRule } from "../disclosure/count-rule.ts";
import type { Publication } from "../disclosure/publication.ts";
import { exactSolutions } from "./exact-solutions.ts";
import { components, type LinearBounds, linearProblem } from "./linear-bounds.ts";
import { narrowIntervals } from "./narrow-intervals.ts";
import { type OutsidersView, outsidersView } from "./outsiders-view.ts";
import { rowsOfCells } from "./rows-of-cells.ts";
import { ruleRange } from "./rule-range.ts";

/** How an attack may go about it. */
export type AttackOptions = Readonly<{
  /** The rule that outsiders are told of. */
  rule: CountRule;
  /** Ids of the counts that the rule protects; without it a cell that is found to be small counts as one of them. */
  guarded?: ReadonlySet<string>;
  /** A solver of linear problems; without it the intervals are those that narrowing and elimination give. */
  linearBounds?: LinearBounds;
  /** Components of more cells than this are left to narrowing and elimination. */
  mostColumns?: number;
  /** Of the guarded cells in components that are small enough, at most this many are probed, evenly spread. */
  mostProbes?: number;
  /** Whether the solver shall find each interval to its ends; otherwise it stops once one is as wide as the rule. */
  isExact?: boolean;
}>;

/** What an attack found out. */
export type AttackReport = Readonly<{
  /** Every cell that is not shown, with the interval in which it must lie. */
  cells: readonly string[];
  lower: Float64Array;
  upper: Float64Array;
  /** Withheld cells, and small counts never published, whose value is found. */
  recovered: readonly string[];
  /** Small counts that are known better than the rule tells, recovered ones included. */
  tooTight: readonly string[];
  /** False where what is shown contradicts itself; nothing else then means anything. */
  isPossible: boolean;
  /** Whether the equations could be solved to the end. */
  isSolvedExactly: boolean;
  /** Cells whose interval was found by the solver, and those that were left to the other methods. */
  probed: number;
  unprobed: number;
}>;

/**
 * What an outsider can work out of a release and of all earlier ones. It shares no code with `protect`: it reads the
 * published tables afresh, and serves as the audit of every release.
 *
 * Three attacks, each on what the last one left: intervals are narrowed row by row to a fixpoint, in whole numbers (at any
 * size); the equations are solved exactly by elimination, which finds every value that is a linear combination of shown
 * ones; and, where a solver is given, least and greatest values are found by linear programming, component by component.
 * What it proves: a recovered value or a tight interval is certain. An empty report with `isSolvedExactly` says that no
 * value can be had by adding, subtracting and multiplying what is shown; with `unprobed` 0 it says, too, that no interval
 * is tighter in linear arithmetic. It does not search whole-number solutions; that whole-number reasoning finds nothing
 * either is what the proofs of `protect` show (`unprovedCells`).
 *
 * Formula. Unseen x ≥ 0 (≥ 1 where zeros are always shown) with lower ≤ Ax ≤ upper: A has a row for each total and one or
 * two for each rounded figure, v − ½ unit ≤ Σ wx ≤ v + ½ unit. Recovered: least = greatest. Too tight: [least, greatest]
 * does not hold all counts that the rule withholds.
 * Units. Counts.
 * Refuses. Nothing is returned as Undefined; what contradicts itself has `isPossible` false.
 * References. Cox LH, JASA 1980;75:377-385; Hundepool A et al, Statistical Disclosure Control, 2012, 4.4 (audit by linear
 * programming); Langsrud Ø, PSD 2024 (elimination).
 * Checked against. cell_suppression: no cell of its published tables is recovered either, and, as its description says of
 * two-way tables, some of its intervals are tighter than the rule. Planted leaks of every kind.
 * @example
 * const figures = [];
 * const cells = [{ id: "all", count: 60 }, { id: "a" }, { id: "b", count: 20 }, { id: "c", count: 37 }];
 * const table = { cells, figures, relations: [{ total: "all", parts: ["a", "b", "c"] }] };
 * attack({ tables: [table] }, [], { rule: { largestWithheld: 10 } }).recovered // => ["a"]
 */
export function attack(published: Publication, history: readonly Publication[], options: AttackOptions): AttackReport {
  const view = outsidersView([published, ...history], options.rule);
  const rows = rowsOfCells(view);
  let isPossible = narrowIntervals(view, rows);
  const { solved, isComplete } = exactSolutions(view);
  for (const [cell, value] of solved) {
    if (value < view.lower[cell]! || value > view.upper[cell]!) isPossible = false;
    view.lower[cell] = value;
    view.upper[cell] = value;
  }
  if (isPossible && solved.size > 0) isPossible = narrowIntervals(view, rows);
  const isGuarded = guardedCells(view, options);
  const probed = isPossible ? probe(view, isGuarded, options) : 0;
  const unprobed = isGuarded.reduce((sum, yes) => sum + yes, 0) - probed;
  return { ...findings(view, isGuarded, options), isPossible, isSolvedExactly: isComplete, probed, unprobed };
}

const guardedCells = ({ ids }: OutsidersView, { guarded }: AttackOptions): Uint8Array =>
  Uint8Array.from(ids, (id) => (!guarded || guarded.has(id) ? 1 : 0));

/** Least and greatest value of guarded cells by linear programming; whole numbers lie within. */
function probe(view: OutsidersView, isGuarded: Uint8Array, options: AttackOptions): number {
  const { linearBounds, rule, mostColumns = 2000, mostProbes = Infinity, isExact = false } = options;
  if (!linearBounds) return 0;
  const within = components(view).filter(({ cells }) => cells.length <= mostColumns);
  const candidates = within.map(({ cells }) => cells.flatMap((cell, column) => (isGuarded[cell] ? [column] : [])));
  const every = Math.max(1, candidates.reduce((sum, columns) => sum + columns.length, 0) / mostProbes);
  const enough = isExact ? undefined : ruleRange(rule);
  let seen = 0;
  let probed = 0;
  within.forEach((component, c) => {
    const columns = candidates[c]!.filter(() => Math.floor(++seen / every) > Math.floor((seen - 1) / every));
    if (columns.length === 0) return;
    linearBounds(linearProblem(view, component), columns, enough).forEach(({ lower, upper }, i) => {
      const cell = component.cells[columns[i]!]!;
      view.lower[cell] = Math.max(view.lower[cell]!, Math.ceil(lower - 1e-6));
      view.upper[cell] = Math.min(view.upper[cell]!, Math.floor(upper + 1e-6));
      probed++;
    });
  });
  return probed;
}

function findings(view: OutsidersView, isGuarded: Uint8Array, { rule, guarded }: AttackOptions) {
  const { lower: smallest, upper: largest } = ruleRange(rule);
  const recovered: string[] = [];
  const tooTight: string[] = [];
  const { ids, lower: least, upper: most, isUnpublished } = view;
  ids.forEach((id, cell) => {
    const [lower, upper] = [least[cell]!, most[cell]!];
    const isSmall = guarded ? isGuarded[cell] === 1 : lower >= smallest && upper <= rule.largestWithheld;
    const isTold = lower === upper && (isUnpublished[cell] === 0 || isSmall);
    if (isTold) recovered.push(id);
    if (isSmall && (isTold || (rule.guard !== "value" && (lower > smallest || upper < largest)))) tooTight.push(id);
  });
  return { cells: ids, lower: least, upper: most, recovered, tooTight };
}
