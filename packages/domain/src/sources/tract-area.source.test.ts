import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { csvFileTrial, csvTrial, trySource } from "./testing/try-source.ts";
import { tractArea } from "./tract-area.source.ts";

const read = (...rows: string[]) =>
  trySource(tractArea, csvTrial(["the_geom,GEOID10,COMMAREA,COMMAREA_N,NOTES", ...rows].join("\n")));

describe("the tracts of the community areas", () => {
  it("lie in one area each, as a whole; outlines and notes are passed over", () => {
    const { links, complaints } = read('"MULTIPOLYGON (((0 0, 1 1)))",17031842400,44,44,a few are elsewhere');
    expect(complaints).toEqual([]);
    expect(links).toEqual([{ from: "tract:17031842400", to: "area:44", weight: 1 }]);
  });

  it.each([
    [",1703184240,44,44,", "tract", "1703184240"],
    [",17043842400,44,44,", "tract", "17043842400"],
    [",17031842400,78,78,", "area", "78"],
    [",17031842400,44,45,", "area-again", "45"],
  ])("are refused in %s, at %s", (row, column, found) => {
    const { links, complaints } = read(row);
    expect(complaints).toMatchObject([{ line: 2, column, found }]);
    expect(links).toEqual([]);
  });
});

describe("the City's file 5jrd-6zik", () => {
  const path = sharedFile("geo/chicago_census_tracts_2010_5jrd-6zik.csv");
  it.skipIf(!path)("has 801 tracts, each in one of all 77 areas", () => {
    const { links, complaints } = trySource(tractArea, csvFileTrial(path!));
    expect(complaints).toEqual([]);
    expect(new Set(links.map((one) => one.from)).size).toBe(801);
    expect(new Set(links.map((one) => one.to)).size).toBe(77);
  });
});
