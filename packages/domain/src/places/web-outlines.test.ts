import { readFileSync } from "node:fs";
import { normaliseGeojson } from "@evenspan/standards/geojson/normalise";
import { isMalformed } from "@evenspan/standards/malformed";
import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import type { Outlines } from "../releases/release-content.ts";
import { webOutlines } from "./web-outlines.ts";

const around = (west: number): [number, number][] =>
  Array.from({ length: 361 }, (_, degree): [number, number] => {
    const angle = ((degree % 360) * Math.PI) / 180;
    return [west + 0.01 * Math.cos(angle), 41.8 + 0.01 * Math.sin(angle)];
  });
const outlines = {
  "area:26": { type: "MultiPolygon", coordinates: [[around(-87.7)]] },
  "area:27": { type: "MultiPolygon", coordinates: [[around(-87.6)]] },
} as Outlines;

describe("outlines for the web", () => {
  it("have fewer positions, under the same places", () => {
    const simple = webOutlines(outlines);
    expect(Object.keys(simple)).toEqual(["area:26", "area:27"]);
    const positions = simple["area:26"]!.coordinates.flat(2).length;
    expect(positions).toBeGreaterThan(20);
    expect(positions).toBeLessThan(100);
  });

  const path = sharedFile("geo/community_areas_portal_cauq-8yn6.geojson");
  it.skipIf(!path)("are 55 KB for the 77 areas, of which the City's file tells in 2 MB", () => {
    const told = normaliseGeojson(readFileSync(path!, "utf8"));
    if (isMalformed(told)) throw new Error(told.found);
    const full = told.features.map((one) => [`area:${one.properties.area_numbe}`, one.geometry]);
    const text = JSON.stringify(webOutlines(Object.fromEntries(full) as Outlines));
    expect(text.length).toBeLessThan(55_000);
    expect(text.length).toBeGreaterThan(40_000);
  });
});
