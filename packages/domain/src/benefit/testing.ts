import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import type { Decision, FacilityYear, LedgerCell } from "../ledger/ledger-cell.ts";
import { type Answers, eligibility } from "./eligibility.rules.ts";
import { type IllinoisReport, illinoisReport } from "./illinois.rules.ts";
import { type Reconciliation, reconciliation } from "./reconciliation.rules.ts";
import { type BenefitInput, type ScheduleH, scheduleH } from "./schedule-h.rules.ts";

/** For tests: what was asked for, or a failure where it was refused. */
export function given<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

/** For tests: a cell of one entry, of which only what is told matters. */
export const cell = (told: Partial<LedgerCell> & Pick<LedgerCell, "kind">): LedgerCell => ({
  facilityId: "main",
  fiscalYear: 2022,
  activityId: "activity",
  isAssigned: null,
  onPaidTime: null,
  isRestricted: null,
  giver: null,
  placeId: null,
  tier: null,
  isAddressable: null,
  certificate: null,
  isImpact: null,
  entries: 1,
  amountCents: 0,
  minutes: 0,
  people: 0,
  encounters: 0,
  ...told,
});

/** For tests: the entry that takes another back. */
export const reversed = (it: LedgerCell): LedgerCell => ({
  ...it,
  entries: -it.entries,
  amountCents: -it.amountCents,
  minutes: -it.minutes,
  people: -it.people,
  encounters: -it.encounters,
});

/** For tests: an employee's assigned, paid time. */
export const paidTime = (told: Partial<LedgerCell>): LedgerCell =>
  cell({ kind: "paid-time", giver: "staff", isAssigned: true, onPaidTime: true, ...told });

/** For tests: what the rules decide of an activity, as the ledger keeps it. */
export function decided(answers: Answers, rest: Partial<Decision> = {}, taxYear = 2021): Decision {
  const { outcome, shareBasisPoints, category, reason } = given(eligibility(answers, taxYear));
  return {
    activityId: "activity",
    outcome,
    shareBasisPoints,
    category,
    indirectBasis: null,
    reason: reason.en,
    answers,
    ...rest,
  };
}

/** For tests: answers by which a program of a kind counts whole. */
export const program = (kind: string, rest: Answers = {}): Answers => ({
  what: "program",
  "whose-cost": "yes",
  "own-people": "no",
  required: "no",
  "normal-cost": "no",
  need: "assessment",
  objective: "public-health",
  "program-kind": kind,
  marketing: 0,
  "grant-funding": "none",
  ...rest,
});

/** For tests: amounts of the main hospital's accounts. */
export const accounts = (amounts: FacilityYear["amounts"], facilityId = "main"): FacilityYear => ({
  facilityId,
  fiscalYear: 2022,
  amounts,
});

/** For tests: a year under both regimes, and what lies between them. */
export type BothRegimes = Readonly<{ irs: ScheduleH; illinois: IllinoisReport; between: Reconciliation }>;

/** For tests: a year of which only what is told matters. */
export function year(told: Partial<BenefitInput>): BothRegimes {
  const input: BenefitInput = {
    taxYear: 2021,
    cells: [],
    decisions: [],
    years: [],
    indirectRates: {},
    jointVentures: [],
    ...told,
  };
  const irs = given(scheduleH(input));
  const illinois = given(illinoisReport(input, irs.ratio));
  return { irs, illinois, between: reconciliation(irs, illinois) };
}
