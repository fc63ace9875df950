import { describe, expect, test } from "vitest";
import type { Figure } from "../figures/figure.ts";
import type { SourceRow } from "../releases/release-content.ts";
import { figureOf, sourceRowOf as row } from "../releases/testing.ts";
import { withheldRows } from "./withheld-rows.rules.ts";

const suppressed: Partial<Figure> = {
  ...{ indicator: "death-rate-crude", period: { from: 2006, to: 2010 }, cause: "stroke", state: "suppressed" },
  ...{ reason: "protects-people", value: null, lower: null, upper: null, level: null },
  inputs: [
    { dataset: "city-1", rows: 1, observations: [1] },
    { dataset: "people-1", rows: 1, observations: [9] },
  ],
};

const shown = { state: "shown", reason: null, value: 30 } as const;

const ofStroke = { yearFrom: 2006, yearTo: 2010, cause: "stroke" };
const told = (rows: readonly ReturnType<typeof row>[], figures: readonly Figure[], dataset = "city-1") =>
  withheldRows(rows, dataset, figures).map(({ observation, state, value }) => [observation, state, value]);

describe("the rows under a suppressed figure", () => {
  test("are withheld, and with them every rate of the same deaths in the file, whether a figure is made of it or not", () => {
    const rows = [
      row({ ...ofStroke, observation: 1, measure: "deaths", value: 7 }),
      row({ ...ofStroke, observation: 2, measure: "crude-death-rate-per-100k", value: 38.9 }),
      row({ ...ofStroke, observation: 3, measure: "adjusted-death-rate-per-100k", value: 41.2 }),
      row({ ...ofStroke, observation: 4, measure: "ypll-rate-per-100k", value: 120 }),
    ];
    expect(told(rows, [figureOf(suppressed)])).toEqual([1, 2, 3, 4].map((no) => [no, "suppressed", null]));
    expect(withheldRows(rows, "city-1", [figureOf(suppressed)])[1]).toMatchObject({ lower: null, upper: null });
  });

  test("by age, by year and by sex are withheld too: they add to it", () => {
    const part = { cause: "stroke", measure: "deaths", value: 3, yearFrom: 2008, yearTo: 2008 };
    const rows = [
      row({ ...part, observation: 1, ageFrom: 0, ageBelow: 65 }),
      row({ ...part, observation: 2, ageFrom: 65 }),
      row({ ...part, observation: 3, sex: "female" }),
    ];
    expect(told(rows, [figureOf(suppressed)]).map(([, state]) => state)).toEqual(Array(3).fill("suppressed"));
  });

  test("of the other sex, another cause, place or time stay", () => {
    const women = figureOf({ ...suppressed, sex: "female" });
    const others = [
      figureOf({ ...women, sex: "male", ...shown }),
      figureOf({ ...women, subject: "area:27", ...shown }),
      figureOf({ ...women, period: { from: 2001, to: 2005 }, ...shown }),
    ];
    const rows = [
      row({ ...ofStroke, observation: 1, measure: "deaths", sex: "male", value: 30 }),
      row({ ...ofStroke, observation: 2, measure: "deaths", sex: "female", cause: "all", value: 300 }),
      row({ ...ofStroke, observation: 3, measure: "deaths", sex: "female", place: "area:27", value: 31 }),
      row({ ...ofStroke, observation: 4, measure: "deaths", sex: "female", yearFrom: 2001, yearTo: 2005, value: 32 }),
      row({ ...ofStroke, observation: 5, measure: "deaths", sex: "female", value: 7 }),
    ];
    expect(told(rows, [women, ...others]).map(([, , value]) => value)).toEqual([30, 300, 31, 32, null]);
  });

  test("are not its people: how many live there is no secret", () => {
    const people = row({ observation: 9, measure: "population", value: 18_001, yearFrom: 2008, yearTo: 2008 });
    expect(told([people], [figureOf({ ...suppressed, cause: "all" })], "people-1")).toEqual([[9, "shown", 18_001]]);
  });

  test("are its people where it is the count of people", () => {
    const few = figureOf({
      ...{ ...suppressed, indicator: "population", cause: "all", period: { from: 2010, to: 2010 } },
      inputs: [{ dataset: "people-1", rows: 1, observations: [9] }],
    });
    const rows = [row({ observation: 9, measure: "population", value: 8 }), row({ observation: 10, value: 68.8 })];
    expect(told(rows, [few], "people-1")).toEqual([
      [9, "suppressed", null],
      [10, "shown", 68.8],
    ]);
  });

  test("in another file are kept too, and a file on which no figure rests shows none", () => {
    const rows = [row({ ...ofStroke, observation: 1, measure: "deaths", value: 7 })];
    const another = figureOf({ subject: "area:9", inputs: [{ dataset: "other-1", rows: 1, observations: [9] }] });
    expect(told(rows, [figureOf(suppressed), another], "other-1")).toEqual([[1, "suppressed", null]]);
    expect(told(rows, [figureOf(suppressed)], "other-1")).toEqual([]);
  });

  test("stay where it is only too unsure: that protects nobody", () => {
    const unsure = figureOf({ ...suppressed, state: "unreliable", reason: "interval-too-wide" });
    const rows = [row({ ...ofStroke, observation: 1, measure: "deaths", value: 12 })];
    expect(told(rows, [unsure])).toEqual([[1, "shown", 12]]);
  });
});

