import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { communityAreaIds } from "../places/chicago.ts";
import { causes } from "./causes.ts";
import { chicagoCausesOfDeath } from "./chicago-causes-of-death.source.ts";
import { csvFileTrial, csvTrial, trySource } from "./testing/try-source.ts";

const portal =
  "Cause of Death,Community Area,Community Area Name,Cumulative Deaths 2006 - 2010,Cumulative Deaths Rank,Average Annual Deaths 2006 - 2010,Average Crude Rate 2006 - 2010,Average Crude Rate Lower CI,Average Crude Rate Upper CI,Crude Rate Rank,Average Adjusted Rate 2006 - 2010,Average Adjusted Rate Lower CI,Average Adjusted Rate Upper CI,Adjusted Rate Rank,Average Annual Years of Potential Life Lost (YPLL) Rate 2006 - 2010,YPLL Rate RANK,WARNING";
const soda =
  "cause_of_death,community_area,community_area_name,cumulative_deaths_2006_2010,cumulative_deaths_rank,average_annual_deaths_2006_2010,average_crude_rate_2006_2010,average_crude_rate_lower_ci,average_crude_rate_upper_ci,crude_rate_rank,average_adjusted_rate_2006_2010,average_adjusted_rate_lower_ci,average_adjusted_rate_upper_ci,adjusted_rate_rank,average_annual_years_of_potential_life_lost_ypll_rate_2006_2010,ypll_rate_rank,warning";

const headings = causes.flatMap((cause) => cause.headings);
const numbers = [...communityAreaIds.map((id) => id.slice(5)), "0"];

/** A whole invented file: ten deaths of each cause in each area, 1,000 in the city; `change` alters single rows. */
function file(change: (row: string) => string | null = (row) => row, first = portal): string {
  const rows = headings.flatMap((cause) =>
    numbers.map((number) => {
      const deaths = (number === "0" ? 1000 : 10) * (cause === "All Causes" ? 3 : 1);
      return `"${cause}",${number},,${deaths},1,${deaths / 5},20.5,10.1,30.9,1,21,11,31,1,400,1,`;
    }),
  );
  return [first, ...rows.map(change).filter((row) => row !== null)].join("\n");
}

const read = (text: string) => trySource(chicagoCausesOfDeath, csvTrial(text));
const startsWith = (start: string, instead: (row: string) => string | null) => (row: string) =>
  row.startsWith(start) ? instead(row) : row;

