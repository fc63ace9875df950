import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { cityFacts } from "./city-facts.ts";
import type { Fact } from "./fact.ts";
import { factsCsv } from "./facts-csv.ts";
import { reportedFacts } from "./reported-facts.ts";
import { rushFacts } from "./rush-facts.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const shared = process.env.EVENSPAN_SHARED ?? path.join(repository, "../shared");
const absent = !existsSync(path.join(shared, "data"));
if (absent) console.warn(`The City's own files are not in ${shared}: what was carried over is not compared with them.`);

const table = (file: string): string[][] =>
  readFileSync(path.join(shared, "data", file), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));

const facts = cityFacts();
const of = (measure: Fact["measure"], placeId: string) =>
  facts.filter((fact) => fact.measure === measure && fact.placeId === placeId);

test.skipIf(absent)("every life expectancy and limit is the one in the City's file", () => {
  for (const [area, , ...printed] of table("mortality/chicago_life_expectancy_by_community_area_qjr3-bm53.csv")) {
    const carried = of("life-expectancy-years", `area:${area}`);
    expect(carried.map(({ yearFrom }) => yearFrom)).toEqual([1990, 2000, 2010]);
    expect(carried.flatMap(({ value, lower, upper }) => [value, lower, upper])).toEqual(printed.map(Number));
  }
});

test.skipIf(absent)("every area's people of 2010 are those in the City's population table", () => {
  const counted = table("population/chicago_population_estimates_1999_2012_by_area_age_sex.csv")
    .filter(([area, age, sex]) => Number(area) <= 77 && age === "TOTAL" && sex === "ALL")
    .map((row) => [`area:${row[0]}`, Number(row[14])] as const);
  expect(counted).toHaveLength(77);
  for (const [placeId, people] of counted) expect(of("population", placeId).map((it) => it.value)).toEqual([people]);
});

test.skipIf(absent)("every hardship index is the one in the City's file", () => {
  const printed = table("indicators/chicago_socioeconomic_hardship_2008_2012_kn9c-c2s2.csv").filter(([area]) => area);
  expect(printed).toHaveLength(77);
  for (const row of printed)
    expect(of("hardship-index", `area:${row[0]}`).map(({ value }) => value)).toEqual([Number(row[8])]);
});

test("the areas add up to the city of 2010", () => {
  const areas = facts.filter((fact) => fact.measure === "population" && fact.placeId.startsWith("area:"));
  expect(areas.reduce((sum, { value }) => sum + value, 0)).toBe(of("population", "city:chicago")[0]?.value);
});

test("the gap of 2010 is 16.2 years, of 1990 10.5 and of 2000 14.4", () => {
  const [loop, westGarfieldPark] = [of("life-expectancy-years", "area:32"), of("life-expectancy-years", "area:26")];
  const gaps = loop.map(({ value }, i) => (value - westGarfieldPark[i]!.value).toFixed(1));
  expect(gaps).toEqual(["10.5", "14.4", "16.2"]);
});

test("the reported pair of 2023 lies 20.7 years apart", () => {
  const [high, low] = reportedFacts.filter(({ placeId }) => placeId.startsWith("area:")).map(({ value }) => value);
  expect((high! - low!).toFixed(1)).toBe("20.7");
});

test("Dunning alone is printed outside of its own limits, and stays so", () => {
  const outside = facts.filter(
    ({ value, lower, upper }) => lower !== null && upper !== null && (value < lower || value > upper),
  );
  expect(outside).toHaveLength(1);
  expect(outside[0]).toMatchObject({ placeId: "area:17", yearFrom: 2010, value: 79.8, lower: 70, upper: 72.7 });
});

test("no fact stands twice, each says who published it, and what was read at the publisher says in which data set", () => {
  const all = [...facts, ...rushFacts, ...reportedFacts];
  expect(all).toHaveLength(77 * 3 + 1 + 78 + 77 + 1 + 5);
  expect(new Set(all.map((it) => `${it.measure} ${it.placeId} ${it.yearFrom}`)).size).toBe(all.length);
  for (const { publisher, dataSet, standing } of all)
    expect([publisher !== "", dataSet !== ""]).toEqual([true, standing === "published"]);
});

test("what others told says who told it", () => {
  for (const { standing, note } of reportedFacts)
    expect([standing, note]).toEqual(["reported", expect.stringContaining("told by http")]);
});

test("the file has one line a fact, and quotes what holds a comma", () => {
  const lines = factsCsv([...facts, ...rushFacts])
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(1 + facts.length + rushFacts.length);
  expect(lines[0]).toBe("measure,place,year_from,year_to,sex,value,lower,upper,publisher,data_set,note,standing");
  expect(lines).toContain(
    "life-expectancy-years,area:26,2010,2010,all,68.8,66.9,70.6,Chicago Department of Public Health,qjr3-bm53,,published",
  );
  expect(lines.at(-1)).toContain('"By the Numbers, https://www.rush.edu/rush-community"');
});
