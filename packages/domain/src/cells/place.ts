import type { Gazetteer } from "../places/gazetteer.ts";
import type { Place, PlaceId } from "../places/place.ts";
import { type Cell, type CellParser, remembering } from "./cell.ts";

const expected = "a place: a community area's number or name, a ZIP code, a census tract's GEOID";

/**
 * Reads places: by id (area:26), by community area number (26 or 026), census tract GEOID (11 digits), ZIP code
 * (5 digits, or ZIP+4), or name. A name that several places go by is refused, and the places are listed.
 *
 * Pilsen is area:31; Garfield Park is “one place: West Garfield Park (area:26) or East Garfield Park (area:27)”.
 */
export function placeParser(gazetteer: Gazetteer): CellParser<PlaceId> {
  const known = parsers.get(gazetteer) ?? remembering((text) => placeCell(gazetteer, text));
  parsers.set(gazetteer, known);
  return known;
}

const parsers = new WeakMap<Gazetteer, CellParser<PlaceId>>();

function placeCell(gazetteer: Gazetteer, text: string): Cell<PlaceId> {
  if (/^\d{1,3}$/.test(text)) return areaNumbered(gazetteer, Number(text));
  if (/^\d{11}$/.test(text)) return { value: `tract:${text}` };
  if (/^\d{5}(-\d{4})?$/.test(text)) return zipOrCounty(gazetteer, text.slice(0, 5));
  if (/^(zip:\d{5}|tract:\d{11}|system:[a-z][a-z0-9-]*)$/.test(text)) return { value: text as PlaceId };
  const byId = gazetteer.place(text);
  return byId ? { value: byId.id } : oneOf(gazetteer.named(text));
}

function areaNumbered(gazetteer: Gazetteer, number: number): Cell<PlaceId> {
  const area = gazetteer.place(`area:${number}`);
  return area ? { value: area.id } : { expected: "the number of a community area, 1 to 77" };
}

/** A county's FIPS code has five digits too; the few that we know by name are told apart by asking. */
function zipOrCounty(gazetteer: Gazetteer, code: string): Cell<PlaceId> {
  const county = gazetteer.place(`county:${code}`);
  return county ? { expected: `one place: county:${code} (${county.name}) or zip:${code}` } : { value: `zip:${code}` };
}

function oneOf(places: readonly Place[]): Cell<PlaceId> {
  const [first, ...others] = places;
  if (!first) return { expected };
  if (others.length === 0) return { value: first.id };
  return { expected: `one place: ${places.map((place) => `${place.name} (${place.id})`).join(" or ")}` };
}
