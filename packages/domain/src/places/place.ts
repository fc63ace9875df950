/**
 * A place, as `kind:code`. Community areas by number (`area:26`), census tracts by GEOID (`tract:17031010100`),
 * ZIP codes (`zip:60612`), `city:chicago`, `municipality:oak-park`, `county:17031`, `nation:us`;
 * and `system:rush` for what an office counts about itself.
 */
export type PlaceId = `${PlaceKind}:${string}`;

/** The kinds of place that a file or a figure can be about. */
export type PlaceKind = "nation" | "county" | "city" | "municipality" | "area" | "zip" | "tract" | "system";

/** A place that has a name of its own. Tracts and ZIP codes go by their codes. */
export type Place = Readonly<{
  id: PlaceId;
  kind: PlaceKind;
  code: string;
  name: string;
  /** The side of the city, for a community area. */
  side: string | null;
}>;
