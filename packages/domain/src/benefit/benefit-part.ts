import type { Cents, Regime } from "../kernel/money.ts";

/**
 * Why an amount is in a regime's total: what both regimes know has one name in both, so that the difference of the two
 * totals falls apart by these names and nothing is left over.
 */
export type Cause =
  | "activities"
  | "fees"
  | "restricted-grants"
  | "care-without-charge"
  | "community-building"
  | "charity-care"
  | "medicaid"
  | "other-means-tested"
  | "provider-taxes"
  | "pool-revenue"
  | "education"
  | "research"
  | "subsidized-services"
  | "joint-ventures"
  | "below-zero"
  | "medicare"
  | "bad-debt"
  | "language-assistance"
  | "government-programs"
  | "volunteer-value";

/** One amount that a regime's total is made of; what is taken off is below zero. */
export type BenefitPart<R extends Regime> = Readonly<{ cause: Cause; cents: Cents<R> }>;
