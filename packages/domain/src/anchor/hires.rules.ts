import { type Ratio, ratio } from "../benefit/ratio.rules.ts";
import type { LedgerCell } from "../ledger/ledger-cell.ts";

/** A band of hourly wages: from so many cents up to below so many, null for no limit. */
export type WageBand = Readonly<{ fromCents: number; belowCents: number | null }>;

/** Bands of five dollars from fifteen on. */
const wageBands: readonly WageBand[] = [
  { fromCents: 0, belowCents: 1500 },
  { fromCents: 1500, belowCents: 2000 },
  { fromCents: 2000, belowCents: 2500 },
  { fromCents: 2500, belowCents: 3000 },
  { fromCents: 3000, belowCents: null },
];

/** Hires of a year, by where people lived when they were hired. */
export type Hires = Readonly<{
  all: number;
  local: number;
  elsewhere: number;
  /** Nobody said where. They are among all, so an unknown home never makes the share larger. */
  unplaced: number;
  /** Local by all; null where nobody was hired. */
  localShare: Ratio | null;
  /** Another measure with a definition of its own; never added to local hires. */
  impact: Readonly<{ hires: number; notAsked: number; share: Ratio | null }>;
  bands: readonly (WageBand & Readonly<{ all: number; local: number }>)[];
  /** Hires of which no wage is known. */
  withoutWage: number;
}>;

/**
 * Hires of a year. Where somebody lives is what was true on the day of hire: the entry keeps it, and nothing that happens
 * later is looked at.
 *
 * @param places the places of the anchor set, by id
 * @example
 * hires([], new Set(["zip:60612"])).localShare // => null
 */
export function hires(
  cells: readonly LedgerCell[],
  places: ReadonlySet<string>,
  bands: readonly WageBand[] = wageBands,
): Hires {
  const hired = cells.filter(({ kind }) => kind === "hire");
  const isLocal = ({ placeId }: LedgerCell): boolean => placeId !== null && places.has(placeId);
  const [all, local] = [count(hired), count(hired.filter(isLocal))];
  const unplaced = count(hired.filter(({ placeId }) => placeId === null));
  const impact = count(hired.filter(({ isImpact }) => isImpact === true));
  return {
    all,
    local,
    elsewhere: all - local - unplaced,
    unplaced,
    localShare: ratio(local, all),
    impact: {
      hires: impact,
      notAsked: count(hired.filter(({ isImpact }) => isImpact === null)),
      share: ratio(impact, all),
    },
    bands: bands.map((band) => {
      const inBand = hired.filter((cell) => isIn(band, cell));
      return { ...band, all: count(inBand), local: count(inBand.filter(isLocal)) };
    }),
    withoutWage: count(hired.filter(({ wageCentsPerHour }) => wageCentsPerHour == null)),
  };
}

const count = (cells: readonly LedgerCell[]): number => cells.reduce((sum, { entries }) => sum + entries, 0);

const isIn = ({ fromCents, belowCents }: WageBand, { wageCentsPerHour: wage }: LedgerCell): boolean =>
  wage != null && wage >= fromCents && (belowCents === null || wage < belowCents);
