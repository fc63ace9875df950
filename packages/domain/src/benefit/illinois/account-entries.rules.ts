import { type Cents, centsOf } from "../../kernel/money.ts";
import type { Accounts } from "../accounts.rules.ts";
import type { Cause } from "../benefit-part.ts";
import type { Ratio } from "../ratio.rules.ts";
import type { TaxYearRules } from "../schedule-h/tax-year-rules.ts";
import { type LineAmounts, netOf } from "../worksheets/worksheet.ts";
import { worksheetThree } from "../worksheets/worksheet-3.rules.ts";
import { worksheetSix } from "../worksheets/worksheet-6.rules.ts";
import type { IllinoisEntry } from "./entry.ts";
import type { IllinoisLine } from "./lines.ts";

/** What the lines of Illinois have from the accounts. `ratio` and `rules` are those of Schedule H of the same year. */
export type AccountEntriesInput = Readonly<{ accounts: Accounts; ratio: Ratio | null; rules: TaxYearRules }>;

/**
 * What the lines of Illinois have from the accounts of all hospitals. Medicaid and other means-tested programs cost what
 * Worksheet 3 says, without provider taxes: the act leaves out taxes and other assessments. A surplus of a program is below 0.
 */
export function accountEntries(input: AccountEntriesInput): readonly IllinoisEntry[] {
  const { accounts } = input;
  const entry = (line: IllinoisLine, cause: Cause, cents: number | null): IllinoisEntry[] =>
    cents === null ? [] : [{ line, cause, cents: centsOf("illinois", cents) }];
  return [
    ...governmentSponsored(input),
    ...entry("language-assistance", "language-assistance", accounts.of("language-assistance-cost")),
    ...entry("government-programs", "government-programs", accounts.of("government-program-cost")),
    ...entry("education", "education", lessRevenue(accounts, "resident-education-cost", educationRevenue)),
    ...entry("research", "research", lessRevenue(accounts, "research-cost", ["research-revenue"])),
    ...entry("subsidized", "subsidized-services", subsidizedServices(input)),
    ...entry("bad-debt", "bad-debt", accounts.of("bad-debt")),
  ];
}

const educationRevenue = ["medicare-education-revenue", "medicaid-education-revenue"] as const;

function governmentSponsored({ accounts, ratio, rules }: AccountEntriesInput): IllinoisEntry[] {
  const three = worksheetThree({ accounts, counted: [], ratio, rules });
  const line = "government-sponsored";
  const program = (name: "medicaid" | "means-tested", cause: Cause, filled: LineAmounts | null): IllinoisEntry[] => {
    if (filled === null) return [];
    const pools = accounts.orNone(`${name}-pool-revenue`);
    const cost = netOf(filled) + pools - accounts.orNone(`${name}-provider-taxes`);
    return [
      { line, cause, cents: centsOf("illinois", cost) },
      { line, cause: "pool-revenue", cents: centsOf("illinois", -pools) },
    ];
  };
  const shortfall = medicareShortfall(accounts);
  return [
    ...(shortfall === null ? [] : [{ line, cause: "medicare", cents: shortfall } as const]),
    ...program("medicaid", "medicaid", three.medicaid),
    ...program("means-tested", "other-means-tested", three.meansTested),
  ];
}

function medicareShortfall(accounts: Accounts): Cents<"illinois"> | null {
  const [cost, revenue] = [accounts.of("medicare-cost"), accounts.of("medicare-revenue")];
  return cost === null || revenue === null ? null : centsOf("illinois", cost - revenue);
}

function subsidizedServices({ accounts, ratio, rules }: AccountEntriesInput): number | null {
  const { amounts } = worksheetSix({ accounts, counted: [], ratio, rules });
  return amounts && netOf(amounts);
}

/** A cost less what was paid for it; null where nobody said the cost. */
function lessRevenue(
  accounts: Accounts,
  cost: "resident-education-cost" | "research-cost",
  revenue: readonly ("medicare-education-revenue" | "medicaid-education-revenue" | "research-revenue")[],
): number | null {
  const said = accounts.of(cost);
  return said === null ? null : revenue.reduce((left, name) => left - accounts.orNone(name), said);
}
