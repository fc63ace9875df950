import type { ChaCategory } from "../benefit/cha-categories.ts";
import type { facilityAmounts } from "./facility-amounts.ts";

/** What kind of thing an entry of the ledger says happened. */
export type EntryKind = (typeof entryKinds)[number];

/** Every kind of entry. */
export const entryKinds = [
  "paid-time",
  "unpaid-time",
  "cash",
  "goods",
  "space",
  "foregone-charges",
  "offset",
  "loan",
  "repayment",
  "purchase",
  "hire",
  "people",
] as const;

/** Who gave time. */
export type Giver = (typeof givers)[number];

/** Everyone who gives time. */
export const givers = ["student", "resident", "faculty", "staff", "board", "community"] as const;

/**
 * One group of entries that every regime treats alike. What takes an entry back is in the same group with its amounts below
 * zero, and counts −1 among the entries, so that a reversal leaves every sum and every count as it was before.
 */
export type LedgerCell = Readonly<{
  facilityId: string;
  /** Named after the calendar year in which it ends. */
  fiscalYear: number;
  kind: EntryKind;
  activityId: string | null;
  /** Of time: whether who gave it was assigned to represent the organization. */
  isAssigned: boolean | null;
  onPaidTime: boolean | null;
  /**
   * Of cash given: whether it may be used for community benefit only. Of an offset: true for a grant restricted to the
   * activity, false for a gift that could have been used otherwise, null for fees and other revenue of the activity itself.
   */
  isRestricted: boolean | null;
  giver: Giver | null;
  /** Of a hire the residence at the time of hire, of a purchase the operating address, else where it happened. */
  placeId: string | null;
  tier: 1 | 2 | null;
  isAddressable: boolean | null;
  /** The kind of certificate that was in force on the day of the purchase; null where there was none. */
  certificate: string | null;
  isImpact: boolean | null;
  /** Of a hire; absent where the grouping did not ask for it. */
  wageCentsPerHour?: number | null;
  /** Entries, less those that took others back. */
  entries: number;
  /** Cost in whole cents; of foregone charges the charges, of a loan its principal. */
  amountCents: number;
  minutes: number;
  /** Different people, as counted by who reports them; never added to encounters. */
  people: number;
  encounters: number;
}>;

/** What the rules can make of an activity. */
export type BenefitOutcome = (typeof benefitOutcomes)[number];

/** Every outcome, from the fullest to none. */
export const benefitOutcomes = [
  "counts",
  "counts-partly",
  "community-building",
  "narrative-only",
  "does-not-count",
] as const;

/** Which indirect rate an activity's direct cost carries. */
export type IndirectBasis = "hospital" | "research" | "community";

/** What was decided of an activity in a year. */
export type Decision = Readonly<{
  activityId: string;
  outcome: BenefitOutcome;
  /** What part of it counts; 10,000 is the whole. */
  shareBasisPoints: number;
  category: ChaCategory | null;
  indirectBasis: IndirectBasis | null;
  reason: string;
  /** The answers that it was decided by, by question; other regimes read them, too. */
  answers?: Readonly<Record<string, string | number>>;
}>;

/** The name of an amount from a facility's accounts. */
export type FacilityAmount = keyof typeof facilityAmounts;

/** A facility's amounts of a year from its accounts; `facilityAmounts` says in what each is counted. */
export type FacilityYear = Readonly<{
  facilityId: string;
  fiscalYear: number;
  amounts: Readonly<Partial<Record<FacilityAmount, number>>>;
}>;
