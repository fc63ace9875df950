import { type Gazetteer, placeName } from "../places/gazetteer.ts";
import type { PlaceId } from "../places/place.ts";
import type { Reading, Row } from "./source.ts";

// The City writes itself as 0 or 100 or CH, or leaves the number blank beside its name.
const cityCodes = new Set(["0", "00", "100", "CH", "CITY"]);

/**
 * The place of a row of a City of Chicago file: a community area by its number, or the city.
 *
 * Reads the columns `area-number` and, where the file has it, `area-name`. A name that belongs to another number is
 * complained of, since one of the two is wrong; other spellings of the same place are not. Null after a complaint.
 */
export function chicagoPlace(row: Row, out: Reading, gazetteer: Gazetteer): PlaceId | null {
  const code = row.cell("area-number").toUpperCase();
  const name = row.cell("area-name");
  const id = placeOfCode(code, name);
  if (id === null) {
    out.complain("area-number", code === "" ? "blank" : code, "a community area number, 1 to 77, or 0 for the city");
    return null;
  }
  if (name === "" || gazetteer.named(name).some((place) => place.id === id)) return id;
  out.complain("area-name", name, `${placeName(id)}, as the number ${code || "(blank)"} says`);
  return null;
}

function placeOfCode(code: string, name: string): PlaceId | null {
  if (cityCodes.has(code) || (code === "" && name.toUpperCase() === "CHICAGO")) return "city:chicago";
  const number = /^\d{1,2}$/.test(code) ? Number(code) : 0;
  return number >= 1 && number <= 77 ? `area:${number}` : null;
}
