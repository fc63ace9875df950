import { readFileSync } from "node:fs";
import { isMalformed } from "@evenspan/standards/malformed";
import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { parseWonder } from "@evenspan/standards/wonder/parse-wonder";
import { describe, expect, it } from "vitest";
import { trySource } from "./testing/try-source.ts";
import { wonderDeaths } from "./wonder-deaths.source.ts";
import { wonderQuery } from "./wonder-query.rules.ts";

function read(text: string) {
  const table = parseWonder(text);
  if (isMalformed(table)) throw new Error(`${table.line}: ${table.found}, expected ${table.expected}`);
  return trySource(wonderDeaths, table);
}

const file = (headings: readonly string[], rows: readonly (readonly (string | number)[])[], ...asked: string[]) =>
  read(
    [["Notes", ...headings, "Deaths", "Population", "Crude Rate"], ...rows, ["---"], ["Query Parameters:"]]
      .map((row) => row.join("\t"))
      .concat(asked, "---")
      .join("\n"),
  );

const ages = ["Ten-Year Age Groups", "Ten-Year Age Groups Code", "Year", "Year Code"];
const row = (age: string, year: string, deaths: string | number, people: string | number = 1000) => [
  ...["", age, age, year, year],
  ...[deaths, people, "1.0"],
];

describe("deaths from CDC WONDER", () => {
  it("are counts of deaths and people of the nation, by age and year", () => {
    const { observations, complaints } = file(ages, [
      row("1", "1999", 40),
      row("1-4", "1999", 9),
      row("5+", "1999", 90),
    ]);
    expect(complaints).toEqual([]);
    const told = observations.map((one) => [
      one.measure,
      one.placeId,
      one.yearFrom,
      one.ageFrom,
      one.ageBelow,
      one.value,
    ]);
    expect(told).toEqual([
      ["deaths", "nation:us", 1999, 0, 1, 40],
      ["population", "nation:us", 1999, 0, 1, 1000],
      ["deaths", "nation:us", 1999, 1, 5, 9],
      ["population", "nation:us", 1999, 1, 5, 1000],
      ["deaths", "nation:us", 1999, 5, null, 90],
      ["population", "nation:us", 1999, 5, null, 1000],
    ]);
  });

  it("have the state of CDC's word where one stands for the number", () => {
    const { observations } = file([], [["", "Suppressed", "Not Applicable", "Unreliable"]], "Year/Month: 2019");
    expect(observations.map((one) => [one.measure, one.state, one.value])).toEqual([
      ["deaths", "suppressed", null],
      ["population", "not-applicable", null],
      ["crude-death-rate-per-100k", "unreliable", null],
    ]);
  });

  it("have an unreliable rate where CDC writes the number and then the word", () => {
    const { observations } = file([], [["", 12, 1000, "1200.0 (Unreliable)"]], "Year/Month: 2019");
    expect(observations.at(-1)).toMatchObject({ state: "unreliable", value: null });
  });

  it("leave out ages that are not stated, and totals over years", () => {
    const total = ["Total", "0+", "0+", "", "", 7, 1000, "1.0"];
    const { observations } = file(ages, [row("0+", "1999", 7), row("NS", "1999", 3, "Not Applicable"), total]);
    expect(observations.filter((one) => one.measure === "deaths")).toMatchObject([
      { value: 7, yearFrom: 1999, yearTo: 1999 },
    ]);
  });

  it("take the year, the sex and the county from the query where the rows do not tell them", () => {
    const asked = [
      "Year/Month: 2018; 2019",
      "Gender: Female",
      "States/Counties: Cook County, IL (17031)",
      "Group By: Sex",
    ];
    const { observations } = file([], [["", 7, 1000, "700.0"]], ...asked);
    expect(observations[0]).toMatchObject({ placeId: "county:17031", sex: "female", yearFrom: 2018, yearTo: 2019 });
    expect(observations).toHaveLength(3);
  });

  it("take the sex and the county from the rows where they tell them", () => {
    const headings = ["County", "County Code", "Gender", "Gender Code"];
    const { observations } = file(headings, [["", "Cook", "17031", "Male", "M", 7, 1000, "1"]], "Year/Month: 2019");
    expect(observations[0]).toMatchObject({ placeId: "county:17031", sex: "male" });
  });

  it("keep the causes that are the whole of one of ours, and the population once", () => {
    const headings = ["ICD Sub-Chapter", "ICD Sub-Chapter Code"];
    const rows = [
      ["", "Cerebrovascular diseases", "I60-I69", 12, 1000, "1"],
      ["", "Mycoses", "B35-B49", 3, 1000, "1"],
      ["Total", "", "", 15, 1000, "1"],
    ];
    const { observations } = file(headings, rows, "Year/Month: 2020");
    expect(observations.map((one) => [one.measure, one.cause, one.value])).toEqual([
      ["deaths", "stroke", 12],
      ["deaths", "all", 15],
      ["population", "all", 1000],
      ["crude-death-rate-per-100k", "all", 1],
    ]);
  });

  it("read single years of age, the last of them open", () => {
    const headings = ["Single-Year Ages", "Single-Year Ages Code"];
    const rows = Array.from({ length: 101 }, (_, age) => ["", `${age}`, `${age}`, 1, 10, "1"]);
    const { observations, complaints } = file(headings, rows, "Year/Month: 2020");
    expect(complaints).toEqual([]);
    const deaths = observations.filter((one) => one.measure === "deaths");
    expect(deaths[1]).toMatchObject({ ageFrom: 1, ageBelow: 2 });
    expect(deaths[100]).toMatchObject({ ageFrom: 100, ageBelow: null });
  });

  it("are refused where an age is not there", () => {
    const { complaints } = file(ages, [row("1", "1999", 4), row("1-4", "1999", 1), row("15+", "1999", 9)]);
    expect(complaints).toMatchObject([{ line: 2, column: "age-group", found: "ages 5–14 covered by no row" }]);
  });

  it("are refused without a year, and with an age or a count that is none", () => {
    expect(file([], [["", 7, 1000, "1"]]).complaints).toMatchObject([{ line: 2, column: "year", found: "" }]);
    expect(file(ages, [row("old", "1999", 7)]).complaints).toMatchObject([{ column: "age-group", found: "old" }]);
    expect(file(ages, [row("0+", "1999", "seven")]).complaints).toMatchObject([{ column: "deaths", found: "seven" }]);
  });

  it("are refused, once, where the query is about some people only", () => {
    const { observations, complaints } = file(
      [],
      [
        ["", 7, 1000, "1"],
        ["", 8, 1000, "1"],
      ],
      "Race: White",
    );
    expect(complaints).toMatchObject([{ line: 2, column: "asked", found: "Race: White" }]);
    expect(observations).toEqual([]);
  });
});

