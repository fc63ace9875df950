import type { Cell } from "./cell.ts";

/** Ages in completed years, `ageFrom` included, `ageBelow` not; null where the band is open. All ages are 0 to null. */
export type AgeBand = Readonly<{ ageFrom: number; ageBelow: number | null }>;

const oldest = 130;
const expected = "an age band such as 0-4, 5-14, 85+, <1 or all (a spreadsheet may have made a date of 5-14)";

const everyAge = /^(total|all|all ages|any)$/;
const closed = /^(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})$/;
const openEnd = /^(\d{1,3})\s*(?:\+|and (?:over|older|above|up)|or (?:over|older|more)|plus)$/;
const below = /^(?:<|under|less than|below)\s*(\d{1,3})$/;
const single = /^\d{1,3}$/;

/**
 * A band of ages, as death and population files write them.
 *
 * @example
 * ageBand("05-14") // => { value: { ageFrom: 5, ageBelow: 15 } }
 * @example
 * ageBand("85 years and over") // => { value: { ageFrom: 85, ageBelow: null } }
 * @example
 * ageBand("Under 1 year") // => { value: { ageFrom: 0, ageBelow: 1 } }
 * @example
 * ageBand("44") // => { value: { ageFrom: 44, ageBelow: 45 } }
 * @example
 * ageBand("TOTAL") // => { value: { ageFrom: 0, ageBelow: null } }
 */
export function ageBand(text: string): Cell<AgeBand> {
  const plain = text
    .toLowerCase()
    .replace(/\b(years?( of age)?|yrs?|ages?(?! *$)|aged)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const band = everyAge.test(plain) ? { ageFrom: 0, ageBelow: null } : bandOf(plain);
  return band && isBand(band) ? { value: band } : { expected };
}

function bandOf(plain: string): AgeBand | null {
  const range = closed.exec(plain);
  if (range) return { ageFrom: Number(range[1]), ageBelow: Number(range[2]) + 1 };
  const open = openEnd.exec(plain);
  if (open) return { ageFrom: Number(open[1]), ageBelow: null };
  const under = below.exec(plain);
  if (under) return { ageFrom: 0, ageBelow: Number(under[1]) };
  return single.test(plain) ? { ageFrom: Number(plain), ageBelow: Number(plain) + 1 } : null;
}

const isBand = ({ ageFrom, ageBelow }: AgeBand): boolean =>
  ageFrom <= oldest && (ageBelow === null || (ageBelow > ageFrom && ageBelow <= oldest + 1));

/**
 * An age in completed years of one person, from 0 to 130.
 *
 * @example
 * ageInYears("0") // => { value: 0 }
 * @example
 * ageInYears("unknown") // => { expected: "an age in completed years, from 0 to 130" }
 */
export function ageInYears(text: string): Cell<number> {
  const value = Number(text);
  const valid = /^\d{1,3}(\.0+)?$/.test(text) && value <= oldest;
  return valid ? { value } : { expected: "an age in completed years, from 0 to 130" };
}

/**
 * A band as people write it.
 *
 * @example
 * ageBandText({ ageFrom: 45, ageBelow: 55 }) // => "45–54"
 * @example
 * ageBandText({ ageFrom: 85, ageBelow: null }) // => "85+"
 * @example
 * ageBandText({ ageFrom: 0, ageBelow: null }) // => "all ages"
 */
export function ageBandText({ ageFrom, ageBelow }: AgeBand): string {
  if (ageBelow === null) return ageFrom === 0 ? "all ages" : `${ageFrom}+`;
  return ageBelow === ageFrom + 1 ? String(ageFrom) : `${ageFrom}–${ageBelow - 1}`;
}
