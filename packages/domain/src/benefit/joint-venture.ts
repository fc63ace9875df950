import type { BenefitLine } from "./schedule-h/lines.ts";

/** What a joint venture spent on one line, in cents, the whole of it. */
export type VentureBenefit = Readonly<{
  line: BenefitLine;
  expenseCents: number;
  offsetCents: number;
  /** The activity by which the organization gave the venture the money for it; null where the venture's own. */
  grantActivityId: string | null;
}>;

/** A joint venture that is taxed as a partnership, of which the organization's share counts. */
export type JointVenture = Readonly<{
  name: string;
  /** The ending share of the capital account (Schedule K-1, Part II, line J). */
  shareBasisPoints: number;
  totalExpenseCents: number;
  badDebtCents: number;
  /** Whether Form 990, Part IX, line 25 has the organization's share of its expense already. */
  isInTotalExpense: boolean;
  benefits: readonly VentureBenefit[];
}>;
