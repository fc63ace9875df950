import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { describe, expect, it } from "vitest";
import { chicagoPopulation } from "./chicago-population.source.ts";
import { csvFileTrial, csvTrial, trySource } from "./testing/try-source.ts";

const years = Array.from({ length: 14 }, (_, index) => 1999 + index);
const headings = ["AREA", "AGEGP", "SEXGP", ...years.map((year) => `POP${year}`)].join(",");
const row = (place: string, age: string, sex: string, people: number | string): string =>
  [place, age, sex, ...years.map(() => people)].join(",");
const read = (...rows: string[]) => trySource(chicagoPopulation, csvTrial([headings, ...rows].join("\n")));

describe("the City's populations", () => {
  it("give one observation a row and year", () => {
    const { observations, complaints } = read(row("26", "85+", "FEMALE", 120));
    expect(complaints).toEqual([]);
    expect(observations).toHaveLength(14);
    expect(observations[13]).toMatchObject({
      measure: "population",
      placeId: "area:26",
      yearFrom: 2012,
      yearTo: 2012,
      sex: "female",
      ageFrom: 85,
      ageBelow: null,
      value: 120,
    });
  });

  it("name bands by their first age and the first age behind them, and take all ages together", () => {
    const { observations } = read(
      row("1", "00-04", "ALL", 5),
      row("1", "75-84", "ALL", 6),
      row("2", "TOTAL", "MALE", 7),
    );
    const bands = observations
      .filter((one) => one.yearFrom === 2010)
      .map((one) => [one.ageFrom, one.ageBelow, one.sex]);
    expect(bands).toEqual([
      [0, 5, "all"],
      [75, 85, "all"],
      [0, null, "male"],
    ]);
  });

  it("know the city, ZIP codes, and the ZIP codes that are counted together", () => {
    const codes = ["CH", "60612", "6761", "12311", "60610", "60622"];
    const { observations } = read(...codes.map((code) => row(code, "85+", "ALL", 1)));
    expect([...new Set(observations.map((one) => one.placeId))]).toEqual([
      "city:chicago",
      "zip:60612",
      "zip:60606-60607-60661",
      "zip:60601-60602-60603-60604-60605-60611",
      "zip:60610-60654",
      "zip:60622-60642",
    ]);
  });

  it.each([
    ["an unknown place", row("99", "85+", "ALL", 1), "place", "99"],
    ["an age that is no band", row("1", "old", "ALL", 1), "age", "old"],
    ["an unknown sex", row("1", "85+", "X", 1), "sex", "X"],
  ])("are refused for %s", (_, wrong, column, found) => {
    expect(read(wrong).complaints).toMatchObject([{ line: 2, column, found }]);
  });

  it.each([["-1"], ["1.5"], ["many"], [""]])("are refused for %s people, in every year that says so", (people) => {
    const { complaints } = read(row("1", "85+", "ALL", people));
    expect(complaints).toHaveLength(14);
    expect(complaints[0]).toMatchObject({ line: 2, column: "people-1999", found: people });
  });

  it("must add to their totals over ages, within what rounding can do", () => {
    const young = row("1", "00-04", "ALL", 10);
    expect(read(young, row("1", "05-14", "ALL", 10), row("1", "TOTAL", "ALL", 21)).complaints).toEqual([]);
    const { complaints } = read(young, row("1", "05-14", "ALL", 10), row("1", "TOTAL", "ALL", 22));
    expect(complaints).toHaveLength(14);
    expect(complaints[0]).toMatchObject({
      line: 4,
      column: "people-1999",
      found: "22",
      expected: expect.stringContaining("20"),
    });
  });

  it("must add to their totals over sexes and over the areas of the city", () => {
    const sexes = read(row("1", "85+", "FEMALE", 10), row("1", "85+", "MALE", 10), row("1", "85+", "ALL", 23));
    expect(sexes.complaints[0]).toMatchObject({ line: 4, found: "23" });
    const areas = read(row("1", "85+", "ALL", 10), row("2", "85+", "ALL", 10), row("CH", "85+", "ALL", 15));
    expect(areas.complaints[0]).toMatchObject({ line: 4, found: "15" });
    expect(read(row("60612", "85+", "ALL", 10), row("CH", "85+", "ALL", 15)).complaints).toEqual([]);
  });
});

describe("the City's population file", () => {
  const path = sharedFile("population/chicago_population_estimates_1999_2012_by_area_age_sex.csv");
  it.skipIf(!path)("has 4,158 rows of 14 years, and 2,695,598 people in the 77 areas in 2010", () => {
    const { observations, complaints } = trySource(chicagoPopulation, csvFileTrial(path!));
    expect(complaints).toEqual([]);
    expect(observations).toHaveLength(4158 * 14);
    const all2010 = observations.filter(
      (one) => one.yearFrom === 2010 && one.sex === "all" && one.ageFrom === 0 && one.ageBelow === null,
    );
    const areas = all2010.filter((one) => one.placeId.startsWith("area:"));
    expect(areas).toHaveLength(77);
    expect(areas.reduce((sum, one) => sum + one.value!, 0)).toBe(2_695_598);
    expect(all2010.find((one) => one.placeId === "city:chicago")!.value).toBe(2_695_598);
    expect(new Set(observations.map((one) => one.placeId)).size).toBe(126);
  });

  const zips = sharedFile("geo/community_area_zip_population2010.csv");
  it.skipIf(!path || !zips)("joins ZIP codes whose Census counts add to its numbers, to the person", () => {
    const census = new Map<string, number>();
    for (const { cells } of csvFileTrial(zips!).rows) {
      census.set(cells[1]!, (census.get(cells[1]!) ?? 0) + Number(cells[2]));
    }
    const { observations } = trySource(chicagoPopulation, csvFileTrial(path!));
    const joined = observations.filter(
      (one) =>
        /^zip:\d+-/.test(one.placeId) &&
        one.yearFrom === 2010 &&
        one.sex === "all" &&
        one.ageFrom === 0 &&
        one.ageBelow === null,
    );
    expect(joined).toHaveLength(4);
    for (const { placeId, value } of joined) {
      const people = placeId
        .slice(4)
        .split("-")
        .reduce((sum, zip) => sum + census.get(zip)!, 0);
      expect([placeId, value]).toEqual([placeId, people]);
    }
  });
});
