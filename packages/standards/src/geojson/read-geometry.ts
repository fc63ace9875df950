import { isObject, jsonKind } from "../json/parse-json.ts";
import { type PolygonRings, type Position, type Ring, rewound } from "./geometry.ts";

/** What was wrong with a geometry, in words; the caller knows the line. */
export type GeometryFault = Readonly<{ found: string; expected: string }>;

class Fault extends Error {
  readonly fault: GeometryFault;
  constructor(found: string, expected: string) {
    super(found);
    this.fault = { found, expected };
  }
}

/**
 * The polygons of any GeoJSON geometry that has an area: Polygon, MultiPolygon, or a GeometryCollection of such.
 *
 * Rings are closed where they were left open, rewound to RFC 7946, and heights are dropped. Refuses points and lines,
 * what is not a number of degrees, and geometries that enclose nothing.
 *
 * @example
 * readGeometry({ type: "Point", coordinates: [0, 0] }) // => { found: "a Point", expected: "a Polygon or a MultiPolygon" }
 */
export function readGeometry(geometry: unknown): readonly PolygonRings[] | GeometryFault {
  try {
    const polygons = polygonsOf(geometry);
    if (polygons.length > 0) return polygons;
    return { found: "a geometry that encloses nothing", expected: "an outline with an area" };
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
}

function polygonsOf(geometry: unknown): PolygonRings[] {
  if (!isObject(geometry)) throw new Fault(jsonKind(geometry), "a geometry, as an object");
  const { type, coordinates, geometries } = geometry;
  if (type === "Polygon") return [polygon(coordinates)].filter(hasArea);
  if (type === "MultiPolygon") return list(coordinates, "polygons").map(polygon).filter(hasArea);
  if (type === "GeometryCollection") return list(geometries, "geometries").flatMap(polygonsOf);
  const what = typeof type === "string" ? `a ${type}` : "a geometry without a type";
  throw new Fault(what, "a Polygon or a MultiPolygon");
}

const hasArea = (rings: PolygonRings): boolean => rings.length > 0;

const polygon = (rings: unknown): PolygonRings => rewound(list(rings, "rings").map(ring));

function ring(positions: unknown): Ring {
  const open = list(positions, "positions").map(position);
  const [first] = open;
  const last = open.at(-1);
  const closed = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...open, first] : open;
  if (closed.length < 4) {
    throw new Fault(`a ring of ${open.length} positions`, "at least four, the last of them like the first");
  }
  return closed;
}

function position(value: unknown): Position {
  const [longitude, latitude] = list(value, "numbers").map(degrees);
  if (longitude === undefined || latitude === undefined) {
    throw new Fault("a position with less than two numbers", "longitude and latitude");
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw new Fault(
      `the position ${longitude}, ${latitude}`,
      "degrees: longitude -180 to 180, latitude -90 to 90 (export it as WGS 84, not in feet or metres)",
    );
  }
  return [longitude, latitude];
}

// Some exports write numbers as text.
function degrees(value: unknown): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) throw new Fault(jsonKind(value), "a number of degrees");
  return number;
}

function list(value: unknown, of: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(jsonKind(value), `a list of ${of}`);
  return value;
}
