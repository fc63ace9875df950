import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { doubtOf } from "../grids/doubt.rules.ts";
import { chicagoLifeExpectancy } from "./chicago-life-expectancy.source.ts";
import { csvFileTrial, csvTrial, trySource } from "./testing/try-source.ts";

const portal = `Community Area Number,Community Area,1990 Life Expectancy,1990 Lower 95% CI,1990 Upper 95% CI,2000 Life Expectancy,2000 Lower 95% CI,2000 Upper 95% CI,2010 Life Expectancy,2010 Lower 95% CI,2010 Upper 95% CI`;
const soda = `ca,community_area,_1990_life_expectancy,_1990_lower_95_ci,_1990_upper_95_ci,_2000_life_expectancy,_2000_lower_95_ci,_2000_upper_95_ci,_2010_life_expectancy,_2010_lower_95_ci,_2010_upper_95_ci`;

const read = (...rows: string[]) => trySource(chicagoLifeExpectancy, csvTrial([portal, ...rows].join("\n")));

describe("the City's life expectancies", () => {
  it("give three observations a row, each with its interval", () => {
    const { observations, complaints } = read("26,West Garfield Park,60.1,59,61,61.2,60,62,62.3,61,63");
    expect(complaints).toEqual([]);
    expect(observations.map(({ yearFrom, value, lower, upper }) => [yearFrom, value, lower, upper])).toEqual([
      [1990, 60.1, 59, 61],
      [2000, 61.2, 60, 62],
      [2010, 62.3, 61, 63],
    ]);
    expect(observations[0]).toMatchObject({
      placeId: "area:26",
      measure: "life-expectancy-years",
      sex: "all",
      line: 2,
    });
  });

  it("are read under the API's field names and the hyphened ones of a mirror, too", () => {
    const row = "32,Loop,60,59,61,60,59,61,60,59,61";
    for (const headings of [soda, portal.replaceAll(" ", "-").replaceAll("%", "Percent")]) {
      const { observations, complaints } = trySource(chicagoLifeExpectancy, csvTrial(`${headings}\n${row}`));
      expect(complaints).toEqual([]);
      expect(observations).toHaveLength(3);
    }
  });

  it("are missing where blank or a lone dot, never zero", () => {
    const { observations } = read("1,Rogers Park,,,,.,.,.,70,69,71");
    expect(observations.map((one) => [one.state, one.value])).toEqual([
      ["missing", null],
      ["missing", null],
      ["shown", 70],
    ]);
  });

  it("have no interval where one of its limits is blank", () => {
    const { observations } = read("1,Rogers Park,70,69,,70,,71,70,69,71");
    expect(observations.map((one) => [one.lower, one.upper])).toEqual([
      [null, null],
      [null, null],
      [69, 71],
    ]);
  });

  it.each([
    ["1,Rogers Park,773,69,71,70,69,71,70,69,71", "value-1990", "773"],
    ["1,Rogers Park,70,69,71,n/a,69,71,70,69,71", "value-2000", "n/a"],
    ["78,Rogers Park,70,69,71,70,69,71,70,69,71", "area-number", "78"],
    [",Rogers Park,70,69,71,70,69,71,70,69,71", "area-number", ""],
    ["1,Loop,70,69,71,70,69,71,70,69,71", "area-name", "Loop"],
  ])("are refused in %s, at %s", (row, column, found) => {
    const { complaints } = read(row);
    expect(complaints).toMatchObject([{ line: 2, column, found }]);
  });

  it("accept the spellings of a place that City files use", () => {
    const numbers = "70,69,71,70,69,71,70,69,71";
    const rows = [`18,Montclaire ,${numbers}`, `6,Lake View,${numbers}`, `76,OHARE,${numbers}`, `01,,${numbers}`];
    expect(read(...rows).complaints).toEqual([]);
  });
});

describe("the City's file qjr3-bm53", () => {
  const path = sharedFile("mortality/chicago_life_expectancy_by_community_area_qjr3-bm53.csv");
  it.skipIf(!path)("has 231 values of 77 areas; Loop 85.0 and West Garfield Park 68.8 in 2010", () => {
    const { observations, complaints } = trySource(chicagoLifeExpectancy, csvFileTrial(path!));
    expect(complaints).toEqual([]);
    expect(observations).toHaveLength(231);
    const in2010 = (placeId: string) => observations.find((one) => one.placeId === placeId && one.yearFrom === 2010)!;
    expect(in2010("area:32")).toMatchObject({ value: 85, lower: 83.6, upper: 86.4, state: "shown" });
    expect(in2010("area:26")).toMatchObject({ value: 68.8, lower: 66.9, upper: 70.6, state: "shown" });
  });

  it.skipIf(!path)("has one value that contradicts itself: Dunning 2010", () => {
    const { observations } = trySource(chicagoLifeExpectancy, csvFileTrial(path!));
    const doubtful = observations.filter((one) => doubtOf(one.value, one.lower, one.upper));
    expect(doubtful).toMatchObject([{ placeId: "area:17", yearFrom: 2010, value: 79.8, lower: 70, upper: 72.7 }]);
  });
});
