import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import { type MultiPolygon, rewound } from "./geometry.ts";
import { roundedGeometry } from "./write-geojson.ts";

const earthRadiusMetres = 6_371_008.8;

// Positions of neighbours that differ by less than this fraction of the whole extent are the same position.
const gridPositions = 1e5;

/**
 * Outlines with fewer positions, for the web: neighbours keep the same line between them, without gaps or overlaps.
 *
 * Positions that add less than `detailM2` square metres to the shape (the triangle with the positions beside them) go
 * first, after Visvalingam and Whyatt (Cartographic Journal 30, 1993). Positions are rounded to `decimals` of a degree
 * and rings run as RFC 7946 asks. An outline smaller than the detail keeps what it needs to stay one.
 */
export function simplifyOutlines(
  outlines: readonly MultiPolygon[],
  detailM2: number,
  decimals: number,
): readonly MultiPolygon[] {
  // topojson's types are those of GeoJSON, whose arrays may be written to; it does not.
  const all = { type: "GeometryCollection", geometries: outlines };
  const shared = topology({ all } as never, gridPositions) as Topology<{ all: GeometryCollection }>;
  const weighed = presimplify(shared, sphericalTriangleArea);
  const simple = simplify(weighed, detailM2 / earthRadiusMetres ** 2);
  const features = feature(simple, simple.objects.all).features;
  return features.map(({ geometry }, index) => {
    const rounded = roundedGeometry(geometry as unknown as MultiPolygon, decimals);
    const whole = rounded.coordinates.map(rewound).filter((rings) => rings.length > 0);
    return whole.length > 0 ? { type: "MultiPolygon", coordinates: whole } : outlines[index]!;
  });
}