describe("counts that are finer than figures", () => {
  const rate = figureOf({
    indicator: "death-rate-crude",
    period: { from: 2006, to: 2010 },
    cause: "stroke",
    value: 60,
  });
  const of = (observation: number, value: number | null, more: Partial<SourceRow> = {}) =>
    row({ ...ofStroke, observation, measure: "deaths", value, ...more });
  const states = (rows: readonly SourceRow[]) => told(rows, [rate]).map(([, , value]) => value);

  test("are kept, all of a cause, where one of them is small: the rest would tell it", () => {
    const ages = [of(1, 7, { ageFrom: 0, ageBelow: 65 }), of(2, 53, { ageFrom: 65 }), of(3, 60)];
    expect(states(ages)).toEqual([null, null, 60]);
    const years = [2006, 2007, 2008].map((year, i) => of(i, [7, 20, 33][i]!, { yearFrom: year, yearTo: year }));
    expect(states([...years, of(9, 60)])).toEqual([null, null, null, 60]);
  });

  test("are kept elsewhere, too: another place's by age would tell the city's", () => {
    const ages = [of(1, 7, { ageFrom: 0, ageBelow: 65 }), of(2, 30, { ageFrom: 0, ageBelow: 65, place: "area:27" })];
    expect(states(ages)).toEqual([null, null]);
  });

  test("are kept where the publisher kept one of them", () => {
    const ages = [of(1, null, { ageFrom: 0, ageBelow: 65, state: "suppressed" }), of(2, 53, { ageFrom: 65 })];
    expect(states(ages)).toEqual([null, null]);
  });

  test("are shown where none of them is small, and so are those of another cause", () => {
    const ages = [of(1, 27, { ageFrom: 0, ageBelow: 65 }), of(2, 33, { ageFrom: 65 })];
    expect(states(ages)).toEqual([27, 33]);
    expect(states([...ages, of(3, 4, { cause: "homicide", place: "area:9" })])).toEqual([27, 33, null]);
  });

  test("take the rates of the same deaths with them", () => {
    const rates = ["crude-death-rate-per-100k", "adjusted-death-rate-per-100k", "ypll-rate-per-100k"];
    const rows = [
      of(1, 4, { place: "area:9" }),
      ...rates.map((measure, i) => of(2 + i, 40, { measure, place: "area:9" })),
      of(8, 40, { measure: "crude-death-rate-per-100k", place: "area:9", sex: "female" }),
    ];
    expect(states(rows)).toEqual([null, null, null, null, 40]);
  });
});

describe("a doubtful row", () => {
  const dunning = row({
    observation: 17,
    place: "area:17",
    value: 79.8,
    lower: 70,
    upper: 72.7,
    doubt: "estimate-outside-interval",
  });
  const inputs = [{ dataset: "city-1", rows: 1, observations: [17] }] as const;
  const elsewhere = figureOf({ subject: "area:9", inputs: [{ dataset: "city-1", rows: 1, observations: [9] }] });

  test("is withheld with its figure, and keeps the reason", () => {
    const undecided = figureOf({
      subject: "area:17",
      state: "unreliable",
      reason: "doubtful-estimate",
      value: null,
      inputs,
    });
    expect(withheldRows([dunning], "city-1", [undecided])).toEqual([
      { ...dunning, state: "unreliable", value: null, lower: null, upper: null },
    ]);
  });

  test("is shown once its figure is", () => {
    expect(withheldRows([dunning], "city-1", [figureOf({ subject: "area:17", value: 79.8, inputs })])).toEqual([
      dunning,
    ]);
  });

  test("of which no figure is made is withheld", () => {
    expect(told([dunning], [elsewhere])).toEqual([[17, "unreliable", null]]);
  });

  test("of a publisher who gave no value keeps the publisher's state", () => {
    const blank = row({ ...dunning, state: "missing", value: null, lower: null, upper: null });
    expect(told([blank], [elsewhere])).toEqual([[17, "missing", null]]);
  });
});
