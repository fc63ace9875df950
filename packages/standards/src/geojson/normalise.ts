import { elementLines } from "../json/element-lines.ts";
import { isObject, type JsonObject, jsonKind, parseJson } from "../json/parse-json.ts";
import { isMalformed, type Malformed, malformed } from "../malformed.ts";
import type { MultiPolygon } from "./geometry.ts";
import { readGeometry } from "./read-geometry.ts";

/** One outline with what the file says of it. `id` is text whatever it was; null where there is none. */
export type OutlineFeature = Readonly<{
  line: number;
  id: string | null;
  properties: JsonObject;
  geometry: MultiPolygon;
}>;

/**
 * Reads outlines from any GeoJSON and gives them in one form, RFC 7946: a FeatureCollection, one Feature, or a bare
 * geometry; Polygon, MultiPolygon or a collection of them; rings in either direction, closed or not.
 *
 * The `crs` member of GeoJSON 2008 is accepted where it says WGS 84 and dropped. Refuses, with the line: other
 * reference systems, positions out of range, points and lines, features without an area, and files without features.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7946
 *
 * @example
 * normaliseGeojson('{"type": "Polygon", "coordinates": [[[0,0],[0,1],[1,1],[0,0]]]}').features[0].geometry
 * // => { type: "MultiPolygon", coordinates: [[[[0, 0], [1, 1], [0, 1], [0, 0]]]] }
 */
export function normaliseGeojson(text: string): { features: readonly OutlineFeature[] } | Malformed {
  const json = parseJson(text);
  if (isMalformed(json)) return json;
  const { value } = json;
  if (!isObject(value)) return malformed(1, jsonKind(value), "GeoJSON, an object with a type");
  const crs = foreignCrs(value.crs);
  if (crs !== null) return malformed(1, `the reference system ${crs}`, "WGS 84 (CRS84 or EPSG:4326)");
  if (value.type !== "FeatureCollection") return readAll([value], [1]);
  const { features } = value;
  if (!Array.isArray(features)) return malformed(1, jsonKind(features), "a list at features");
  if (features.length === 0) return malformed(1, "no features", "at least one outline");
  return readAll(features, elementLines(text, "features"));
}

function readAll(things: readonly unknown[], lines: readonly number[]): { features: OutlineFeature[] } | Malformed {
  const features: OutlineFeature[] = [];
  for (const [index, thing] of things.entries()) {
    const feature = readFeature(thing, lines[index] ?? 1);
    if (isMalformed(feature)) return feature;
    features.push(feature);
  }
  return { features };
}

function readFeature(thing: unknown, line: number): OutlineFeature | Malformed {
  const isFeature = isObject(thing) && thing.type === "Feature";
  const polygons = readGeometry(isFeature ? thing.geometry : thing);
  if ("found" in polygons) return malformed(line, polygons.found, polygons.expected);
  const id = isFeature ? thing.id : undefined;
  return {
    line,
    id: typeof id === "string" || typeof id === "number" ? String(id) : null,
    properties: isFeature && isObject(thing.properties) ? thing.properties : {},
    geometry: { type: "MultiPolygon", coordinates: polygons },
  };
}

const wgs84 = /(^|[:/])CRS84$|(^|[:/])EPSG(:[\d.]*)?[:/]*4326$/i;

/** The name of a reference system that is not WGS 84, or null. `crs: null` says nothing (GeoJSON 2008 §3). */
function foreignCrs(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const properties = isObject(crs) ? crs.properties : undefined;
  const name = isObject(properties) ? properties.name : undefined;
  if (typeof name !== "string") return "without a name";
  return wgs84.test(name.trim()) ? null : name;
}
