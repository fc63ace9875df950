import { communityAreaIds } from "../places/chicago.ts";
import type { PlaceId } from "../places/place.ts";
import type { Cell } from "./cell.ts";

/**
 * A community area of Chicago by its number, with leading zeros or without.
 *
 * @example
 * areaNumber("06") // => { value: "area:6" }
 * @example
 * areaNumber("78") // => { expected: "a community area number, 1 to 77" }
 */
export function areaNumber(text: string): Cell<PlaceId> {
  const id = /^\d{1,3}$/.test(text) ? communityAreaIds.find((area) => area === `area:${Number(text)}`) : undefined;
  return id ? { value: id } : { expected: "a community area number, 1 to 77" };
}
