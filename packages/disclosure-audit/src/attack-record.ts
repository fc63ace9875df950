import {
  type AttackOptions,
  type AttackReport,
  attack,
  type CountRule,
  type LinearBounds,
  type Publication,
  type PublishedCells,
} from "@evenspan/stats";
import { highsLinearBounds, NoLinearBounds } from "./highs-linear-bounds.ts";
import { systemsOf, type Telling } from "./systems.ts";

/** The counts between which a cell must lie, as far as an outsider can tell. */
export type Known = Readonly<{ lower: number; upper: number }>;

/** What an attack on all that was told came to. */
export type RecordAttack = Readonly<{
  /** Systems of sums that hold a guarded cell, and the unseen cells in them; a cell in no sum is in none. */
  systems: number;
  cells: number;
  /** What is known of each guarded cell. */
  known: ReadonlyMap<string, Known>;
  /** Guarded cells that are known by today's tables alone, since what was told before contradicts them. */
  apart: ReadonlySet<string>;
  /** Guarded cells that not all was tried on, by what was left out. */
  untried: Readonly<{
    /** Left to narrowing and elimination: their system is larger than the solver is given, or the probes were used up. */
    linearBounds: number;
    /** Their equations could not be solved to the end. */
    elimination: number;
    /** Today's tables contradict themselves, so that nothing follows from them. */
    contradicting: number;
  }>;
}>;

/** How far an attack goes. Its limits are of size, not of time, so that it is the same on every machine. */
export type RecordAttackOptions = Readonly<{
  rule: CountRule;
  guarded: ReadonlySet<string>;
  /** Systems of more unseen cells than this, 4,000 unless given, are left to narrowing and elimination. */
  mostColumns?: number;
  /** Guarded cells that the solver is asked about, in all: 20,000 unless given. */
  mostProbes?: number;
}>;

/**
 * Attacks all that was told, today and before, together: each system of sums by narrowing, by elimination and by linear
 * programming (HiGHS). Systems without a guarded cell are passed over. Where what was told before contradicts today's
 * tables (a count was restated), a system is attacked as today's tables alone tell it.
 */
export async function attackRecord(told: Telling, options: RecordAttackOptions): Promise<RecordAttack> {
  const { guarded, mostColumns = 4000, mostProbes = 20_000 } = options;
  const guardedIn = ({ today, before }: Telling) =>
    new Set(
      [...today.cells, ...before.cells].flatMap(({ id, count }) => (count === undefined && guarded.has(id) ? id : [])),
    );
  const known = new Map<string, Known>();
  const apart = new Set<string>();
  const untried = { linearBounds: 0, elimination: 0, contradicting: 0 };
  let [systems, cells, probes] = [0, 0, mostProbes];
  for (const system of systemsOf(told)) {
    const here = guardedIn(system);
    if (here.size === 0) continue;
    if (isAlone(system)) {
      for (const id of here) known.set(id, { lower: 0, upper: Infinity });
      continue;
    }
    const { report, isApart } = attacked(system, { ...options, mostColumns, mostProbes: probes }, await solver());
    systems++;
    cells += report.cells.length;
    probes -= report.probed;
    if (isApart) for (const id of here) apart.add(id);
    if (!report.isPossible) untried.contradicting += here.size;
    else {
      if (!report.isSolvedExactly) untried.elimination += here.size;
      untried.linearBounds += report.unprobed;
      report.cells.forEach((id, at) => {
        if (here.has(id)) known.set(id, { lower: report.lower[at]!, upper: report.upper[at]! });
      });
    }
  }
  return { systems, cells, known, apart, untried };
}

type Settings = Omit<AttackOptions, "linearBounds">;

/** A cell that stands in no sum: nothing follows of it. */
const isAlone = ({ today, before }: Telling): boolean =>
  [today, before].every(({ relations, figures }) => relations.length === 0 && figures.length === 0);

/** HiGHS is loaded once, and only where there is something to ask it. */
let loaded: Promise<LinearBounds> | undefined;
function solver(): Promise<LinearBounds> {
  loaded ??= highsLinearBounds();
  return loaded;
}

function attacked({ today, before }: Telling, settings: Settings, linearBounds: LinearBounds) {
  const isNew = before.relations.length === 0 && before.figures.length === 0 && before.cells.length === 0;
  const together = reported(isNew ? [] : [{ tables: [before] }], today, settings, linearBounds);
  return together.isPossible || isNew
    ? { report: together, isApart: false }
    : { report: reported([], today, settings, linearBounds), isApart: true };
}

/** Where HiGHS gives up the other methods stand alone; where it proves that there is no solution, there is none. */
function reported(
  history: readonly Publication[],
  today: PublishedCells,
  settings: Settings,
  linearBounds: LinearBounds,
): AttackReport {
  const published = { tables: [today] };
  try {
    return attack(published, history, { ...settings, linearBounds });
  } catch (error) {
    if (!(error instanceof NoLinearBounds)) throw error;
    const without = attack(published, history, settings);
    return error.isImpossible ? { ...without, isPossible: false } : without;
  }
}
