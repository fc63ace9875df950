import type { RuleSource } from "../rule-source.ts";

/** What the instructions of Schedule H say from a tax year on. */
export type TaxYearRules = Readonly<{
  version: string;
  /** The first tax year in which they hold, until the next ones. */
  fromTaxYear: number;
  /** Whether a grant restricted to the activity is taken off its expense in column (d). */
  restrictedGrantsOffset: boolean;
  /** How a net expense below 0 stands in column (e), and its percentage in (f). */
  belowZero: "as-it-is" | "as-zero";
  /** Decimals of the share in column (f): 0.0724 is printed as 7.24%. */
  percentDecimals: 4;
  sources: Readonly<{ restrictedGrants: RuleSource; belowZero: RuleSource }>;
}>;

const grantsNotOffset: RuleSource = {
  cites: "2008 Schedule H instructions, highlights of 7 April 2008, item 2, and Worksheet 8, example 1",
  address: "https://omb.report/icr/200805-1545-002/doc/7009401",
};

const grantsOffset: RuleSource = {
  cites:
    "Catholic Health Association, What Counts: reporting programs with no expenses, July 2022 (the grant offsets); the first tax year is not read in the instructions themselves",
  address:
    "http://www.chausa.org/communitybenefit/what-counts-q-a-listing/accounting-questions/reporting-program-with-no-expenses",
  unverified: true,
};

const negativesStand: RuleSource = {
  cites: "Schedule H tables before 2015: net is expense less revenue, whatever its sign",
  address: null,
  unverified: true,
};

const negativesAsZero: RuleSource = {
  cites: "2015 Schedule H instructions on columns (e) and (f), as quoted by CBISA, release notes 7.1.06 of 20 May 2016",
  address: "https://www.cbisaonline.com/qa/help/Readme7.1.06HC.htm",
};

/** The rules by tax year, the oldest first. */
const taxYearRules: readonly TaxYearRules[] = [
  {
    version: "irs-schedule-h-2008",
    fromTaxYear: 2008,
    restrictedGrantsOffset: false,
    belowZero: "as-it-is",
    percentDecimals: 4,
    sources: { restrictedGrants: grantsNotOffset, belowZero: negativesStand },
  },
  {
    version: "irs-schedule-h-2011",
    fromTaxYear: 2011,
    restrictedGrantsOffset: true,
    belowZero: "as-it-is",
    percentDecimals: 4,
    sources: { restrictedGrants: grantsOffset, belowZero: negativesStand },
  },
  {
    version: "irs-schedule-h-2015",
    fromTaxYear: 2015,
    restrictedGrantsOffset: true,
    belowZero: "as-zero",
    percentDecimals: 4,
    sources: { restrictedGrants: grantsOffset, belowZero: negativesAsZero },
  },
];

/**
 * The rules of a tax year; null before 2008, when Schedule H began.
 *
 * @example
 * rulesOfTaxYear(2014)?.version // => "irs-schedule-h-2011"
 * @example
 * rulesOfTaxYear(2007) // => null
 */
export const rulesOfTaxYear = (taxYear: number): TaxYearRules | null =>
  taxYearRules.findLast(({ fromTaxYear }) => fromTaxYear <= taxYear) ?? null;

/**
 * The tax year of a fiscal year: the calendar year in which the fiscal year begins.
 *
 * @example
 * taxYearOf({ fiscalYear: 2022, endMonth: 6 }) // => 2021
 * @example
 * taxYearOf({ fiscalYear: 2022, endMonth: 12 }) // => 2022
 */
export const taxYearOf = ({ fiscalYear, endMonth }: Readonly<{ fiscalYear: number; endMonth: number }>): number =>
  endMonth === 12 ? fiscalYear : fiscalYear - 1;
