import { areaNumber } from "../cells/area-number.ts";
import type { Cell } from "../cells/cell.ts";
import { type Gazetteer, placeName } from "../places/gazetteer.ts";
import type { PlaceId } from "../places/place.ts";
import type { Reading, Row } from "./source.ts";

/**
 * A community area by its number, or the city, which its own files number 0, 100 or CH.
 *
 * @example
 * areaOrCity("CH") // => { value: "city:chicago" }
 * @example
 * areaOrCity("26") // => { value: "area:26" }
 */
export function areaOrCity(code: string): Cell<PlaceId> {
  if (/^(0+|100|CH|city:chicago)$/i.test(code)) return { value: "city:chicago" };
  const area = areaNumber(code);
  return "value" in area ? area : { expected: `${area.expected}, or 0 for the city` };
}

/**
 * The place of a row of a City of Chicago file, by the column `area-number`; a blank number is the city's where its
 * name stands beside it.
 *
 * Where the file has names (`area-name`), one that belongs to another number is complained of, since one of the two is
 * wrong; other spellings of the same place are not. Undefined after a complaint.
 */
export function chicagoPlace(row: Row, out: Reading, gazetteer: Gazetteer): PlaceId | undefined {
  const code = row.cell("area-number");
  const name = row.cell("area-name");
  const cell = areaOrCity(code === "" && /^chicago$/i.test(name) ? "CH" : code);
  if ("expected" in cell) {
    out.complain("area-number", code, cell.expected);
    return undefined;
  }
  if (name === "" || gazetteer.named(name).some((place) => place.id === cell.value)) return cell.value;
  out.complain("area-name", name, `${placeName(cell.value)}, as the number ${code || "(blank)"} says`);
  return undefined;
}
