import { atRatio, type Ratio, ratio } from "../benefit/ratio.rules.ts";
import { type Cents, centsOf, lessCents, sumCents } from "../kernel/money.ts";
import type { EntryKind, LedgerCell } from "../ledger/ledger-cell.ts";

/** What the hospital lent to community lenders. */
export type Investments = Readonly<{
  lent: Cents<"anchor">;
  repaid: Cents<"anchor">;
  outstanding: Cents<"anchor">;
}>;

/** A loan that a lender made to a project, with its own money and that of all who lent to it. */
export type DownstreamLoan = Readonly<{ lenderId: string; amountCents: number; placeId: string | null }>;

/** What one lender lent on, and what of it is put down to the hospital's principal. */
export type Downstream = Readonly<{
  lenderId: string;
  portfolio: Cents<"anchor">;
  local: Cents<"anchor">;
  /** Loans whose place is not known: in the portfolio, and not local. */
  unplaced: Cents<"anchor">;
  localShare: Ratio | null;
  /** The hospital's outstanding principal times the local share of the lender's whole portfolio. */
  attributed: Cents<"anchor">;
}>;

/** How downstream loans are put down to an investor. */
export const attributionMethod = "local-share-of-the-whole-portfolio";

/** What the hospital put into places, of three kinds that are never added: what comes back, what is given, what is bought. */
export type PlaceMoney = Readonly<{
  loans: Cents<"anchor">;
  grants: Cents<"anchor">;
  purchases: Cents<"anchor">;
}>;

/** What the hospital lent, was paid back, and still has out, over the years whose cells are given. */
export function investments(cells: readonly LedgerCell[]): Investments {
  const [lent, repaid] = [amount(cells, "loan"), amount(cells, "repayment")];
  return { lent, repaid, outstanding: lessCents("anchor", lent, repaid) };
}

/**
 * What lenders lent on, lender by lender. It is their lending: none of it is added to what the hospital lent them.
 *
 * @param outstandingCents the hospital's principal with each lender
 * @param places the places of the anchor set, by id
 */
export function downstream(
  loans: readonly DownstreamLoan[],
  outstandingCents: ReadonlyMap<string, number>,
  places: ReadonlySet<string>,
): readonly Downstream[] {
  return [...new Set(loans.map(({ lenderId }) => lenderId))].sort().map((lenderId) => {
    const own = loans.filter((loan) => loan.lenderId === lenderId);
    const [portfolio, local] = [
      total(own),
      total(own.filter(({ placeId }) => placeId !== null && places.has(placeId))),
    ];
    const localShare = ratio(local, portfolio);
    const principal = outstandingCents.get(lenderId) ?? 0;
    return {
      lenderId,
      portfolio,
      local,
      unplaced: total(own.filter(({ placeId }) => placeId === null)),
      localShare,
      attributed: localShare ? atRatio("anchor", principal, localShare) : centsOf("anchor", 0),
    };
  });
}

/**
 * What “invested since” opens to: loans, grants and purchases, side by side and without a sum.
 *
 * @param grantActivities the activities that are grants of the anchor mission
 */
export const placeMoney = (cells: readonly LedgerCell[], grantActivities: ReadonlySet<string>): PlaceMoney => ({
  loans: amount(cells, "loan"),
  grants: amount(
    cells.filter(({ activityId }) => activityId !== null && grantActivities.has(activityId)),
    "cash",
  ),
  purchases: amount(
    cells.filter(({ tier }) => tier !== 2),
    "purchase",
  ),
});

const total = (amounts: readonly Readonly<{ amountCents: number }>[]): Cents<"anchor"> =>
  sumCents(
    "anchor",
    amounts.map(({ amountCents }) => centsOf("anchor", amountCents)),
  );

const amount = (cells: readonly LedgerCell[], kind: EntryKind): Cents<"anchor"> =>
  total(cells.filter((cell) => cell.kind === kind));
