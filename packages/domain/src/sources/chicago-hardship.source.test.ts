import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { chicagoHardship } from "./chicago-hardship.source.ts";
import { csvFileTrial, csvTrial, trySource } from "./testing/try-source.ts";

const portal =
  "Community Area Number,COMMUNITY AREA NAME,PERCENT OF HOUSING CROWDED,PERCENT HOUSEHOLDS BELOW POVERTY,PERCENT AGED 16+ UNEMPLOYED,PERCENT AGED 25+ WITHOUT HIGH SCHOOL DIPLOMA,PERCENT AGED UNDER 18 OR OVER 64,PER CAPITA INCOME ,HARDSHIP INDEX";
const soda =
  "ca,community_area_name,percent_of_housing_crowded,percent_households_below_poverty,percent_aged_16_unemployed,percent_aged_25_without_high_school_diploma,percent_aged_under_18_or_over_64,per_capita_income_,hardship_index";
const read = (row: string, headings = portal) => trySource(chicagoHardship, csvTrial(`${headings}\n${row}`));

describe("the City's socioeconomic measures", () => {
  it.each([portal, soda])("give six measures and the index a row, for five years as one period", (headings) => {
    const { observations, complaints } = read("26,West Garfield Park,9.5,41,25,24,43,10951,92", headings);
    expect(complaints).toEqual([]);
    expect(observations.map((one) => [one.measure, one.value])).toEqual([
      ["housing-crowded-percent", 9.5],
      ["households-in-poverty-percent", 41],
      ["unemployed-percent", 25],
      ["no-diploma-percent", 24],
      ["under-18-or-over-64-percent", 43],
      ["income-per-head-usd", 10951],
      ["hardship-index", 92],
    ]);
    expect(observations[0]).toMatchObject({ placeId: "area:26", yearFrom: 2008, yearTo: 2012, state: "shown" });
  });

  it("do not apply the index to the city, whose number is blank", () => {
    const { observations, complaints } = read(",CHICAGO,4.7,19.7,12.9,19.5,33.5,28202,");
    expect(complaints).toEqual([]);
    expect(observations.at(-1)).toMatchObject({ placeId: "city:chicago", state: "not-applicable", value: null });
  });

  it("are missing where an area's cell is blank", () => {
    expect(read("26,,9.5,41,25,24,43,10951,").observations.at(-1)).toMatchObject({ state: "missing", value: null });
  });

  it.each([
    ["26,Loop,9.5,41,25,24,43,10951,92", "area-name", "Loop"],
    [",Loop,9.5,41,25,24,43,10951,92", "area-number", ""],
    ["26,,9.5,410,25,24,43,10951,92", "households-in-poverty-percent", "410"],
    ["26,,9.5,41,25,24,43,-1,92", "income-per-head-usd", "-1"],
    ["26,,9.5,41,25,24,43,10951,101", "hardship-index", "101"],
  ])("are refused in %s, at %s", (row, column, found) => {
    expect(read(row).complaints).toMatchObject([{ line: 2, column, found }]);
  });
});

describe("the City's file kn9c-c2s2", () => {
  const path = sharedFile("indicators/chicago_socioeconomic_hardship_2008_2012_kn9c-c2s2.csv");
  it.skipIf(!path)("has 77 areas and the city: 78 rows of seven values, the city without an index", () => {
    const { observations, complaints } = trySource(chicagoHardship, csvFileTrial(path!));
    expect(complaints).toEqual([]);
    expect(observations).toHaveLength(78 * 7);
    expect(observations.filter((one) => one.state !== "shown")).toMatchObject([
      { placeId: "city:chicago", measure: "hardship-index", state: "not-applicable" },
    ]);
    const index = observations.filter((one) => one.measure === "hardship-index");
    expect(index.find((one) => one.placeId === "area:26")!.value).toBe(92);
    expect(index.find((one) => one.placeId === "area:30")!.value).toBe(96);
    expect(index.find((one) => one.placeId === "area:32")!.value).toBe(3);
  });
});