describe("the parameters of a query", () => {
  it.each([
    "Race: Black or African American",
    "Hispanic Origin: Not Hispanic or Latino",
    "Group By: Year; Race",
    "Year/Month: Jan., 2020",
    "Year/Month: 2018; 2020",
    "States: Illinois (17)",
    "States/Counties: Cook County, IL (17031); DuPage County, IL (17043)",
    "Calculate Rates Per: 1,000",
    "Place of Death: Decedent's home",
    "and a line without a name",
  ])("make numbers about something else: %s", (parameter) => {
    expect(wonderQuery(`Show Totals: True\n${parameter}`).foreign).toBe(parameter);
  });

  it("may say much that changes nothing", () => {
    const text =
      "Group By: Ten-Year Age Groups; Year\nShow Zero Values: False\nStandard Population: 2000\nCalculate Rates Per: 100,000";
    expect(wonderQuery(text)).toEqual({ years: null, sex: null, placeId: null, foreign: null });
  });
});

describe("the published exports of CDC WONDER", () => {
  const total = sharedFile("lifetables/wonder_deaths_pop_age10_US_Total_1999_2018.txt");
  it.skipIf(!total)(
    "eleven ages in each of 20 years: 220 counts of deaths and of people, the 4,507 of ages not stated left out",
    () => {
      const { observations, complaints } = read(readFileSync(total!, "utf8"));
      expect(complaints).toEqual([]);
      const deaths = observations.filter((one) => one.measure === "deaths");
      expect([deaths.length, observations.length]).toEqual([220, 440]);
      expect(deaths.reduce((sum, one) => sum + one.value!, 0)).toBe(50_567_774 - 4507);
      expect(deaths.find((one) => one.yearFrom === 1999 && one.ageFrom === 0)!.value).toBe(27_937);
    },
  );

  const black = sharedFile("lifetables/wonder_deaths_pop_age10_US_Black_1999_2018.txt");
  it.skipIf(!black)("one about some people only is refused, in one sentence", () => {
    const { complaints } = read(readFileSync(black!, "utf8"));
    expect(complaints).toMatchObject([{ line: 2, found: "Hispanic Origin: Not Hispanic or Latino" }]);
  });

  const adjusted = sharedFile("lifetables/wonder_age_adjusted_MortalityUS.txt");
  it.skipIf(!adjusted)("all ages by year: deaths, people and two rates of 20 years", () => {
    const { observations, complaints } = read(readFileSync(adjusted!, "utf8"));
    expect(complaints).toEqual([]);
    expect(observations).toHaveLength(80);
    const in1999 = observations.filter((one) => one.yearFrom === 1999).map((one) => [one.measure, one.value]);
    expect(in1999).toEqual([
      ["deaths", 2_391_399],
      ["population", 279_040_168],
      ["crude-death-rate-per-100k", 857],
      ["adjusted-death-rate-per-100k", 875.6],
    ]);
  });

  const causes = sharedFile("lifetables/wonder_us_deaths_by_age10_icd_subchapter_1999_2020.txt");
  it.skipIf(!causes)("by sub-chapter in 2020: all causes by age, and those that are ours", () => {
    const { observations, complaints } = read(readFileSync(causes!, "utf8"));
    expect(complaints).toEqual([]);
    const deaths = observations.filter((one) => one.measure === "deaths");
    expect(new Set(deaths.map((one) => one.cause))).toEqual(
      new Set(["all", "cancer", "coronary-heart-disease", "diabetes-related", "stroke"]),
    );
    const all = deaths.filter((one) => one.cause === "all");
    expect(all.map((one) => [one.ageFrom, one.ageBelow]).slice(-2)).toEqual([
      [85, null],
      [0, null],
    ]);
    expect(all.at(-1)).toMatchObject({ value: 3_383_729, yearFrom: 2020, yearTo: 2020 });
  });
});
