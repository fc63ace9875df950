import { type Cents, centsOf, lessCents, sumCents } from "../../kernel/money.ts";
import type { Text } from "../../kernel/text.ts";
import type { Accounts, MissingAmount } from "../accounts.rules.ts";
import type { CountedActivity } from "../activity-costs.rules.ts";
import type { Ratio } from "../ratio.rules.ts";
import type { RuleSource } from "../rule-source.ts";
import type { TaxYearRules } from "../schedule-h/tax-year-rules.ts";

/** What stands in a field of a worksheet; null where nothing was said. */
export type WorksheetValue = Cents<"irs"> | Ratio | null;

/** A numbered line of a worksheet, with a value for each of its columns. */
export type WorksheetLine = Readonly<{ number: string; words: Text; values: readonly WorksheetValue[] }>;

/** A worksheet of the instructions of Schedule H, filled in. It is kept with the records, not filed. */
export type Worksheet = Readonly<{
  number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  title: Text;
  /** The letters over the columns; a worksheet without letters has one column. */
  columns: readonly string[];
  lines: readonly WorksheetLine[];
  source: RuleSource;
  /** Line numbers that were not read in a text of the instructions; pages say so. */
  unverifiedLines: readonly string[];
}>;

/** What a worksheet carries to a line of Part I: columns (c) and (d). */
export type LineAmounts = Readonly<{ expense: Cents<"irs">; offset: Cents<"irs"> }>;

/** What every worksheet is filled in from. */
export type WorksheetInput = Readonly<{
  accounts: Accounts;
  counted: readonly CountedActivity<"irs">[];
  ratio: Ratio | null;
  rules: TaxYearRules;
}>;

/** A worksheet with what it carries on: null where it has nothing, as a blank line of the form. */
export type FilledWorksheet = Readonly<{
  worksheet: Worksheet;
  amounts: LineAmounts | null;
  missing: readonly MissingAmount[];
}>;

/** Nothing, as the IRS counts it. */
export const noCents: Cents<"irs"> = centsOf("irs", 0);

/** An amount as the IRS counts it; what nobody said stays null. */
export const orNull = (amount: number | null): Cents<"irs"> | null => (amount === null ? null : centsOf("irs", amount));

/** A line of a worksheet. */
export const line = (number: string, en: string, es: string, ...values: readonly WorksheetValue[]): WorksheetLine => ({
  number,
  words: { en, es },
  values,
});

/** What an activity cost in all. */
export const expenseOf = (it: CountedActivity<"irs">): Cents<"irs"> =>
  sumCents("irs", [it.time, it.cash, it.goods, it.space, it.care, it.indirect]);

/** What is taken off an activity's cost under the rules of a tax year. */
export const offsetOf = (it: CountedActivity<"irs">, { restrictedGrantsOffset }: TaxYearRules): Cents<"irs"> =>
  restrictedGrantsOffset ? sumCents("irs", [it.fees, it.grants]) : it.fees;

/** Expense and offset of several activities. */
export function amountsOf(activities: readonly CountedActivity<"irs">[], rules: TaxYearRules): LineAmounts {
  return {
    expense: sumCents("irs", activities.map(expenseOf)),
    offset: sumCents(
      "irs",
      activities.map((it) => offsetOf(it, rules)),
    ),
  };
}

/** Column (c) less column (d). */
export const netOf = ({ expense, offset }: LineAmounts): Cents<"irs"> => lessCents("irs", expense, offset);