describe("the City's causes of death", () => {
  it("give the count and three rates a row, for five years as one period", () => {
    const { observations, complaints } = read(file());
    expect(complaints).toEqual([]);
    expect(observations).toHaveLength(18 * 78 * 4);
    const stroke = observations.filter((one) => one.cause === "stroke" && one.placeId === "area:26");
    expect(stroke.map((one) => [one.measure, one.value, one.lower, one.upper])).toEqual([
      ["deaths", 10, null, null],
      ["crude-death-rate-per-100k", 20.5, 10.1, 30.9],
      ["adjusted-death-rate-per-100k", 21, 11, 31],
      ["ypll-rate-per-100k", 400, null, null],
    ]);
    expect(stroke[0]).toMatchObject({ yearFrom: 2006, yearTo: 2010, ageFrom: 0, ageBelow: null, sex: "all" });
  });

  it("take the sex from the name of the cause", () => {
    const { observations } = read(file());
    const kinds = new Set(observations.map((one) => `${one.cause} ${one.sex}`));
    expect(kinds).toContain("all male");
    expect(kinds).toContain("all female");
    expect(kinds).toContain("breast-cancer female");
    expect(kinds).toContain("prostate-cancer male");
    expect(kinds.size).toBe(18);
  });

  it("are read under the API's field names, too", () => {
    expect(read(file(undefined, soda)).complaints).toEqual([]);
  });

  it("doubt the rates that the publisher warns of, and not the count", () => {
    const { observations } = read(file(startsWith('"Lung cancer",9,', (row) => `${row}unreliable`)));
    const warned = observations.filter((one) => one.doubt === "publisher-warning");
    expect(warned.map((one) => [one.placeId, one.cause, one.measure])).toEqual([
      ["area:9", "lung-cancer", "crude-death-rate-per-100k"],
      ["area:9", "lung-cancer", "adjusted-death-rate-per-100k"],
      ["area:9", "lung-cancer", "ypll-rate-per-100k"],
    ]);
  });

  it("have rates that are missing where blank, and no interval where its upper end is blank", () => {
    const text = file(startsWith('"Lung cancer",9,', () => '"Lung cancer",9,,0,1,0,0,0,,1,,,,1,.,1,'));
    const { observations, complaints } = read(text);
    expect(complaints).toEqual([]);
    const there = observations.filter((one) => one.cause === "lung-cancer" && one.placeId === "area:9");
    expect(there.map((one) => [one.state, one.value, one.lower, one.upper])).toEqual([
      ["shown", 0, null, null],
      ["shown", 0, null, null],
      ["missing", null, null, null],
      ["missing", null, null, null],
    ]);
  });

  it.each([
    ["an unknown cause", '"Ennui",9,,10,1,2,1,1,1,1,1,1,1,1,1,1,', "cause", "Ennui"],
    ["a blank count", '"Lung cancer",9,,,1,2,1,1,1,1,1,1,1,1,1,1,', "deaths", ""],
    ["a negative count", '"Lung cancer",9,,-10,1,2,1,1,1,1,1,1,1,1,1,1,', "deaths", "-10"],
    ["half a death", '"Lung cancer",9,,10.5,1,2,1,1,1,1,1,1,1,1,1,1,', "deaths", "10.5"],
    ["10^12 deaths", '"Lung cancer",9,,1000000000000,1,2,1,1,1,1,1,1,1,1,1,1,', "deaths", "1000000000000"],
    ["a count that is not five times the average", '"Lung cancer",9,,100,1,2,1,1,1,1,1,1,1,1,1,1,', "deaths", "100"],
    ["a rate in words", '"Lung cancer",9,,10,1,2,few,1,1,1,1,1,1,1,1,1,', "crude", "few"],
  ])("are refused for %s", (_, row, column, found) => {
    const { complaints } = read(file(startsWith('"Lung cancer",9,', () => row)));
    const line = 2 + headings.indexOf("Lung cancer") * 78 + 8;
    expect(complaints).toContainEqual(expect.objectContaining({ line, column, found }));
  });

  it("are refused where a row of a cause is not there", () => {
    const { complaints } = read(file(startsWith('"Lung cancer",9,', () => null)));
    expect(complaints).toMatchObject([{ column: "cause", found: "no row of “lung cancer” for area:9" }]);
  });

  it("are refused where the areas, or the sexes, have more deaths than their total", () => {
    const areas = read(file(startsWith('"Lung cancer",9,', (row) => row.replace(",10,1,2,", ",310,1,62,"))));
    expect(areas.complaints).toMatchObject([
      { column: "deaths", found: "1000", line: 1 + (headings.indexOf("Lung cancer") + 1) * 78 },
    ]);
    const sexes = read(file(startsWith('"All causes in males",9,', (row) => row.replace(",10,1,2,", ",25,1,5,"))));
    expect(sexes.complaints).toMatchObject([{ column: "deaths", found: "30", line: 10 }]);
  });
});

describe("the City's file j6cj-r444", () => {
  const path = sharedFile("mortality/chicago_underlying_causes_of_death_2006_2010_j6cj-r444.csv");
  it.skipIf(!path)("has 1,404 rows, 422 of them with a warning, and five rates without an upper limit", () => {
    const { observations, complaints } = trySource(chicagoCausesOfDeath, csvFileTrial(path!));
    expect(complaints).toEqual([]);
    const of = (measure: string) => observations.filter((one) => one.measure === measure);
    const crude = of("crude-death-rate-per-100k");
    expect(of("deaths")).toHaveLength(1404);
    expect([crude, of("adjusted-death-rate-per-100k"), of("ypll-rate-per-100k")].map((all) => all.length)).toEqual([
      1404, 1404, 1404,
    ]);
    expect(crude.filter((one) => one.doubt === "publisher-warning")).toHaveLength(422);
    expect(crude.filter((one) => one.upper === null).map((one) => [one.placeId, one.cause, one.value])).toEqual([
      ["area:9", "homicide", 0],
      ["area:74", "homicide", 0],
      ["area:47", "breast-cancer", 0],
      ["area:36", "liver-disease", 0],
      ["area:47", "liver-disease", 0],
    ]);
    expect(of("deaths").find((one) => one.placeId === "city:chicago" && one.sex === "all")!.value).toBe(97851);
  });
});
