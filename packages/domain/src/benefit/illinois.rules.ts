import { groupBy } from "../kernel/group-by.ts";
import { type Cents, sumCents } from "../kernel/money.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import type { Decision } from "../ledger/ledger-cell.ts";
import { accountsOf, type MissingAmount } from "./accounts.rules.ts";
import { activityCosts } from "./activity-costs.rules.ts";
import type { BenefitPart } from "./benefit-part.ts";
import { guarded } from "./double-counting.rules.ts";
import { accountEntries } from "./illinois/account-entries.rules.ts";
import { activityEntries } from "./illinois/activity-entries.rules.ts";
import type { IllinoisEntry } from "./illinois/entry.ts";
import { type IllinoisHospital, illinoisHospital } from "./illinois/hospital.rules.ts";
import { type IllinoisLine, illinoisLines } from "./illinois/lines.ts";
import { type IllinoisVolunteers, illinoisVolunteers } from "./illinois/volunteers.rules.ts";
import type { Ratio } from "./ratio.rules.ts";
import { rulesOfTaxYear } from "./schedule-h/tax-year-rules.ts";
import type { BenefitInput } from "./schedule-h.rules.ts";

/** The amounts that Illinois asks for, of a hospital or a system and a fiscal year. */
export type IllinoisReport = Readonly<{
  ruleVersion: typeof illinoisVersion;
  /** Null where nothing is known of a line. */
  lines: Readonly<Record<IllinoisLine, Cents<"illinois"> | null>>;
  total: Cents<"illinois">;
  hospitals: readonly IllinoisHospital[];
  volunteers: IllinoisVolunteers;
  missing: readonly MissingAmount[];
  /** What the total is made of. */
  parts: readonly BenefitPart<"illinois">[];
}>;

/** The act as it stands since Public Act 102-0581. */
const illinoisVersion = "210-ilcs-76-2022";

/**
 * The annual report to the Attorney General of Illinois, from what Schedule H is made from, by the act's own rules: charity
 * care by each hospital's Medicare ratio, Medicare, bad debt and language assistance counted, volunteers' time as hours and
 * at a stated value, no taxes, and nothing that was reimbursed.
 *
 * Refuses a tax year that has no rules (`no-rules`): the cost of Medicaid is that of Schedule H.
 * Source: Community Benefits Act, 210 ILCS 76.
 *
 * @param ratio of patient care cost to charges, as Worksheet 2 of the same year has it
 */
export function illinoisReport(input: BenefitInput, ratio: Ratio | null): Outcome<IllinoisReport> {
  const rules = rulesOfTaxYear(input.taxYear);
  if (!rules) return refuse("undefined", "no-rules", `There are no rules for tax year ${input.taxYear}.`);
  const hospitals = [...new Map(input.years.map((year) => [year.facilityId, illinoisHospital(year)])).values()];
  const activities = activitiesOf(input, hospitals);
  const volunteers = illinoisVolunteers(activities.told, input.years);
  const entries = [
    ...hospitals.flatMap(charityEntries),
    ...accountEntries({ accounts: accountsOf(input.years), ratio, rules }),
    ...activities.entries,
    ...volunteerEntries(volunteers),
  ];
  return {
    ruleVersion: illinoisVersion,
    lines: sumsByLine(entries),
    total: sumCents(
      "illinois",
      entries.map(({ cents }) => cents),
    ),
    hospitals,
    volunteers,
    missing: hospitals.flatMap(({ missing }) => missing),
    parts: entries.map(({ cause, cents }) => ({ cause, cents })),
  };
}

const charityEntries = ({ charityCost }: IllinoisHospital): IllinoisEntry[] =>
  charityCost === null ? [] : [{ line: "charity-care", cause: "charity-care", cents: charityCost }];

function volunteerEntries({ employees, others }: IllinoisVolunteers): IllinoisEntry[] {
  const lines = [
    ["employee-volunteers", employees],
    ["other-volunteers", others],
  ] as const;
  return lines.flatMap(([line, { value }]) =>
    value === null ? [] : [{ line, cause: "volunteer-value" as const, cents: value }],
  );
}

/** What activities cost, hospital by hospital: care without charge is costed at the hospital's own Medicare ratio. */
function activitiesOf(input: BenefitInput, hospitals: readonly IllinoisHospital[]) {
  const { decisions } = guarded(input);
  const language = new Set(decisions.filter(isLanguageAssistance).map(({ activityId }) => activityId));
  const ownDecisions = decisions.map((one) => (isLanguageAssistance(one) ? countedWhole(one) : one));
  const ratios = new Map(hospitals.map(({ facilityId, ratio }) => [facilityId, ratio]));
  const byFacility = [...groupBy(input.cells, ({ facilityId }) => facilityId)].sort(([a], [b]) => (a < b ? -1 : 1));
  const costs = byFacility.map(([facilityId, cells]) =>
    activityCosts("illinois", {
      cells,
      decisions: ownDecisions,
      indirectRates: input.indirectRates,
      careRatio: ratios.get(facilityId) ?? null,
    }),
  );
  return {
    entries: costs.flatMap(({ counted }) => counted.flatMap((it) => activityEntries(it, language.has(it.activityId)))),
    told: costs.flatMap(({ told }) => told),
  };
}

const isLanguageAssistance = ({ answers }: Decision): boolean => answers?.what === "language-assistance";

/** Interpreters count whole; the category only lets their cost through. */
const countedWhole = (decision: Decision): Decision => ({ ...decision, category: "A3", shareBasisPoints: 10_000 });

function sumsByLine(entries: readonly IllinoisEntry[]): IllinoisReport["lines"] {
  const groups = groupBy(entries, ({ line }) => line);
  const sums = Object.keys(illinoisLines).map((line) => {
    const group = groups.get(line as IllinoisLine);
    return [
      line,
      group
        ? sumCents(
            "illinois",
            group.map(({ cents }) => cents),
          )
        : null,
    ] as const;
  });
  return Object.fromEntries(sums) as IllinoisReport["lines"];
}
