import { type Outcome, refuse } from "../kernel/refusal.ts";
import type { Decision, FacilityYear, LedgerCell } from "../ledger/ledger-cell.ts";
import { accountsOf, type MissingAmount } from "./accounts.rules.ts";
import {
  activityCosts,
  type CountedActivity,
  type IndirectRates,
  type LeftOut,
  type ToldTime,
} from "./activity-costs.rules.ts";
import type { BenefitPart } from "./benefit-part.ts";
import { type DoubleCount, guarded } from "./double-counting.rules.ts";
import type { JointVenture } from "./joint-venture.ts";
import type { Ratio } from "./ratio.rules.ts";
import { type BenefitTable, benefitTable } from "./schedule-h/benefit-table.rules.ts";
import { type Denominator, denominatorOf } from "./schedule-h/denominator.rules.ts";
import { irsParts } from "./schedule-h/irs-parts.rules.ts";
import { partOneInputs, partTwoInputs, ventureAmounts } from "./schedule-h/line-inputs.rules.ts";
import type { PartOneLine, PartTwoLine } from "./schedule-h/lines.ts";
import { type PartThree, partThree } from "./schedule-h/part-three.rules.ts";
import { rulesOfTaxYear, type TaxYearRules } from "./schedule-h/tax-year-rules.ts";
import { amountsOf, type Worksheet } from "./worksheets/worksheet.ts";
import { worksheetTwo } from "./worksheets/worksheet-2.rules.ts";
import { worksheets } from "./worksheets.rules.ts";

/** All that community benefit is worked out from, under either regime: the facilities of one filer, one fiscal year. */
export type BenefitInput = Readonly<{
  taxYear: number;
  cells: readonly LedgerCell[];
  decisions: readonly Decision[];
  years: readonly FacilityYear[];
  indirectRates: IndirectRates;
  jointVentures: readonly JointVenture[];
}>;

/** Schedule H of one filer and tax year, as far as money and counts go, with all that it was made from. */
export type ScheduleH = Readonly<{
  taxYear: number;
  ruleVersion: string;
  partOne: BenefitTable<PartOneLine | "7d" | "7j" | "7k">;
  partTwo: BenefitTable<PartTwoLine | "II-10">;
  partThree: PartThree;
  /** What column (f) divides by; null where the accounts did not say total expense. */
  denominator: Denominator | null;
  /** Worksheet 2; null where the accounts do not say enough. */
  ratio: Ratio | null;
  worksheets: readonly Worksheet[];
  counted: readonly CountedActivity<"irs">[];
  leftOut: readonly LeftOut[];
  /** For Part VI: time that is told in words. */
  told: readonly ToldTime[];
  /** For Part VI: activities decided to be told only, and those that others paid for wholly. */
  toldActivities: readonly string[];
  doubleCounts: readonly DoubleCount[];
  /** What the accounts did not say and a line needs. */
  missing: readonly MissingAmount[];
  /** What line 7k (e) is made of. */
  parts: readonly BenefitPart<"irs">[];
}>;

/**
 * Schedule H, Parts I to III, with its worksheets: from the ledger's cells, what was decided of activities, the accounts,
 * and joint ventures. A line that nothing is known of is blank, never 0.
 *
 * Refuses a tax year before 2008 (`no-rules`).
 */
export function scheduleH(input: BenefitInput): Outcome<ScheduleH> {
  const { taxYear, cells, indirectRates } = input;
  const rules = rulesOfTaxYear(taxYear);
  if (!rules) return refuse("undefined", "no-rules", `Schedule H began with tax year 2008; ${taxYear} has no rules.`);
  const { decisions, jointVentures, findings } = guarded(input);
  const accounts = accountsOf(input.years);
  const costs = (careRatio: Ratio | null) => activityCosts("irs", { cells, decisions, indirectRates, careRatio });
  const two = worksheetTwo(accounts, costs(null).counted);
  const { counted, leftOut, told } = costs(two.ratio);
  const filled = worksheets({ accounts, counted, ratio: two.ratio, rules });
  const ventures = ventureAmounts(jointVentures);
  const denominator = denominatorOf(accounts, jointVentures);
  const over = denominator?.cents ?? null;
  const partOne = benefitTable(partOneInputs(filled.carried, counted, ventures), ["7d", "7j", "7k"], over, rules);
  return {
    taxYear,
    ruleVersion: rules.version,
    partOne,
    partTwo: benefitTable(partTwoInputs(rules, counted, ventures), ["II-10"], over, rules),
    partThree: partThree(accounts),
    denominator,
    ratio: two.ratio,
    worksheets: [two.worksheet, ...filled.worksheets].sort((a, b) => a.number - b.number),
    counted,
    leftOut,
    told,
    toldActivities: toldActivities(decisions, counted, rules),
    doubleCounts: findings,
    missing: [...accounts.silentOn("total-expense"), ...two.missing, ...filled.missing],
    parts: irsParts({ accounts, counted, carried: filled.carried, ventures, total: partOne["7k"], rules }),
  };
}

function toldActivities(
  decisions: readonly Decision[],
  counted: readonly CountedActivity<"irs">[],
  rules: TaxYearRules,
): readonly string[] {
  const netToNothing = counted.filter((it) => {
    const { expense, offset } = amountsOf([it], rules);
    return expense > 0 && expense === offset;
  });
  const onlyTold = decisions.filter(({ outcome }) => outcome === "narrative-only");
  return [...new Set([...onlyTold, ...netToNothing].map(({ activityId }) => activityId))].sort();
}
