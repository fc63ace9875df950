import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { csvFileTrial, csvTrial, trySource } from "./testing/try-source.ts";
import { zipArea } from "./zip-area.source.ts";

const read = (row: string, headings = "Community-Area-Number,ZipCode,Tot-Pop-2010") =>
  trySource(zipArea, csvTrial(`${headings}\n${row}`));

describe("the ZIP codes of the community areas", () => {
  it("are weighed by the people who live in both", () => {
    const { links, complaints } = read("1,60626,48980", "\uFEFFCommunity Area Number,ZIP Code,Total Population 2010");
    expect(complaints).toEqual([]);
    expect(links).toEqual([{ from: "zip:60626", to: "area:1", weight: 48980 }]);
  });

  it.each([
    ["0,60626,1", "area", "0"],
    ["1,6062,1", "zip", "6062"],
    ["1,60626,-1", "people", "-1"],
    ["1,60626,", "people", ""],
  ])("are refused in %s, at %s", (row, column, found) => {
    const { links, complaints } = read(row);
    expect(complaints).toMatchObject([{ line: 2, column, found }]);
    expect(links).toEqual([]);
  });
});

describe("the Census file of ZIP codes by community area", () => {
  const path = sharedFile("geo/community_area_zip_population2010.csv");
  it.skipIf(!path)("has 234 pairs of 67 ZIP codes and 77 areas, with all 2,695,598 people of the city", () => {
    const { links, complaints } = trySource(zipArea, csvFileTrial(path!));
    expect(complaints).toEqual([]);
    expect(links).toHaveLength(234);
    expect(new Set(links.map((one) => one.from)).size).toBe(67);
    expect(new Set(links.map((one) => one.to)).size).toBe(77);
    expect(links.reduce((sum, one) => sum + one.weight, 0)).toBe(2_695_598);
  });
});
