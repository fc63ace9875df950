import { type MultiPolygon, type Position, type Ring, twiceSignedArea } from "./geometry.ts";

/** An outline to be written. */
export type WrittenFeature = Readonly<{
  id: string;
  properties: Readonly<Record<string, unknown>>;
  geometry: MultiPolygon;
}>;

/**
 * GeoJSON text (RFC 7946) of outlines, one feature a line, with positions rounded to `decimals` of a degree: five are
 * about a metre. Positions that fall together are written once; a ring that has no area left is left out.
 *
 * @example
 * writeGeojson([], 5) // => '{"type":"FeatureCollection","features":[\n\n]}\n'
 */
export function writeGeojson(features: readonly WrittenFeature[], decimals: number): string {
  const lines = features.map(({ id, properties, geometry }) =>
    JSON.stringify({ type: "Feature", id, properties, geometry: roundedGeometry(geometry, decimals) }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

/**
 * An outline with its positions rounded to `decimals` of a degree.
 *
 * @example
 * roundedGeometry({ type: "MultiPolygon", coordinates: [[[[0, 0], [1.26, 0], [1, 1], [0, 0]]]] }, 1).coordinates
 * // => [[[[0, 0], [1.3, 0], [1, 1], [0, 0]]]]
 */
export function roundedGeometry({ coordinates }: MultiPolygon, decimals: number): MultiPolygon {
  const polygons = coordinates
    .map((rings) => rings.map((ring) => roundedRing(ring, decimals)))
    .filter(([outer]) => outer !== undefined && hasArea(outer))
    .map((rings) => rings.filter(hasArea));
  return { type: "MultiPolygon", coordinates: polygons };
}

const hasArea = (ring: Ring): boolean => ring.length > 3 && twiceSignedArea(ring) !== 0;

function roundedRing(ring: Ring, decimals: number): Ring {
  const scale = 10 ** decimals;
  const round = (degrees: number): number => Math.round(degrees * scale) / scale;
  const rounded = ring.map(([longitude, latitude]): Position => [round(longitude), round(latitude)]);
  return rounded.filter(([x, y], at) => at === 0 || x !== rounded[at - 1]![0] || y !== rounded[at - 1]![1]);
}
