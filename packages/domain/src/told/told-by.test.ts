import { crudeRate, directRate, isUndefined, yearsOfLifeLost } from "@evenspan/stats";
import { describe, expect, test } from "vitest";
import { peopleShown, rateKept, rateShown } from "../attack/testing.ts";
import type { Figure } from "../figures/figure.ts";
import { figureOf, sourceRowOf } from "../releases/testing.ts";
import { toldByFigures } from "./told-by-figures.ts";
import { toldByRows } from "./told-by-rows.ts";

/** What figures tell, without where and when. */
const told = (...figures: readonly Figure[]) =>
  toldByFigures(figures).map(({ name, ...telling }) => ({
    ages: `${name.of} to ${name.ageBelow ?? "the end"}`,
    ...telling,
  }));

const notShown = (state: Figure["state"], reason: Figure["reason"]) =>
  ({ state, reason, value: null, lower: null, upper: null, level: null }) as const;

describe("a crude rate", () => {
  test("tells its deaths by its range, and a rate", () => {
    expect(told(rateShown("area:26", 57, { people: 123_456 }))).toEqual([
      { ages: "deaths to the end", tells: "count", count: 57 },
      { ages: "deaths to the end", tells: "rate", per100k: expect.closeTo(46.17, 2), decimals: 6 },
    ]);
  });

  test("without a range tells a rate, with as many decimals as it has", () => {
    expect(told(rateShown("area:26", 57, { people: 123_456, decimals: 1 }))).toMatchObject([
      { tells: "rate", per100k: 46.2, decimals: 1 },
    ]);
  });

  test("that is kept tells that; one of fewer than ten deaths that there were none", () => {
    expect(told(rateKept("area:26"))).toMatchObject([{ tells: "kept" }]);
    const few = figureOf({ ...rateKept("area:26"), ...notShown("unreliable", "fewer-than-10-events") });
    expect(told(few)).toMatchObject([{ tells: "count", count: 0 }]);
  });

  test("that could not be made tells nothing", () => {
    expect(told(figureOf({ ...rateKept("area:26"), ...notShown("missing", "not-computable") }))).toEqual([]);
  });
});

describe("a weighted rate", () => {
  const made = directRate({ events: [20, 20], personYears: [1000, 9000], standardPopulation: [500, 500] });
  const adjusted = (more: Partial<Figure> = {}) => {
    if (isUndefined(made)) throw new Error(made.message);
    const { value, lower, upper } = made;
    return figureOf({
      ...{ indicator: "death-rate-adjusted", method: "direct-fay-feuer", value, lower, upper },
      ...(more as object),
    });
  };

  test("tells that there were at least as many deaths as its range bears out: 25 of 40", () => {
    expect(told(adjusted())).toEqual([{ ages: "deaths to the end", tells: "at-least", count: 25 }]);
  });

  test("tells that there were more than are kept, though it is too unsure to show", () => {
    expect(told(adjusted(notShown("unreliable", "interval-too-wide")))).toMatchObject([
      { tells: "at-least", count: 11 },
    ]);
    expect(told(adjusted(notShown("unreliable", "doubtful-estimate")))).toEqual([]);
  });

  test("of a publisher tells nothing by itself; that it is kept, it does", () => {
    expect(told(adjusted({ method: "as-published" }))).toEqual([]);
    const kept = adjusted({ method: "as-published", ...notShown("suppressed", "protects-people") });
    expect(told(kept)).toEqual([{ ages: "deaths to the end", tells: "kept" }]);
  });
});

describe("years of life lost", () => {
  const made = yearsOfLifeLost({ ages: [0, 25, 75], deaths: [12, 40, 90], personYears: [9000, 18_000, 2000] });
  if (isUndefined(made)) throw new Error(made.message);
  const { value, lower, upper } = made.rate;
  const lost = (more: object = {}) =>
    figureOf({ indicator: "years-of-life-lost", method: "years-of-life-lost-75", value, lower, upper, ...more });

  test("tell how many died early at the least, and so how many died", () => {
    // (12 · 62.5 + 40 · 25)² / (12 · 62.5² + 40 · 25²) is 42.6, by hand.
    expect(told(lost())).toEqual([
      { ages: "deaths to 75", tells: "at-least", count: 43 },
      { ages: "deaths to the end", tells: "at-least", count: 43 },
    ]);
  });

  test("are about early deaths where they are kept, too", () => {
    expect(told(lost(notShown("suppressed", "protects-people")))).toEqual([{ ages: "deaths to 75", tells: "kept" }]);
    expect(told(lost(notShown("unreliable", "fewer-than-10-events")))).toEqual([
      { ages: "deaths to 75", tells: "count", count: 0 },
    ]);
  });
});

test("a computed life expectancy tells that there were more deaths than are kept; a published one nothing", () => {
  expect(told(figureOf({ indicator: "life-expectancy-computed", method: "chiang-silcocks" }))).toEqual([
    { ages: "deaths to the end", tells: "at-least", count: 11 },
  ]);
  expect(told(figureOf())).toEqual([]);
});

test("people are counted as they stand", () => {
  expect(told(peopleShown("area:26", 18_001))).toEqual([{ ages: "people to the end", tells: "count", count: 18_001 }]);
  const kept = figureOf({ ...peopleShown("area:26", 8), ...notShown("suppressed", "protects-people") });
  expect(told(kept)).toEqual([{ ages: "people to the end", tells: "kept" }]);
});

describe("rows of a source", () => {
  const deaths = sourceRowOf({ measure: "deaths", value: 57, ageFrom: 15, ageBelow: 25, sex: "male", cause: "stroke" });

  test("tell counts by age, sex and cause, and which of them are kept", () => {
    expect(toldByRows([deaths, { ...deaths, value: null, state: "suppressed" }])).toMatchObject([
      { name: { of: "deaths", ageFrom: 15, ageBelow: 25, sex: "male", cause: "stroke" }, tells: "count", count: 57 },
      { name: { of: "deaths" }, tells: "kept" },
    ]);
    expect(toldByRows([{ ...deaths, value: null, state: "missing" }])).toEqual([]);
    expect(toldByRows([sourceRowOf({ measure: "population", value: 900 })])).toMatchObject([
      { name: { of: "people" }, tells: "count", count: 900 },
    ]);
  });

  test("tell rates with as many decimals as the file prints", () => {
    const rates = [46.7, 120].map((value) => sourceRowOf({ measure: "crude-death-rate-per-100k", value }));
    expect(toldByRows(rates)).toMatchObject([
      { tells: "rate", per100k: 46.7, decimals: 1 },
      { tells: "rate", per100k: 120, decimals: 1 },
    ]);
  });

  test("of life expectancy tell no count", () => {
    expect(toldByRows([sourceRowOf()])).toEqual([]);
  });
});

test("the limits of the test's own rates are those that the program makes", () => {
  const rate = crudeRate({ events: 57, personYears: 100_000 });
  if (isUndefined(rate)) throw new Error(rate.message);
  expect(rateShown("area:26", 57)).toMatchObject({ value: rate.value, lower: rate.lower, upper: rate.upper });
});
