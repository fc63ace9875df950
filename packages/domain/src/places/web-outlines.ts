import type { MultiPolygon } from "@evenspan/standards/geojson/geometry";
import { simplifyOutlines } from "@evenspan/standards/geojson/simplify-outlines";
import type { Outlines } from "../releases/release-content.ts";
import type { PlaceId } from "./place.ts";

// A triangle of 2,000 square metres is less than a pixel on a map of the city that fills a screen.
const detailM2 = 2000;
// About ten metres.
const decimals = 4;

/**
 * Outlines as the web needs them: the 77 areas of Chicago in 55 KB of GeoJSON where the City's file has 2 MB, still
 * without a gap or an overlap between neighbours.
 */
export function webOutlines(outlines: Outlines): Outlines {
  const ids = Object.keys(outlines) as PlaceId[];
  // Release content says number[][][][] where GeoJSON's own types say positions of two.
  const full = ids.map((id) => outlines[id]) as unknown as readonly MultiPolygon[];
  const simple = simplifyOutlines(full, detailM2, decimals);
  return Object.fromEntries(ids.map((id, at) => [id, simple[at]])) as unknown as Outlines;
}
