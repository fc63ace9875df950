import { columnOf } from "../column.ts";
import { isKnown } from "../maths.ts";
import { requireNotNegative, requireRising, requireSameLength, requireShare } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

/**
 * Deaths and the person-years they arose from, by age band. `ages` are the lower bounds in ascending order; the last
 * band is open. Bands may have any width: 0, 1–4, 5–9, … 85+ and single years alike.
 */
export type AgeBands = Readonly<{
  ages: readonly number[];
  deaths: ArrayLike<number>;
  /** Population at mid-year times the years observed. */
  personYears: ArrayLike<number>;
}>;

/** Conventions of a Chiang table. */
export type LifeTableConventions = Readonly<{
  /** Share of each band lived by those who die in it; by default 0.1 where the age is 0 and 0.5 elsewhere (OHID, ONS). */
  deathFractions?: ArrayLike<number>;
  /** Refuse when all person-years together do not exceed this; by default any population will do. */
  minimumPersonYears?: number;
}>;

/** Throws for bands that no data could make right: too few lower bounds for the columns, or ages out of order. */
export function requireAges(ages: readonly number[]): void {
  for (const age of ages) requireNotNegative("ages", age);
  requireRising("ages", ages);
}

/** Widths of all bands but the open one. */
export const bandWidths = (ages: readonly number[]): Float64Array =>
  columnOf(ages, (age, i) => (ages[i + 1] ?? age) - age);

/** The share of each band lived by those who die in it. */
export function deathFractionsOf(ages: readonly number[], given?: ArrayLike<number>): Float64Array {
  if (!given) return columnOf(ages, (age) => (age === 0 ? 0.1 : 0.5));
  requireSameLength({ ages, deathFractions: given });
  const fractions = columnOf(given);
  for (const fraction of fractions) requireShare("A death fraction", fraction);
  return fractions;
}

/** Why a life table cannot be made of these bands, or nothing when it can. */
export function bandsRefusal({ ages, deaths, personYears }: AgeBands, minimumPersonYears = 0): Undefined | undefined {
  requireSameLength({ ages, deaths, personYears });
  requireAges(ages);
  const reason = bandsReason(ages.length, deaths, personYears, 0, minimumPersonYears);
  return reason === 0 ? undefined : bandRefusal(reason, minimumPersonYears);
}

/** The band that begins at an age, by its place. */
export function bandAt(ages: readonly number[], age: number): number | Undefined {
  const index = ages.indexOf(age);
  return index < 0 ? undefinedBecause("no-such-age", `No age band begins at ${age}.`) : index;
}

/** The codes that a column of reasons points into; entry 0 stands for "nothing is wrong". */
export const bandReasons = [
  undefined,
  "too-few-bands",
  "missing-value",
  "negative-events",
  "no-person-years",
  "more-deaths-than-people",
  "population-too-small",
  "no-deaths-in-open-band",
  "nobody-reaches-age",
] as const;

/** The place in `bandReasons` of a table with less than two bands. */
export const tooFewBands = 1;
/** Where nobody died in the open band. */
export const noDeathsInOpenBand = 7;
/** Where nobody is left at the age asked about. */
export const nobodyReachesAge = 8;

/** The refusal for a place in `bandReasons` other than the first. */
export function bandRefusal(reason: number, minimumPersonYears = 0): Undefined {
  const sentences = [
    "A life table needs at least two age bands, the last of them open.",
    "An age band has no figure for deaths or person-years, and a missing figure is not a zero.",
    "An age band has a negative number of deaths.",
    "An age band has no person-years, so its death rate does not exist.",
    "An age band has more deaths than person-years.",
    `All ages together have no more than ${minimumPersonYears} person-years, too few by the rule given.`,
    "Nobody died in the open age band, so life there has no end to measure; merge the oldest bands into one.",
    "Everybody dies before this age in this table, so there is no life left to expect.",
  ];
  return undefinedBecause(bandReasons[reason]!, sentences[reason - 1]!);
}

/** An index into `bandReasons` for one area whose bands begin at `offset`; 0 when its table can be made. */
export function bandsReason(
  bands: number,
  deaths: ArrayLike<number>,
  personYears: ArrayLike<number>,
  offset: number,
  minimumPersonYears: number,
): number {
  if (bands < 2) return 1;
  let reason = 0;
  let total = 0;
  for (let i = offset; i < offset + bands; i++) {
    const d = deaths[i]!;
    const p = personYears[i]!;
    total += p;
    if (d >= 0 && p > 0 && d <= p) continue;
    const found = isKnown(d) && isKnown(p) ? (d < 0 ? 3 : p <= 0 ? 4 : 5) : 2;
    if (reason === 0 || found < reason) reason = found;
  }
  if (reason !== 0) return reason;
  if (total === Infinity) return 2;
  if (minimumPersonYears > 0 && total <= minimumPersonYears) return 6;
  return deaths[offset + bands - 1]! > 0 ? 0 : 7;
}
