import { describe, expect, test } from "vitest";
import { gazetteer } from "../places/gazetteer.ts";
import { ageBand, ageBandText, ageInYears } from "./age-band.ts";
import { causeGroup, underlyingCause } from "./cause.ts";
import { type Cell, type CellParser, orElse, orMissing, readCell, remembering } from "./cell.ts";
import { count, decimal, dollars, notNegative, percent } from "./numbers.ts";
import { placeParser } from "./place.ts";
import { sex } from "./sex.ts";
import { oneOfWords, words } from "./text.ts";
import { year, years } from "./years.ts";

/** What the parser reads in each text, or what it expects instead. */
const read = <T>(parse: CellParser<T>, texts: readonly string[]): unknown[] =>
  texts.map((text) => {
    const cell: Cell<T> = parse(text);
    return "value" in cell ? cell.value : cell.expected;
  });

/** That a parser refuses each of these texts, with the same words. */
function refuses<T>(parse: CellParser<T>, expected: string, texts: readonly string[]): void {
  expect(read(parse, texts)).toEqual(texts.map(() => expected));
}

const never = ["", ".", "-", "NaN", "Infinity", "1e5", "0x10", "1 000", "5.", "１２", "one", "1,23", ",123", "1,2345"];

describe("numbers", () => {
  test("a count is a whole number of at most a thousand million, with commas between thousands or none", () => {
    expect(read(count, ["0", "007", "1741", "1,741", "1,000,000,000", "12.0"])).toEqual([0, 7, 1741, 1741, 1e9, 12]);
    refuses(count, "a whole number, 0 or more", [...never, "-3", "−3", "+3", "12.5", "0.5"]);
    refuses(count, "a count of at most 1,000,000,000", ["1000000001", "1000000000000", "9".repeat(400)]);
  });

  test("a decimal has a point before its decimals and nothing else that could mean it", () => {
    expect(read(decimal, ["70.9", "-1", "−1.5", "+2", ".5", "1,234.5", "0"])).toEqual([
      70.9, -1, -1.5, 2, 0.5, 1234.5, 0,
    ]);
    refuses(decimal, "a number, with a point before decimals", [...never, "70,9", "--1", "1.2.3", "9".repeat(41)]);
  });

  test("a percentage lies from 0 to 100, and no fraction becomes one", () => {
    expect(read(percent, ["0", "23.6", "23.6%", "23.6 %", "100", "0.24"])).toEqual([0, 23.6, 23.6, 23.6, 100, 0.24]);
    refuses(percent, "a percentage from 0 to 100", [...never, "100.1", "-0.1", "%"]);
  });

  test("dollars may have their sign, and a rate is not negative", () => {
    expect(read(dollars, ["$6,000,000", "$ 1.50", "12"])).toEqual([6_000_000, 1.5, 12]);
    refuses(dollars, "an amount in US dollars, 0 or more", ["-1", "$", "($5)", "€5"]);
    expect(read(notNegative, ["0", "895.2", "-0.1"])).toEqual([0, 895.2, "a number, 0 or more"]);
  });
});

describe("years and ages", () => {
  test("a year has four digits and lies from 1900 to 2100", () => {
    expect(read(year, ["1900", "2010", "2100"])).toEqual([1900, 2010, 2100]);
    refuses(year, "a year such as 2010", ["", "1899", "2101", "20100", "10", "2010.0", " 2010", "MMX"]);
  });

  test("years run from one to another", () => {
    expect(read(years, ["2010", "2006-2010", "2006 – 2010"])).toEqual([
      { from: 2010, to: 2010 },
      { from: 2006, to: 2010 },
      { from: 2006, to: 2010 },
    ]);
    refuses(years, "a year such as 2010, or years such as 2006-2010", [
      "",
      "2010-2006",
      "2006-10",
      "2006-2008-2010",
      "-2010",
    ]);
  });

  test.each<[string, number, number | null]>([
    ["00-04", 0, 5],
    ["5 to 9 years", 5, 10],
    ["5–14", 5, 15],
    ["Ages 5-9", 5, 10],
    ["1-4 yrs", 1, 5],
    ["<1", 0, 1],
    ["< 1 year", 0, 1],
    ["Under 1 year", 0, 1],
    ["less than 5", 0, 5],
    ["0", 0, 1],
    ["44", 44, 45],
    ["85+", 85, null],
    ["85 years and over", 85, null],
    ["85 and older", 85, null],
    ["100 or more", 100, null],
    ["TOTAL", 0, null],
    ["All ages", 0, null],
    ["ALL", 0, null],
  ])("the ages %s are from %i to below %s", (text, ageFrom, ageBelow) => {
    expect(ageBand(text)).toEqual({ value: { ageFrom, ageBelow } });
  });

  test("what is no age band is refused, a date that a spreadsheet made among them", () => {
    const [expected] = read(ageBand, [""]);
    expect(expected).toMatch(/^an age band such as/);
    refuses(ageBand, expected as string, [
      "14-5",
      "4-May",
      "Not Stated",
      "NS",
      "-5",
      "5-",
      "+",
      "131+",
      "0-131",
      "5-9-14",
    ]);
  });

  test("the age of a person is in completed years, up to 130", () => {
    expect(read(ageInYears, ["0", "71", "130", "71.0"])).toEqual([0, 71, 130, 71]);
    refuses(ageInYears, "an age in completed years, from 0 to 130", ["", "131", "-1", "71.5", "999", "3 months"]);
  });

  test("a band is written as people write it", () => {
    expect(ageBandText({ ageFrom: 44, ageBelow: 45 })).toBe("44");
  });
});

