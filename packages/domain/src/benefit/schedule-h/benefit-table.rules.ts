import { type Cents, centsOf, lessCents, sumCents } from "../../kernel/money.ts";
import { decimalOf, type Ratio, ratio } from "../ratio.rules.ts";
import { type BenefitLine, linesOfTotal, type TotalLine } from "./lines.ts";
import type { TaxYearRules } from "./tax-year-rules.ts";

/** What a line of either table is made of; null where nothing is known of it, as a blank line of the form. */
export type LineInput = Readonly<{
  activities: number | null;
  people: number | null;
  expense: Cents<"irs">;
  offset: Cents<"irs">;
}> | null;

/** Column (f): the exact share, and what is printed. */
export type Percent = Readonly<{
  /** Net expense, as column (e) has it, over total expense without bad debt and with joint ventures. */
  exact: Ratio;
  /** The exact share to four decimals, halves away from 0: each line by itself, totals too, and never a sum of rounded shares. */
  shown: number;
}>;

/** A line of Part I or Part II in its six columns; null where blank. */
export type BenefitRow = Readonly<{
  /** (a) Activities or programs. */
  activities: number | null;
  /** (b) Persons served. */
  people: number | null;
  /** (c) Total expense. */
  expense: Cents<"irs"> | null;
  /** (d) Direct offsetting revenue. */
  offset: Cents<"irs"> | null;
  /** (c) less (d), whatever its sign. */
  net: Cents<"irs"> | null;
  /** (e) Net expense as the tax year has it: from 2015 on what is below 0 stands as 0. */
  reportedNet: Cents<"irs"> | null;
  /** (f) Percent of total expense; null, too, where total expense is not known. */
  percent: Percent | null;
}>;

/** A table: its lines and its totals. */
export type BenefitTable<L extends BenefitLine | TotalLine = BenefitLine | TotalLine> = Readonly<Record<L, BenefitRow>>;

/**
 * The lines given, in six columns, with the totals asked for. A total adds its lines column by column, so that the form
 * adds up: column (e) adds what stands in (e), and `net` the exact amounts.
 */
export function benefitTable<L extends BenefitLine, T extends TotalLine>(
  inputs: Readonly<Record<L, LineInput>>,
  totals: readonly T[],
  denominator: Cents<"irs"> | null,
  rules: TaxYearRules,
): BenefitTable<L | T> {
  const rows = new Map<string, BenefitRow>();
  for (const [name, input] of Object.entries(inputs) as [L, LineInput][])
    rows.set(name, rowOf(input, denominator, rules));
  for (const total of totals) {
    const parts: readonly string[] = linesOfTotal[total];
    rows.set(
      total,
      totalOf(
        parts.flatMap((part) => rows.get(part) ?? []),
        denominator,
        rules,
      ),
    );
  }
  return Object.fromEntries(rows) as BenefitTable<L | T>;
}

function rowOf(input: LineInput, denominator: Cents<"irs"> | null, rules: TaxYearRules): BenefitRow {
  if (input === null) return blank;
  const net = lessCents("irs", input.expense, input.offset);
  const reportedNet = rules.belowZero === "as-zero" && net < 0 ? centsOf("irs", 0) : net;
  return { ...input, net, reportedNet, percent: percentOf(reportedNet, denominator, rules) };
}

const blank: BenefitRow = {
  activities: null,
  people: null,
  expense: null,
  offset: null,
  net: null,
  reportedNet: null,
  percent: null,
};

function totalOf(rows: readonly BenefitRow[], denominator: Cents<"irs"> | null, rules: TaxYearRules): BenefitRow {
  const known = rows.filter(({ expense }) => expense !== null);
  if (known.length === 0) return blank;
  const cents = (column: "expense" | "offset" | "net" | "reportedNet"): Cents<"irs"> =>
    sumCents(
      "irs",
      known.map((row) => row[column]!),
    );
  const count = (column: "activities" | "people"): number | null => {
    const said = known.flatMap((row) => row[column] ?? []);
    return said.length === 0 ? null : said.reduce((sum, one) => sum + one, 0);
  };
  const reportedNet = cents("reportedNet");
  return {
    activities: count("activities"),
    people: count("people"),
    expense: cents("expense"),
    offset: cents("offset"),
    net: cents("net"),
    reportedNet,
    percent: percentOf(reportedNet, denominator, rules),
  };
}

function percentOf(net: Cents<"irs">, denominator: Cents<"irs"> | null, rules: TaxYearRules): Percent | null {
  const exact = denominator === null ? null : ratio(net, denominator);
  return exact && { exact, shown: decimalOf(exact, rules.percentDecimals) };
}
