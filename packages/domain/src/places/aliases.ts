import type { PlaceId } from "./place.ts";

/** Another name for a place. One alias may stand for two places; a file that uses it must then be read by number. */
export type PlaceAlias = Readonly<{ alias: string; placeId: PlaceId; note: string }>;

const spelling = "another spelling, in City files";
const neighborhood = "a neighborhood within it that residents name";

/**
 * Names that people and files use for community areas.
 *
 * Pilsen and Little Village are often swapped in print; here Pilsen is the Lower West Side and Little Village is
 * South Lawndale, as their residents use the names. "Garfield Park" and "Lawndale" are two areas each.
 */
export const placeAliases: readonly PlaceAlias[] = [
  { alias: "lake view", placeId: "area:6", note: spelling },
  { alias: "montclaire", placeId: "area:18", note: spelling },
  { alias: "washington height", placeId: "area:73", note: spelling },
  { alias: "mt greenwood", placeId: "area:74", note: spelling },
  { alias: "ohare", placeId: "area:76", note: spelling },
  { alias: "the loop", placeId: "area:32", note: spelling },
  { alias: "pilsen", placeId: "area:31", note: neighborhood },
  { alias: "heart of chicago", placeId: "area:31", note: neighborhood },
  { alias: "little village", placeId: "area:30", note: neighborhood },
  { alias: "la villita", placeId: "area:30", note: neighborhood },
  { alias: "wicker park", placeId: "area:24", note: neighborhood },
  { alias: "ukrainian village", placeId: "area:24", note: neighborhood },
  { alias: "little italy", placeId: "area:28", note: neighborhood },
  { alias: "west loop", placeId: "area:28", note: neighborhood },
  { alias: "streeterville", placeId: "area:8", note: neighborhood },
  { alias: "gold coast", placeId: "area:8", note: neighborhood },
  { alias: "back of the yards", placeId: "area:61", note: neighborhood },
  { alias: "bronzeville", placeId: "area:35", note: "lies in two areas: Douglas and Grand Boulevard" },
  { alias: "bronzeville", placeId: "area:38", note: "lies in two areas: Douglas and Grand Boulevard" },
  { alias: "garfield park", placeId: "area:26", note: "two areas: West and East Garfield Park" },
  { alias: "garfield park", placeId: "area:27", note: "two areas: West and East Garfield Park" },
  { alias: "lawndale", placeId: "area:29", note: "two areas: North and South Lawndale" },
  { alias: "lawndale", placeId: "area:30", note: "two areas: North and South Lawndale" },
];
