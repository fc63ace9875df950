import type { Cents } from "../../kernel/money.ts";
import { atRatio } from "../ratio.rules.ts";
import { type BenefitRow, type BenefitTable, benefitTable, type LineInput } from "./benefit-table.rules.ts";
import { type BenefitLine, linesOfTotal, type TotalLine } from "./lines.ts";
import type { TaxYearRules } from "./tax-year-rules.ts";

/** A table in whole dollars, as the form and the electronic return have it, and what the rounding did to the net totals. */
export type DollarTable<L extends BenefitLine | TotalLine> = Readonly<{
  /** Amounts are cents that are whole dollars. */
  table: BenefitTable<L>;
  /** By total: net in whole dollars less net to the cent, in cents. */
  roundedBy: Readonly<Partial<Record<TotalLine, number>>>;
}>;

/**
 * A table in whole dollars. Columns (c) and (d) of each line are rounded once, halves away from 0; net amounts, totals and
 * shares are then worked out from these, so that the form adds up as printed. What that changes is said, not lost.
 */
export function wholeDollars<L extends BenefitLine, T extends TotalLine>(
  exact: BenefitTable<L | T>,
  totals: readonly T[],
  denominator: Cents<"irs"> | null,
  rules: TaxYearRules,
): DollarTable<L | T> {
  const lines = [...new Set(totals.flatMap((total): readonly string[] => linesOfTotal[total]))] as L[];
  const inputs = Object.fromEntries(lines.map((line) => [line, inDollars(exact[line])])) as Record<L, LineInput>;
  const table = benefitTable(inputs, totals, denominator, rules);
  const roundedBy = Object.fromEntries(
    totals.map((total) => [total, (table[total].net ?? 0) - (exact[total].net ?? 0)]),
  ) as Partial<Record<TotalLine, number>>;
  return { table, roundedBy };
}

function inDollars({ activities, people, expense, offset }: BenefitRow): LineInput {
  return expense === null || offset === null
    ? null
    : { activities, people, expense: toDollar(expense), offset: toDollar(offset) };
}

const toDollar = (cents: Cents<"irs">): Cents<"irs"> =>
  atRatio("irs", atRatio("irs", cents, { numerator: 1, denominator: 100 }), { numerator: 100, denominator: 1 });
