import type { Outlines } from "@evenspan/domain/releases/release-content";
import { areaId, areaNumbers } from "./invented-values.ts";

/** Outlines of an invented city: a grid of blocks in degrees, so that maps with outlines can be drawn in tests. */
export const inventedOutlines: Outlines = Object.fromEntries(
  areaNumbers.map((number) => {
    const [column, row] = [(number - 1) % 8, Math.floor((number - 1) / 8)];
    const [west, north] = [-87.85 + column * 0.035, 42.02 - row * 0.04];
    const [east, south] = [west + 0.035, north - 0.04];
    const ring = [west, north, east, north, east, south, west, south, west, north];
    return [areaId(number), { type: "MultiPolygon" as const, coordinates: [[pairs(ring)]] }];
  }),
);

function pairs(flat: readonly number[]): number[][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
}
