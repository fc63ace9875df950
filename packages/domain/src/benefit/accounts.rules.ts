import type { FacilityAmount, FacilityYear } from "../ledger/ledger-cell.ts";

/** An amount that a line needs and that a facility's accounts did not say. */
export type MissingAmount = Readonly<{ facilityId: string; amount: FacilityAmount }>;

/** The accounts of several facilities as one. */
export type Accounts = Readonly<{
  /** The sum over the facilities that said it, in the amount's own unit; null where none did. */
  of: (amount: FacilityAmount) => number | null;
  /** As `of`, but 0 where none said it: for amounts that a hospital has only where it has them, such as pool payments. */
  orNone: (amount: FacilityAmount) => number;
  /** The facilities that did not say an amount. */
  silentOn: (amount: FacilityAmount) => readonly MissingAmount[];
  /** What is known of a cost that a hospital either accounts for or works out from charges: each hospital's cost goes first. */
  costOrCharges: (cost: FacilityAmount, charges: FacilityAmount) => CostOrCharges;
}>;

/** A cost by accounting, the charges of those hospitals that have none, and who said neither. */
export type CostOrCharges = Readonly<{
  costCents: number | null;
  chargesCents: number | null;
  silent: readonly MissingAmount[];
}>;

/**
 * The accounts of a year. Each facility counts once: of several for one, the last.
 *
 * @example
 * accountsOf([{ facilityId: "oak-park", fiscalYear: 2022, amounts: { "bad-debt": 500 } }]).of("bad-debt") // => 500
 * @example
 * accountsOf([]).of("bad-debt") // => null
 */
export function accountsOf(years: readonly FacilityYear[]): Accounts {
  const last = [...new Map(years.map((year) => [year.facilityId, year])).values()];
  const of = (amount: FacilityAmount): number | null => sumOf(last, amount);
  return {
    of,
    orNone: (amount) => of(amount) ?? 0,
    silentOn: (amount) =>
      last.filter(({ amounts }) => amounts[amount] === undefined).map(({ facilityId }) => ({ facilityId, amount })),
    costOrCharges: (cost, charges) => {
      const withoutCost = last.filter(({ amounts }) => amounts[cost] === undefined);
      const silent = withoutCost.filter(({ amounts }) => amounts[charges] === undefined);
      return {
        costCents: of(cost),
        chargesCents: sumOf(withoutCost, charges),
        silent: silent.map(({ facilityId }) => ({ facilityId, amount: charges })),
      };
    },
  };
}

/** Null where none of them said it. */
function sumOf(years: readonly FacilityYear[], amount: FacilityAmount): number | null {
  const said = years.flatMap(({ amounts }) => (amounts[amount] === undefined ? [] : [amounts[amount]]));
  return said.length === 0 ? null : said.reduce((sum, one) => sum + one, 0);
}