describe("sexes and words", () => {
  test("a sex is told by its name, its letter or its people", () => {
    expect(read(sex, ["FEMALE", "f", "Women", "Male", "M", "all", "Total", "Both sexes"])).toEqual([
      ...["female", "female", "female", "male", "male", "all", "all", "all"],
    ]);
    refuses(sex, "female, male or all", ["", "1", "2", "toString", "__proto__", "woman and man"]);
  });

  test("words may be of any kind but not without an end", () => {
    expect(read(words("a publisher"), ["City of Chicago", "", "x".repeat(501)])).toEqual([
      "City of Chicago",
      "a publisher",
      "a publisher",
    ]);
    expect(read(oneOfWords(["a", "b", "c"]), ["B", "d"])).toEqual(["b", "a, b or c"]);
  });
});

describe("places", () => {
  const place = placeParser(gazetteer);

  test("go by number, GEOID, ZIP code, id, name, and the names that residents use", () => {
    const texts = [
      "26",
      "026",
      "17031010201",
      "60612",
      "60612-3833",
      "area:26",
      "Loop",
      "Pilsen",
      "Oak Park",
      "chicago",
      "zip:17031",
    ];
    expect(read(place, texts)).toEqual([
      ...["area:26", "area:26", "tract:17031010201", "zip:60612", "zip:60612", "area:26", "area:32", "area:31"],
      ...["municipality:oak-park", "city:chicago", "zip:17031"],
    ]);
  });

  test("of one name are listed, to choose from", () => {
    expect(read(place, ["Garfield Park", "17031"])).toEqual([
      "one place: West Garfield Park (area:26) or East Garfield Park (area:27)",
      "one place: county:17031 (Cook County) or zip:17031",
    ]);
  });

  test("that there are not are refused", () => {
    refuses(place, "the number of a community area, 1 to 77", ["0", "78", "100"]);
    const [expected] = read(place, [""]);
    refuses(place, expected as string, ["6061", "606121", "Atlantis", "area:78", "zip:6061", "system:RUSH"]);
  });
});

describe("causes", () => {
  test("of a count go by key, name in either language, or the City's heading", () => {
    const texts = [
      "stroke",
      "Stroke",
      "Accidente cerebrovascular",
      "Stroke (cerebrovascular disease)",
      "All causes in females",
      "Alzheimer's disease",
    ];
    expect(read(causeGroup, texts)).toEqual(["stroke", "stroke", "stroke", "stroke", "all", "alzheimers"]);
    expect(read(causeGroup, ["I64"])[0]).toMatch(/^a cause of death: one of all, /);
  });

  test("of one death are all the groups that hold its code, or the group that is named", () => {
    expect(read(underlyingCause, ["I64", "C34.9", "c349", "X95", "Y35.0", "R99", "lung-cancer", "*U03"])).toEqual([
      ["all", "stroke"],
      ["all", "cancer", "lung-cancer"],
      ["all", "cancer", "lung-cancer"],
      ["all", "homicide", "firearm"],
      ["all", "firearm"],
      ["all"],
      ["all", "cancer", "lung-cancer"],
      ["all", "suicide"],
    ]);
    refuses(underlyingCause, "an underlying cause of death: an ICD-10 code such as I21.9", [
      "",
      "S72.0",
      "Z00",
      "T14",
      "I",
      "21.9",
      "heart",
    ]);
  });
});

describe("cells that may be blank", () => {
  test("are missing where blank or a point alone, and never zero", () => {
    expect(read(orMissing(decimal), ["", ".", "0", "x"])).toEqual([
      null,
      null,
      0,
      "a number, with a point before decimals",
    ]);
  });

  test("mean something where blank, and are read where not", () => {
    expect(read(orElse("all", sex), ["", "f", "x"])).toEqual(["all", "female", "female, male or all"]);
  });

  test("are read once and remembered, refusals too", () => {
    let times = 0;
    const remembered = remembering((text) => {
      times++;
      return count(text);
    });
    expect(read(remembered, ["1", "x", "1", "x"])).toEqual([
      1,
      "a whole number, 0 or more",
      1,
      "a whole number, 0 or more",
    ]);
    expect(times).toBe(2);
  });

  test("are complained of by their column, with what stands there", () => {
    const complaints: unknown[] = [];
    const out = {
      observe: () => {},
      link: () => {},
      outline: () => {},
      complain: (...words: unknown[]) => complaints.push(words),
    };
    const row = { line: 2, cell: (key: string) => (key === "deaths" ? "-3" : "12") };
    expect([readCell(row, out, "deaths", count), readCell(row, out, "people", count)]).toEqual([undefined, 12]);
    expect(complaints).toEqual([["deaths", "-3", "a whole number, 0 or more"]]);
  });
});
