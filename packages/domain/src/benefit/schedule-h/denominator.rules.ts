import { type Cents, lessCents, sumCents } from "../../kernel/money.ts";
import type { Accounts } from "../accounts.rules.ts";
import type { JointVenture } from "../joint-venture.ts";
import { atRatio, ofBasisPoints } from "../ratio.rules.ts";
import { orNull } from "../worksheets/worksheet.ts";

/** What column (f) divides by, and what it is made of. */
export type Denominator = Readonly<{
  /** Form 990, Part IX, line 25, column A. */
  totalExpense: Cents<"irs">;
  /** The organization's share of what joint ventures spent, where the total has it not yet. */
  ventures: Cents<"irs">;
  /** Bad debt within total expense, and the share of the ventures'. */
  badDebt: Cents<"irs">;
  cents: Cents<"irs">;
}>;

/**
 * Total expense, and the share of joint ventures, less the bad debt in both. Null where nobody said total expense.
 * Source: American Hospital Association, Schedule H project, total expense
 * (http://www.aha.org/advocacy-issues/taxexempt/schedH/Worksheet1_8.html).
 */
export function denominatorOf(accounts: Accounts, jointVentures: readonly JointVenture[]): Denominator | null {
  const totalExpense = orNull(accounts.of("total-expense"));
  if (totalExpense === null) return null;
  const share = (of: "totalExpenseCents" | "badDebtCents", ventures: readonly JointVenture[]): Cents<"irs"> =>
    sumCents(
      "irs",
      ventures.map((one) => atRatio("irs", one[of], ofBasisPoints(one.shareBasisPoints))),
    );
  const ventures = share(
    "totalExpenseCents",
    jointVentures.filter((one) => !one.isInTotalExpense),
  );
  const badDebt = sumCents("irs", [
    orNull(accounts.orNone("bad-debt-in-total-expense"))!,
    share("badDebtCents", jointVentures),
  ]);
  const cents = lessCents("irs", sumCents("irs", [totalExpense, ventures]), badDebt);
  return { totalExpense, ventures, badDebt, cents };
}
