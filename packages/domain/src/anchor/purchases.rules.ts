import { type Ratio, ratio } from "../benefit/ratio.rules.ts";
import { type Cents, centsOf, sumCents } from "../kernel/money.ts";
import type { LedgerCell } from "../ledger/ledger-cell.ts";

/** A certificate of a vendor, such as `mbe` or `wbe`, and the ISO days on which it begins and ends. */
export type Certificate = Readonly<{ kind: string; fromOn: string; untilOn: string }>;

/** Spend by what vendors are: each cent is in one of the four, or without a known place. */
export type SpendByVendor = Readonly<{
  localOnly: Cents<"anchor">;
  diverseOnly: Cents<"anchor">;
  both: Cents<"anchor">;
  neither: Cents<"anchor">;
  /** The vendor's operating address is not known; whether it is certified is. */
  unplacedDiverse: Cents<"anchor">;
  unplacedOther: Cents<"anchor">;
}>;

/** Purchases of one tier. */
export type TierPurchases = Readonly<{
  spend: Cents<"anchor">;
  /** What could be bought from somebody else: the shares are of this. */
  addressable: Cents<"anchor">;
  notAddressable: Cents<"anchor">;
  /** Nobody said whether it is addressable. It is in no share. */
  notAsked: Cents<"anchor">;
  /** Of what is addressable. */
  byVendor: SpendByVendor;
  /** Local only and both, by addressable. */
  localShare: Ratio | null;
  /** Diverse only, both, and diverse without a place, by addressable. */
  diverseShare: Ratio | null;
}>;

/** Purchases by tier; what a vendor bought from others (second tier) is none of the hospital's own and is not added to it. */
export type Purchases = Readonly<{ firstTier: TierPurchases; secondTier: TierPurchases }>;

/**
 * The kind of certificate that a vendor held on a day, for the entry of a purchase; null where none was in force. Of
 * several the first by name, so that a purchase is counted once.
 *
 * @example
 * certificateOn([{ kind: "mbe", fromOn: "2021-01-01", untilOn: "2021-12-31" }], "2021-12-31") // => "mbe"
 * @example
 * certificateOn([{ kind: "mbe", fromOn: "2021-01-01", untilOn: "2021-12-31" }], "2022-01-01") // => null
 */
export const certificateOn = (certificates: readonly Certificate[], on: string): string | null =>
  certificates
    .filter(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)
    .map(({ kind }) => kind)
    .sort()[0] ?? null;

/**
 * Purchases of a year by where vendors operate and whether they are certified. A vendor who is both local and diverse
 * stands in `both` alone, so the parts add to addressable spend.
 *
 * @param places the places of the anchor set, by id
 */
export function purchases(cells: readonly LedgerCell[], places: ReadonlySet<string>): Purchases {
  const bought = cells.filter(({ kind }) => kind === "purchase");
  return {
    firstTier: tierOf(
      bought.filter(({ tier }) => tier !== 2),
      places,
    ),
    secondTier: tierOf(
      bought.filter(({ tier }) => tier === 2),
      places,
    ),
  };
}

function tierOf(cells: readonly LedgerCell[], places: ReadonlySet<string>): TierPurchases {
  const addressed = cells.filter(({ isAddressable }) => isAddressable === true);
  const addressable = spent(addressed);
  const byVendor = byVendorOf(addressed, places);
  const { localOnly, diverseOnly, both, unplacedDiverse } = byVendor;
  return {
    spend: spent(cells),
    addressable,
    notAddressable: spent(cells.filter(({ isAddressable }) => isAddressable === false)),
    notAsked: spent(cells.filter(({ isAddressable }) => isAddressable === null)),
    byVendor,
    localShare: ratio(sumCents("anchor", [localOnly, both]), addressable),
    diverseShare: ratio(sumCents("anchor", [diverseOnly, both, unplacedDiverse]), addressable),
  };
}

function byVendorOf(cells: readonly LedgerCell[], places: ReadonlySet<string>): SpendByVendor {
  const where = (isDiverse: boolean, isThere: (placeId: string | null) => boolean): Cents<"anchor"> =>
    spent(cells.filter(({ certificate, placeId }) => (certificate !== null) === isDiverse && isThere(placeId)));
  const isLocal = (placeId: string | null): boolean => placeId !== null && places.has(placeId);
  const isElsewhere = (placeId: string | null): boolean => placeId !== null && !places.has(placeId);
  const isUnknown = (placeId: string | null): boolean => placeId === null;
  return {
    localOnly: where(false, isLocal),
    diverseOnly: where(true, isElsewhere),
    both: where(true, isLocal),
    neither: where(false, isElsewhere),
    unplacedDiverse: where(true, isUnknown),
    unplacedOther: where(false, isUnknown),
  };
}

const spent = (cells: readonly LedgerCell[]): Cents<"anchor"> =>
  sumCents(
    "anchor",
    cells.map(({ amountCents }) => centsOf("anchor", amountCents)),
  );
