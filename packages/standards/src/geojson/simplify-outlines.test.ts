import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMalformed } from "../malformed.ts";
import { sharedFile } from "../testing/shared-file.ts";
import { type MultiPolygon, type Position, twiceSignedArea } from "./geometry.ts";
import { normaliseGeojson } from "./normalise.ts";
import { simplifyOutlines } from "./simplify-outlines.ts";
import { writeGeojson } from "./write-geojson.ts";

const multiPolygon = (...ring: Position[]): MultiPolygon => ({ type: "MultiPolygon", coordinates: [[ring]] });

/** Each segment of an outline, whichever way it runs. */
const segments = ({ coordinates }: MultiPolygon): string[] =>
  coordinates
    .flat()
    .flatMap((ring) => ring.slice(1).map((end, at) => [ring[at]!.join(), end.join()].toSorted().join(" ")));

const positions = (outlines: readonly MultiPolygon[]): number =>
  outlines.flatMap((one) => one.coordinates.flat(2)).length;

describe("simplifying outlines", () => {
  // Two squares of about 1 km; the line between them steps aside by a few metres at each of 50 positions.
  const between = Array.from({ length: 51 }, (_, at): Position => [-87.7 + (at % 2) * 0.00004, 41.8 + at * 0.0002]);
  const west = multiPolygon([-87.71, 41.81], [-87.71, 41.8], ...between, [-87.71, 41.81]);
  const east = multiPolygon([-87.69, 41.8], [-87.69, 41.81], ...between.toReversed(), [-87.69, 41.8]);

  it("leaves out what is smaller than the detail, and keeps one line between neighbours", () => {
    const simple = simplifyOutlines([west, east], 1000, 5);
    expect(positions([west, east])).toBe(108);
    expect(positions(simple)).toBeLessThan(14);
    const shared = segments(simple[0]!).filter((one) => segments(simple[1]!).includes(one));
    expect(shared.length).toBeGreaterThan(0);
  });

  it("keeps everything where the detail is finer than the file", () => {
    expect(positions(simplifyOutlines([west, east], 0, 5))).toBe(108);
  });

  it("keeps an outline that is smaller than the detail", () => {
    const tiny = multiPolygon([-87.7, 41.8], [-87.69999, 41.8], [-87.69999, 41.80001], [-87.7, 41.8]);
    const [one] = simplifyOutlines([tiny, east], 1e6, 4);
    expect(one!.coordinates[0]![0]!.length).toBeGreaterThanOrEqual(4);
  });

  it("runs outer rings counter-clockwise", () => {
    for (const { coordinates } of simplifyOutlines([west, east], 1000, 5)) {
      expect(twiceSignedArea(coordinates[0]![0]!)).toBeGreaterThan(0);
    }
  });
});

describe("the 77 community areas", () => {
  const path = sharedFile("geo/community_areas_portal_cauq-8yn6.geojson");
  const areas = (): readonly MultiPolygon[] => {
    const told = normaliseGeojson(readFileSync(path!, "utf8"));
    if (isMalformed(told)) throw new Error(told.found);
    return told.features.map((one) => one.geometry);
  };
  const squareDegrees = (outlines: readonly MultiPolygon[]): number =>
    outlines
      .flatMap((one) => one.coordinates)
      .reduce((sum, rings) => sum + rings.reduce((all, ring) => all + twiceSignedArea(ring), 0) / 2, 0);

  it.skipIf(!path)("are 60 KB of GeoJSON at 2,000 square metres and four decimals, and no area is lost", () => {
    const full = areas();
    const simple = simplifyOutlines(full, 2000, 4);
    const text = writeGeojson(
      simple.map((geometry, at) => ({ id: `area:${at}`, properties: {}, geometry })),
      4,
    );
    expect(text.length).toBeLessThan(60_000);
    expect(positions(full)).toBe(52_641);
    expect(simple.flatMap((one) => one.coordinates)).toHaveLength(79);
    expect(squareDegrees(simple) / squareDegrees(full)).toBeCloseTo(1, 3);
  });

  it.skipIf(!path)("share each inner line with exactly one neighbour, and keep all 179 pairs of neighbours", () => {
    const owners = new Map<string, number[]>();
    for (const [at, outline] of simplifyOutlines(areas(), 2000, 4).entries()) {
      for (const segment of segments(outline)) owners.set(segment, [...(owners.get(segment) ?? []), at]);
    }
    const shared = [...owners.values()].filter((both) => both.length > 1);
    expect(Math.max(...shared.map((both) => both.length))).toBe(2);
    expect(new Set(shared.map((both) => both.join("-"))).size).toBe(179);
  });
});
