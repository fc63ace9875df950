import { type Cents, lessCents } from "../../kernel/money.ts";
import type { Accounts } from "../accounts.rules.ts";
import { orNull } from "../worksheets/worksheet.ts";

/** Part III, sections A and B; null where the accounts did not say it. None of it is in line 7. */
export type PartThree = Readonly<{
  /** Line 2. */
  badDebt: Cents<"irs"> | null;
  /** Line 3: bad debt of people who could have had assistance. */
  badDebtOfTheEligible: Cents<"irs"> | null;
  /** Line 5. */
  medicareRevenue: Cents<"irs"> | null;
  /** Line 6: what Medicare allows as cost of this care. */
  medicareCost: Cents<"irs"> | null;
  /** Line 7: line 5 less line 6, so that a shortfall is below 0. */
  medicareSurplus: Cents<"irs"> | null;
}>;

/**
 * Bad debt and Medicare, as Part III has them.
 * Source: Schedule H, Part III, lines 2 to 7, by the elements of the IRS schemas 2014v6.0 and 2016v3.1.
 */
export function partThree(accounts: Accounts): PartThree {
  const medicareRevenue = orNull(accounts.of("medicare-revenue"));
  const medicareCost = orNull(accounts.of("medicare-cost"));
  return {
    badDebt: orNull(accounts.of("bad-debt")),
    badDebtOfTheEligible: orNull(accounts.of("bad-debt-of-the-eligible")),
    medicareRevenue,
    medicareCost,
    medicareSurplus:
      medicareRevenue === null || medicareCost === null ? null : lessCents("irs", medicareRevenue, medicareCost),
  };
}
