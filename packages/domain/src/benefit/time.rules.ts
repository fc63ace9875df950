import type { LedgerCell } from "../ledger/ledger-cell.ts";
import { type RuleSource, ruleSources } from "./rule-source.ts";

/** Why time is a cost, or why it is told in words only. */
export type TimeReason =
  | "assigned-and-paid"
  | "volunteer"
  | "unpaid"
  | "off-the-clock"
  | "not-assigned"
  | "not-answered";

/** What the rules make of time. */
export type TimeVerdict = Readonly<{ isCost: boolean; why: TimeReason; source: RuleSource }>;

const verdict = (why: TimeReason): TimeVerdict => ({
  isCost: why === "assigned-and-paid",
  why,
  source: ruleSources[why === "volunteer" ? "cha-volunteers" : "cha-employee-time"],
});

/**
 * Whether time is a cost of the organization. It is only where who gave it was assigned to represent the organization, on
 * paid time, and is paid by it: the time of students, of the board and of community volunteers never is money, and the
 * time of employees off the clock is their own. Their hours and numbers are told in words. A faculty supervisor on paid
 * time is a cost, whatever the students are.
 *
 * @example
 * timeVerdict({ kind: "paid-time", giver: "staff", isAssigned: true, onPaidTime: true }).isCost // => true
 * @example
 * timeVerdict({ kind: "paid-time", giver: "staff", isAssigned: true, onPaidTime: false }).why // => "off-the-clock"
 */
export function timeVerdict(time: Pick<LedgerCell, "kind" | "giver" | "isAssigned" | "onPaidTime">): TimeVerdict {
  if (time.giver === "student" || time.giver === "board" || time.giver === "community") return verdict("volunteer");
  if (time.kind === "unpaid-time") return verdict("unpaid");
  if (time.onPaidTime === false) return verdict("off-the-clock");
  if (time.isAssigned === false) return verdict("not-assigned");
  if (time.isAssigned === null || time.onPaidTime === null) return verdict("not-answered");
  return verdict("assigned-and-paid");
}

/** How much paid time an office lets an employee give to its own projects in a fiscal year. */
export type PaidVolunteerPolicy = Readonly<{ minutesPerFiscalYear: number; source: RuleSource }>;

/** Eight hours a fiscal year, on projects that the office names. */
export const eightHoursAYear: PaidVolunteerPolicy = {
  minutesPerFiscalYear: 480,
  source: {
    cites: "Rush Oak Park Hospital, news on the Employee Volunteer Program: up to 8 paid hours a fiscal year",
    address:
      "https://www.rush.edu/news/rush-oak-park-hospital-employees-spend-time-helping-getting-know-community-organizations",
  },
};

/** What becomes of an employee's paid volunteer time of one fiscal year. */
export type PaidVolunteerTime = Readonly<{
  /** On activities that meet a documented need: a cost. */
  countedMinutes: number;
  /** Without one: not community benefit. */
  withoutNeedMinutes: number;
  /** More than the policy grants: to be looked at before it is posted. */
  beyondPolicyMinutes: number;
}>;

/**
 * One employee's paid volunteer time in a fiscal year. Only hours on activities that meet a documented need count, and the
 * policy's hours are taken up by these first.
 *
 * @example
 * paidVolunteerTime([{ minutes: 480, hasDocumentedNeed: true }]).countedMinutes // => 480
 * @example
 * paidVolunteerTime([{ minutes: 300, hasDocumentedNeed: true }, { minutes: 240, hasDocumentedNeed: false }])
 * // => { countedMinutes: 300, withoutNeedMinutes: 180, beyondPolicyMinutes: 60 }
 */
export function paidVolunteerTime(
  shifts: readonly Readonly<{ minutes: number; hasDocumentedNeed: boolean }>[],
  policy: PaidVolunteerPolicy = eightHoursAYear,
): PaidVolunteerTime {
  const minutes = (hasNeed: boolean): number =>
    shifts.filter((shift) => shift.hasDocumentedNeed === hasNeed).reduce((sum, shift) => sum + shift.minutes, 0);
  const [withNeed, without] = [minutes(true), minutes(false)];
  const countedMinutes = Math.min(withNeed, policy.minutesPerFiscalYear);
  const withoutNeedMinutes = Math.min(without, policy.minutesPerFiscalYear - countedMinutes);
  return {
    countedMinutes,
    withoutNeedMinutes,
    beyondPolicyMinutes: withNeed + without - countedMinutes - withoutNeedMinutes,
  };
}
