import { readFileSync } from "node:fs";
import type { Ring } from "@evenspan/standards/geojson/geometry";
import { normaliseGeojson } from "@evenspan/standards/geojson/normalise";
import { isMalformed } from "@evenspan/standards/malformed";
import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { communityAreaIds } from "./chicago.ts";
import { tileGrid } from "./tile-grid.ts";

const tileOf = new Map<string, { column: number; row: number }>(tileGrid.map((tile) => [tile.placeId, tile]));
const distance = (a: string, b: string): number => {
  const [one, other] = [tileOf.get(a)!, tileOf.get(b)!];
  return Math.hypot(one.column - other.column, one.row - other.row);
};

describe("the tile grid", () => {
  it("has each of the 77 areas once, and no two on one tile", () => {
    expect(tileGrid.map((tile) => tile.placeId).toSorted()).toEqual(communityAreaIds.toSorted());
    expect(new Set(tileGrid.map((tile) => `${tile.column} ${tile.row}`)).size).toBe(77);
  });

  it("is ten tiles wide and fifteen high", () => {
    expect(Math.max(...tileGrid.map((tile) => tile.column))).toBe(9);
    expect(Math.max(...tileGrid.map((tile) => tile.row))).toBe(14);
  });

  it("hangs together: every area can be reached from the Loop, tile by tile", () => {
    const reached = new Set(["area:32"]);
    for (const from of reached) {
      for (const { placeId } of tileGrid) if (distance(from, placeId) === 1) reached.add(placeId);
    }
    expect(reached.size).toBe(77);
  });

  it("has nothing but the lake to the east of the areas on its shore", () => {
    const shore = new Set(
      [1, 77, 3, 6, 7, 8, 32, 33, 35, 36, 39, 41, 42, 43, 46, 52, 55].map((number) => `area:${number}`),
    );
    for (const area of shore) {
      const { column, row } = tileOf.get(area)!;
      const east = tileGrid.filter((tile) => tile.row === row && tile.column > column && !shore.has(tile.placeId));
      expect([area, east]).toEqual([area, []]);
    }
  });

  it("has the ends of the city where they are", () => {
    expect(tileOf.get("area:1")!.row).toBe(0);
    expect(tileOf.get("area:76")!.column).toBe(0);
    expect(tileOf.get("area:55")!.row).toBe(14);
    expect(distance("area:26", "area:27")).toBeLessThan(1.5);
  });

  const adjacency = sharedFile("geo/community_area_adjacency.csv");
  it.skipIf(!adjacency)("has 181 of the 197 pairs of bordering areas within a tile of each other", () => {
    const pairs = readFileSync(adjacency!, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(",").slice(0, 2))
      .filter(([a, b]) => Number(a) < Number(b));
    expect(pairs).toHaveLength(197);
    expect(pairs.filter(([a, b]) => distance(`area:${a}`, `area:${b}`) <= 1.5)).toHaveLength(181);
  });

  /** The middle of a ring's extent, in kilometres east and south of an origin of no meaning. */
  const middle = (ring: Ring): readonly [east: number, south: number] => {
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    return [41.4 * (Math.min(...xs) + Math.max(...xs)), -55.6 * (Math.min(...ys) + Math.max(...ys))];
  };

  const boundaries = sharedFile("geo/community_areas_portal_cauq-8yn6.geojson");
  it.skipIf(!boundaries)(
    "has no two areas on the wrong side of each other that lie more than 3.5 km apart in that direction",
    () => {
      const told = normaliseGeojson(readFileSync(boundaries!, "utf8"));
      if (isMalformed(told)) throw new Error(told.found);
      const areas = told.features.map((one) => ({
        tile: tileOf.get(`area:${one.properties.area_numbe}`)!,
        at: middle(one.geometry.coordinates[0]![0]!),
      }));
      for (const one of areas) {
        for (const other of areas) {
          if (other.at[0] - one.at[0] > 3.5) expect(other.tile.column).toBeGreaterThanOrEqual(one.tile.column);
          if (other.at[1] - one.at[1] > 3.5) expect(other.tile.row).toBeGreaterThanOrEqual(one.tile.row);
        }
      }
    },
  );
});
