import { misuse, requireSameLength } from "../misuse.ts";
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
  for (let i = 0; i < ages.length; i++) {
    const age = ages[i]!;
    if (!(age >= 0 && age < Infinity)) misuse(`An age is zero or more; \`ages\` holds ${age}.`);
    if (i > 0 && age <= ages[i - 1]!) misuse(`\`ages\` must rise: ${age} follows ${ages[i - 1]}.`);
  }
}

/** Widths of all bands but the open one. */
export function bandWidths(ages: readonly number[]): Float64Array {
  const widths = new Float64Array(ages.length);
  for (let i = 0; i + 1 < ages.length; i++) widths[i] = ages[i + 1]! - ages[i]!;
  return widths;
}

/** The share of each band lived by those who die in it. */
export function deathFractionsOf(ages: readonly number[], given?: ArrayLike<number>): Float64Array {
  if (given === undefined) return Float64Array.from(ages, (age) => (age === 0 ? 0.1 : 0.5));
  requireSameLength({ ages, deathFractions: given });
  const fractions = Float64Array.from(given);
  for (const a of fractions)
    if (!(a >= 0 && a <= 1)) misuse(`A death fraction lies between 0 and 1; one was given as ${a}.`);
  return fractions;
}

/** Why a life table cannot be made of these bands, or nothing when it can. */
export function bandsRefusal(bands: AgeBands, minimumPersonYears = 0): Undefined | undefined {
  requireSameLength({ ages: bands.ages, deaths: bands.deaths, personYears: bands.personYears });
  requireAges(bands.ages);
  const reason = bandsReason(bands.ages.length, bands.deaths, bands.personYears, 0, minimumPersonYears);
  if (reason === 0) return undefined;
  const code = bandReasons[reason]!;
  return undefinedBecause(code, sentences[code](minimumPersonYears));
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

type BandCode = Exclude<(typeof bandReasons)[number], undefined>;

/** The sentence of each band refusal. */
export const sentences: Readonly<Record<BandCode, (minimum: number) => string>> = {
  "too-few-bands": () => "A life table needs at least two age bands, the last of them open.",
  "missing-value": () => "An age band has no figure for deaths or person-years, and a missing figure is not a zero.",
  "negative-events": () => "An age band has a negative number of deaths.",
  "no-person-years": () => "An age band has no person-years, so its death rate does not exist.",
  "more-deaths-than-people": () => "An age band has more deaths than person-years.",
  "population-too-small": (minimum) =>
    `All ages together have no more than ${minimum} person-years, too few by the rule given.`,
  "no-deaths-in-open-band": () =>
    "Nobody died in the open age band, so life there has no end to measure; merge the oldest bands into one.",
  "nobody-reaches-age": () => "Everybody dies before this age in this table, so there is no life left to expect.",
};

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
    const found = Number.isFinite(d) && Number.isFinite(p) ? (d < 0 ? 3 : p <= 0 ? 4 : 5) : 2;
    if (reason === 0 || found < reason) reason = found;
  }
  if (reason !== 0) return reason;
  if (total === Infinity) return 2;
  if (minimumPersonYears > 0 && total <= minimumPersonYears) return 6;
  return deaths[offset + bands - 1]! > 0 ? 0 : 7;
}
