import { readFileSync } from "node:fs";
import { normaliseGeojson } from "@evenspan/standards/geojson/normalise";
import { isMalformed } from "@evenspan/standards/malformed";
import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { communityAreaIds } from "../places/chicago.ts";
import { communityAreaBoundaries } from "./community-area-boundaries.source.ts";
import { type TrialTable, trySource } from "./testing/try-source.ts";

const square = [
  [-87.7, 41.8],
  [-87.6, 41.8],
  [-87.6, 41.9],
  [-87.7, 41.9],
  [-87.7, 41.8],
];
const geometry = (ring: number[][]) => ({ type: "MultiPolygon", coordinates: [[ring]] });
const read = (number: string, name: string, ring = square) =>
  trySource(communityAreaBoundaries, {
    headings: ["community", "area", "area_numbe"],
    rows: [{ line: 4, cells: [name, "0", number], geometry: geometry(ring) }],
  });

describe("the outlines of the community areas", () => {
  it("go by the number in area_numbe", () => {
    const { outlines, complaints } = read("76", "OHARE");
    expect(complaints).toEqual([]);
    expect(outlines).toEqual([{ placeId: "area:76", geometry: geometry(square) }]);
  });

  it.each([
    ["a name of another number", "76", "LOOP", square, "area-name"],
    ["no number", "0x", "", square, "area-number"],
    ["latitude before longitude", "76", "OHARE", square.map(([x, y]) => [y!, x!]), null],
    ["another city", "76", "OHARE", square.map(([x, y]) => [x! + 10, y!]), null],
  ])("are refused with %s", (_, number, name, ring, column) => {
    const { outlines, complaints } = read(number, name, ring);
    expect(complaints).toMatchObject([{ line: 4, column }]);
    expect(outlines).toEqual([]);
  });
});

/** The rows that the loader makes of GeoJSON: a column for each property. */
function geojsonTrial(path: string): TrialTable {
  const told = normaliseGeojson(readFileSync(path, "utf8"));
  if (isMalformed(told)) throw new Error(told.found);
  const headings = [...new Set(told.features.flatMap((one) => Object.keys(one.properties)))];
  const rows = told.features.map(({ line, properties, geometry }) => ({
    line,
    geometry,
    cells: headings.map((heading) => String(properties[heading] ?? "")),
  }));
  return { headings, rows };
}

describe("the City's file cauq-8yn6", () => {
  const path = sharedFile("geo/community_areas_portal_cauq-8yn6.geojson");
  it.skipIf(!path)("has an outline for each of the 77 areas, with numbers and names that agree", () => {
    const { outlines, complaints } = trySource(communityAreaBoundaries, geojsonTrial(path!));
    expect(complaints).toEqual([]);
    expect(outlines.map((one) => one.placeId).toSorted()).toEqual(communityAreaIds.toSorted());
  });
});
