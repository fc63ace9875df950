import {
  type AttackOptions,
  type AttackReport,
  attack,
  type CountRule,
  isUndefined,
  type PastRelease,
  type Protection,
  type ProtectOptions,
  protect,
  publicRecord,
  type Table,
  type Undefined,
  unprovedCells,
} from "@evenspan/stats";
import { highsLinearBounds } from "./highs-linear-bounds.ts";

/** A protection with what was tried against it. */
export type Audit = Readonly<{
  protection: Protection;
  report: AttackReport;
  /** Small counts that the proofs do not show to be safe. */
  unproved: readonly string[];
  /** Nothing was recovered or narrowed, everything is proved, and no cell was given up. */
  isSafe: boolean;
}>;

/**
 * Protects tables, puts together what outsiders would then see, and attacks it with everything there is: narrowing,
 * elimination, linear programming by HiGHS, and a check of the proofs. Only what comes back as safe may be published.
 */
export async function auditRelease(
  tables: readonly Table[],
  history: readonly PastRelease[],
  rule: CountRule,
  options: ProtectOptions & Pick<AttackOptions, "mostColumns" | "mostProbes"> = {},
): Promise<Audit | Undefined> {
  const protection = protect(tables, history, rule, options);
  if (isUndefined(protection)) return protection;
  const { published, history: earlier } = publicRecord(tables, history, protection, rule.reasons === "told");
  const guarded = new Set(protection.ids.filter((_, cell) => protection.primary[cell] === 1));
  const linearBounds = await highsLinearBounds();
  const report = attack(published, earlier, { ...options, rule, guarded, linearBounds });
  const unproved = unprovedCells(protection, { published, history: earlier }, rule);
  const found = [report.recovered, report.tooTight, unproved, protection.exposed].some((list) => list.length > 0);
  return { protection, report, unproved, isSafe: report.isPossible && !found };
}
