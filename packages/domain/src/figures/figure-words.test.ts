import { describe, expect, test } from "vitest";
import type { Unit } from "./figure.ts";
import {
  aboutText,
  amountText,
  betweenText,
  intervalText,
  likelyText,
  numberText,
  periodWords,
  stateWords,
  unitText,
  wordStep,
} from "./figure-words.ts";

const of = (unit: Unit, value: number | null, lower: number | null = null, upper: number | null = null) => ({
  unit,
  value,
  lower,
  upper,
});
const westGarfieldPark = of("years", 68.8, 66.9, 70.6);

describe("a value in a sentence", () => {
  test.each([
    ["years with a wide interval go to whole years", westGarfieldPark, 1, "about 69 years", "cerca de 69 años"],
    [
      "years with a narrow one keep a decimal",
      of("years", 77.84, 77.6, 78.1),
      1,
      "about 77.8 years",
      "cerca de 77.8 años",
    ],
    [
      "a rate goes to tens when its interval spans dozens",
      of("per-100k", 823.4, 801, 846),
      1,
      "about 820 per 100,000 people",
      "cerca de 820 por cada 100,000 personas",
    ],
    ["a count without an interval is said in full", of("people", 498_123), 0, "498,123 people", "498,123 personas"],
    ["millions of dollars are said as millions", of("usd", 6_000_000), 0, "$6 million", "$6 millones"],
    ["a percent carries its sign", of("percent", 12.34), 1, "12.3%", "12.3%"],
    ["one is one year", of("years", 1), 0, "1 year", "1 año"],
  ] as const)("%s", (_, figure, decimals, en, es) => {
    expect(aboutText(figure, decimals, "en")).toBe(en);
    expect(aboutText(figure, decimals, "es")).toBe(es);
  });

  test("a value that is not shown has no words of its own", () => {
    expect(aboutText(of("years", null), 1, "en")).toBeNull();
    expect(likelyText(of("years", null), 1, "en")).toBeNull();
  });
});

describe("an interval", () => {
  test("West Garfield Park's is between 67 and 71, in both languages", () => {
    expect(likelyText(westGarfieldPark, 1, "en")).toBe("the true value is likely between 67 and 71");
    expect(likelyText(westGarfieldPark, 1, "es")).toBe("es probable que el valor real esté entre 67 y 71");
  });

  test("is rounded as the value is, and a figure without one has no words for it", () => {
    expect(betweenText(of("per-100k", 823.4, 801, 846), 1, "en")).toBe("between 800 and 850");
    expect(betweenText(of("people", 498_123), 0, "en")).toBeNull();
  });

  test("in a table keeps the indicator's decimals", () => {
    expect(intervalText(westGarfieldPark, 1, "en")).toBe("66.9 to 70.6");
    expect(intervalText(westGarfieldPark, 1, "es")).toBe("66.9 a 70.6");
    expect(intervalText(of("usd", 5, 4, 6), 0, "en")).toBe("$4 to $6");
    expect(intervalText(of("years", 5), 0, "en")).toBeNull();
  });

  test.each([
    [1.85, 1, 1],
    [0.9, 1, 0.1],
    [0.04, 1, 0.1],
    [22, 1, 10],
    [10, 0, 10],
    [9.99, 0, 1],
  ])("of half width %f at %i decimals rounds words to %f", (half, decimals, step) => {
    expect(wordStep({ value: 100, lower: 100 - half, upper: 100 + half }, decimals)).toBeCloseTo(step, 12);
  });
});

test("numbers are grouped as in Chicago, in both languages", () => {
  expect(numberText(1_234_567.891, 2, "en")).toBe("1,234,567.89");
  expect(numberText(1_234_567.891, 2, "es")).toBe("1,234,567.89");
  expect(amountText(45_234, "usd", 0, "es")).toBe("$45,234");
  expect(unitText("people", 1, "es")).toBe("persona");
});

test("a period is one year, or two with a word between them", () => {
  expect(periodWords({ from: 2010, to: 2010 }, "en")).toBe("2010");
  expect(periodWords({ from: 2006, to: 2010 }, "es")).toBe("2006 a 2010");
});

test("each of the six states has words in both languages, and no two states share them", () => {
  for (const language of ["en", "es"] as const) {
    const words = Object.values(stateWords).map((text) => text[language]);
    expect(new Set(words).size).toBe(6);
  }
});
