import type { PlaceId } from "../places/place.ts";
import type { Sex } from "./observation.ts";

/** What a CDC WONDER query says of all its rows; null where the rows themselves, or nothing, say it. */
export type WonderQuery = Readonly<{
  years: Readonly<{ from: number; to: number }> | null;
  sex: Sex | null;
  placeId: PlaceId | null;
  /** The first parameter that makes the numbers something else than counts of everybody there; null if there is none. */
  foreign: string | null;
}>;

const groupings =
  /^(Ten-Year Age Groups|Five-Year Age Groups|Single-Year Ages|Year|Gender|Sex|(Residence )?County|ICD Sub-Chapter)$/;
const harmless = /^(Show |Rate Options$|Standard Population$)/;

/**
 * Reads the parameters of a query, one "name: value" a line. Evenspan holds no deaths by race, origin, place of death
 * or urbanization, so that a query about some of them must not be taken for one about all.
 *
 * @example
 * wonderQuery("Year/Month: 2020\nGender: Female") // => { years: { from: 2020, to: 2020 }, sex: "female", placeId: null, foreign: null }
 * @example
 * wonderQuery("Race: White").foreign // => "Race: White"
 */
export function wonderQuery(text: string): WonderQuery {
  let query: WonderQuery = { years: null, sex: null, placeId: null, foreign: null };
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const colon = line.indexOf(": ");
    const told = toldBy(line.slice(0, colon), line.slice(colon + 2));
    query = { ...query, ...(told ?? { foreign: query.foreign ?? line }) };
  }
  return query;
}

/** What one parameter says; null where it is about something that Evenspan does not hold. */
function toldBy(name: string, value: string): Partial<WonderQuery> | null {
  if (harmless.test(name)) return {};
  if (name === "Group By") return value.split("; ").every((group) => groupings.test(group)) ? {} : null;
  if (name === "Calculate Rates Per") return value === "100,000" ? {} : null;
  if (name === "Year/Month") return oneOrNone("years", yearsOf(value));
  if (name === "Gender" || name === "Sex") return oneOrNone("sex", sexOf(value));
  if (name === "States" || name === "States/Counties" || name === "Counties")
    return oneOrNone("placeId", countyOf(value));
  return null;
}

const oneOrNone = <K extends keyof WonderQuery>(key: K, value: WonderQuery[K]): Partial<WonderQuery> | null =>
  value === null ? null : ({ [key]: value } as Partial<WonderQuery>);

/** Whole years without a gap; a query about some months of a year is no period of ours. */
function yearsOf(value: string): WonderQuery["years"] {
  const parts = value.split("; ").map((part) => (/^\d{4}$/.test(part) ? Number(part) : Number.NaN));
  const years = parts.toSorted((a, b) => a - b);
  const whole = years.every((year, index) => year === years[0]! + index);
  return whole ? { from: years[0]!, to: years.at(-1)! } : null;
}

/**
 * The sex that a name or code of CDC WONDER stands for; null for none.
 *
 * @example
 * sexOf("F") // => "female"
 */
export function sexOf(text: string): Sex | null {
  if (text === "F" || text === "Female") return "female";
  return text === "M" || text === "Male" ? "male" : null;
}

const countyOf = (value: string): PlaceId | null => {
  const code = /^[^;]*\((\d{5})\)$/.exec(value)?.[1];
  return code === undefined ? null : `county:${code}`;
};
