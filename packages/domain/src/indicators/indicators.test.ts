import { lifeExpectancy } from "@evenspan/stats";
import { describe, expect, test } from "vitest";
import { methodByKey, methods } from "../figures/methods.ts";
import { deathRateAdjusted } from "./death-rate-adjusted.indicator.ts";
import { deathRateCrude } from "./death-rate-crude.indicator.ts";
import { figureId } from "./draft.ts";
import { hardship } from "./hardship.indicator.ts";
import { indicatorByKey, indicators } from "./indicators.ts";
import { lifeExpectancyPublished } from "./life-expectancy.indicator.ts";
import { lifeExpectancyComputed } from "./life-expectancy-computed.indicator.ts";
import { lifeExpectancyGap, lifeExpectancyGapComputed } from "./life-expectancy-gap.indicator.ts";
import { population } from "./population.indicator.ts";
import type { Readings } from "./readings.ts";
import { counted, dataset, made, observed, placeSet, readingsOf } from "./testing.ts";
import { yearsOfLifeLostRate } from "./years-of-life-lost.indicator.ts";

const deaths = (ages: Parameters<typeof counted>[0]["ages"], more: Partial<Parameters<typeof counted>[0]> = {}) =>
  counted({ dataset: "deaths", place: "area:26", from: 2010, ages, ...more });
const people = (ages: Parameters<typeof counted>[0]["ages"], more: Partial<Parameters<typeof counted>[0]> = {}) =>
  counted({ dataset: "people", place: "area:26", from: 2010, ages, ...more });

const files = [dataset("deaths"), dataset("people")];
const of = (given: Partial<Readings>): Readings => readingsOf({ datasets: files, ...given });

/** 565 deaths, of whom 65 were under 65, among 75,000 people. */
const small = of({ deaths: deaths({ 0: 65, 65: 500 }), people: people({ 0: 65_000, 65: 10_000 }) });

describe("the list of indicators", () => {
  test("has no key twice, and finds each by its key", () => {
    expect(new Set(indicators.map(({ key }) => key)).size).toBe(indicators.length);
    for (const one of indicators) expect(indicatorByKey(one.key)).toBe(one);
    expect(indicatorByKey("happiness")).toBeNull();
  });

  test("says each thing in both languages", () => {
    for (const { title, term, meaning } of indicators)
      for (const text of [title, term, meaning]) {
        expect(text.en.length).toBeGreaterThan(0);
        expect(text.es).not.toBe(text.en);
      }
  });

  test("makes nothing of nothing", () => {
    for (const one of indicators) expect(one.make(readingsOf({}))).toEqual([]);
  });
});

describe("the id of a figure", () => {
  test("names indicator, subject, period, sex and cause, and one year once", () => {
    const naming = { subject: "area:26", sex: "female", cause: "stroke" } as const;
    expect(figureId("death-rate-crude", { ...naming, period: { from: 2006, to: 2010 } })).toBe(
      "death-rate-crude/area:26/2006-2010/female/stroke",
    );
    expect(figureId("death-rate-crude", { ...naming, period: { from: 2010, to: 2010 } })).toBe(
      "death-rate-crude/area:26/2010/female/stroke",
    );
  });
});

describe("life expectancy computed here", () => {
  const id = "life-expectancy-computed/area:26/2010/all/all";

  test("of two bands is what pencil and paper give", () => {
    // M0 = 65/65,000 = 0.001; a = 0.1 from birth: q = 65·0.001 / (1 + 65·0.9·0.001) = 0.065/1.0585 = 0.0614076523.
    // L0 = 65·(1 - 0.9q) = 61.4076523; open band: (1 - q)/0.05 = 18.7718470; together 80.1794993.
    expect(made(lifeExpectancyComputed, small, id).value).toBeCloseTo(80.1794993, 6);
  });

  test("is the statistics' own answer, with Silcocks' variance, and rests on both files", () => {
    const answer = lifeExpectancy({ ages: [0, 65], deaths: [65, 500], personYears: [65_000, 10_000] });
    const figure = made(lifeExpectancyComputed, small, id);
    if ("undefined" in answer) throw new Error(answer.undefined);
    expect([figure.value, figure.lower, figure.upper]).toEqual([answer.value, answer.lower, answer.upper]);
    expect(figure).toMatchObject({
      ...{ state: "shown", reason: null, level: 0.95, unit: "years", method: "chiang-silcocks", origin: "computed" },
      ...{ indicator: "life-expectancy-computed", indicatorVersion: 1, subject: "area:26", sex: "all", cause: "all" },
      inputs: [
        { dataset: "deaths", rows: 2 },
        { dataset: "people", rows: 2 },
      ],
      basis: { events: 565, people: 75_000, doubt: null, decision: null },
    });
  });

  test("does not exist where nobody died in the open band, and is not 0", () => {
    const nobody = of({ deaths: deaths({ 0: 65, 65: 0 }), people: people({ 0: 65_000, 65: 10_000 }) });
    expect(made(lifeExpectancyComputed, nobody, id)).toMatchObject({
      ...{ state: "missing", reason: "not-computable", value: null, lower: null, upper: null, level: null },
    });
  });

  test("is of all causes only, and needs ages", () => {
    const stroke = of({
      deaths: deaths({ 0: 1, 65: 50 }, { cause: "stroke" }),
      people: people({ 0: 65_000, 65: 10_000 }),
    });
    expect(lifeExpectancyComputed.make(stroke)).toEqual([]);
    expect(lifeExpectancyComputed.make(of({ deaths: deaths(565), people: people(75_000) }))).toEqual([]);
  });

  test("is that of the later file where two files count the same deaths", () => {
    const revised = counted({ dataset: "revised", place: "area:26", from: 2010, ages: { 0: 65, 65: 600 } });
    const both = of({
      datasets: [...files, dataset("revised")],
      deaths: [...deaths({ 0: 65, 65: 500 }), ...revised],
      people: people({ 0: 65_000, 65: 10_000 }),
    });
    expect(made(lifeExpectancyComputed, both, id)).toMatchObject({ basis: { events: 665 } });
  });
});

describe("the crude death rate", () => {
  const id = "death-rate-crude/area:26/2010/all/all";

  test("of 20 deaths among 100,000 is 20.0, with Garwood's exact limits 12.2 and 30.9", () => {
    const figure = made(deathRateCrude, of({ deaths: deaths(20), people: people(100_000) }), id);
    // Tables of exact Poisson limits give 12.217 and 30.888 for a count of 20.
    expect([figure.value, figure.lower!.toFixed(3), figure.upper!.toFixed(3)]).toEqual([20, "12.217", "30.888"]);
    expect(figure).toMatchObject({ method: "crude-exact", unit: "per-100k", level: 0.95 });
  });

  test("of no deaths is 0, from 0 to 3.7 in 100,000: that is an answer", () => {
    const figure = made(deathRateCrude, of({ deaths: deaths(0), people: people(100_000) }), id);
    // The upper limit of no events is -ln(0.025) = 3.688879.
    expect([figure.value, figure.lower, figure.upper!.toFixed(6)]).toEqual([0, 0, "3.688879"]);
  });

  test("of the City's own file follows the City's rule: limits grow out of the rate rounded to 0.1", () => {
    const city = [dataset("deaths", { sourceKey: "chicago-causes-of-death", origin: "published" }), dataset("people")];
    const figure = made(deathRateCrude, of({ datasets: city, deaths: deaths(565), people: people(75_000) }), id);
    // 565/75,000 = 753.333…, rounded 753.3; 1.959964 · 753.3 / √565 = 62.1143.
    expect([figure.value, figure.lower!.toFixed(3), figure.upper!.toFixed(3)]).toEqual([753.3, "691.186", "815.414"]);
    expect(figure).toMatchObject({ method: "crude-chicago-2006-2010", origin: "computed" });
  });

  test("of another's file with the same counts does not", () => {
    const figure = made(deathRateCrude, small, id);
    expect(figure.value).toBeCloseTo(753.3333, 4);
    expect(figure.method).toBe("crude-exact");
  });

  test("is made for each sex and cause that the file tells", () => {
    const readings = of({
      deaths: [...deaths(30, { sex: "female", cause: "stroke" }), ...deaths(20, { sex: "male", cause: "stroke" })],
      people: [...people(50_000, { sex: "female" }), ...people(40_000, { sex: "male" })],
    });
    expect(deathRateCrude.make(readings).map(({ id, value }) => [id, value!.toFixed(3)])).toEqual([
      ["death-rate-crude/area:26/2010/female/stroke", "60.000"],
      ["death-rate-crude/area:26/2010/male/stroke", "50.000"],
      ["death-rate-crude/area:26/2010/all/stroke", "55.556"],
    ]);
  });
});

describe("the age-adjusted death rate", () => {
  const id = "death-rate-adjusted/area:26/2010/all/all";
  const rate = { datasetId: "published", measure: "adjusted-death-rate-per-100k", placeId: "area:26" } as const;

  test("weighs each age as the United States of 2000, in the bands that table and standard share", () => {
    // Of the standard million 873,613 are under 65 and 126,387 are not: 0.873613·100 + 0.126387·5,000 = 719.2963.
    const figure = made(deathRateAdjusted, small, id);
    expect(figure.value).toBeCloseTo(719.2963, 8);
    expect(figure).toMatchObject({ method: "direct-fay-feuer", unit: "per-100k", basis: { events: 565 } });
  });

  test("is not told where nothing but birth is shared", () => {
    const odd = of({ deaths: deaths({ 0: 65, 60: 500 }), people: people({ 0: 65_000, 60: 10_000 }) });
    expect(made(deathRateAdjusted, odd, id)).toMatchObject({ state: "missing", reason: "not-computable", value: null });
  });

  test("is the published one where there is one, though ages are at hand", () => {
    const values = [observed({ ...rate, value: 712.4, lower: 660, upper: 768 })];
    const figure = made(deathRateAdjusted, of({ ...small, datasets: [dataset("published"), ...files], values }), id);
    expect(figure).toMatchObject({ value: 712.4, method: "as-published", inputs: [{ dataset: "published", rows: 1 }] });
  });

  test("is ours where the publisher's cell is blank, and not where the publisher withheld it", () => {
    const datasets = [dataset("published"), ...files];
    const blank = of({ ...small, datasets, values: [observed({ ...rate, value: null })] });
    expect(made(deathRateAdjusted, blank, id).method).toBe("direct-fay-feuer");
    const kept = of({ ...small, datasets, values: [observed({ ...rate, value: null, state: "suppressed" })] });
    expect(made(deathRateAdjusted, kept, id)).toMatchObject({ state: "suppressed", reason: "withheld-by-publisher" });
  });

  test("published beside a count is judged by that count: seven deaths are seven", () => {
    const values = [observed({ ...rate, datasetId: "deaths", value: 9.4, lower: 5, upper: 14 })];
    const figure = made(deathRateAdjusted, of({ deaths: deaths(7), people: people(75_000), values }), id);
    expect(figure.basis.events).toBe(7);
  });

  test("published beside counts by age is not judged by those of the oldest alone", () => {
    const values = [observed({ ...rate, datasetId: "deaths", value: 719, lower: 650, upper: 790 })];
    const figure = made(
      deathRateAdjusted,
      of({ deaths: deaths({ 0: 65, 65: 3 }), people: people(75_000), values }),
      id,
    );
    expect(figure.basis.events).not.toBe(3);
  });
});

describe("years of life lost before 75", () => {
  const id = "years-of-life-lost/area:26/2010/all/all";
  const readings = of({
    deaths: deaths({ 0: 4, 25: 10, 75: 90 }),
    people: people({ 0: 9_000, 25: 18_000, 75: 2_000 }),
  });

  test("count the years from the middle of each band to 75, over the people under 75", () => {
    // 4·(75 - 12.5) + 10·(75 - 50) = 500 years; 500/27,000 = 1,851.85 per 100,000.
    // √(4·62.5² + 10·25²) = 147.902; 1.959964 · 147.902/27,000 = 1,073.64 per 100,000.
    const figure = made(yearsOfLifeLostRate, readings, id);
    expect(figure.value).toBeCloseTo(1851.8519, 4);
    expect([figure.lower!.toFixed(2), figure.upper!.toFixed(2)]).toEqual(["778.21", "2925.49"]);
  });

  test("rest on the 14 deaths and 27,000 people under 75, not on all 104 and 29,000", () => {
    expect(made(yearsOfLifeLostRate, readings, id).basis).toMatchObject({ events: 14, people: 27_000 });
  });

  test("are not told where no band begins at 75", () => {
    expect(yearsOfLifeLostRate.make(small)).toEqual([]);
  });
});

describe("the gap of published life expectancies", () => {
  const loop = { datasetId: "city", measure: "life-expectancy-years", placeId: "area:32" } as const;
  const garfield = { ...loop, placeId: "area:26" } as const;
  const city = [dataset("city", { origin: "published" })];
  const pairs = [{ high: "area:32", low: "area:26" }] as const;
  const id = "life-expectancy-gap/gap:area:32>area:26/2010/all/all";

  test("of 2010 is 16.2 years, 13.9 to 18.5", () => {
    // Half widths 1.4 and (70.6 - 66.9)/2 = 1.85: √(1.4² + 1.85²) = 2.32004.
    const values = [
      observed({ ...loop, value: 85.0, lower: 83.6, upper: 86.4 }),
      observed({ ...garfield, value: 68.8, lower: 66.9, upper: 70.6 }),
    ];
    const figure = made(lifeExpectancyGap, readingsOf({ datasets: city, values, pairs }), id);
    expect(figure.value).toBeCloseTo(16.2, 10);
    expect(figure.lower).toBeCloseTo(16.2 - Math.sqrt(1.96 + 3.4225), 10);
    expect(figure.upper).toBeCloseTo(16.2 + Math.sqrt(1.96 + 3.4225), 10);
    expect([figure.lower!.toFixed(1), figure.upper!.toFixed(1)]).toEqual(["13.9", "18.5"]);
    expect(figure).toMatchObject({
      ...{ origin: "computed", method: "difference-of-independent", level: 0.95, unit: "years" },
      inputs: [{ figure: "life-expectancy/area:32/2010/all/all" }, { figure: "life-expectancy/area:26/2010/all/all" }],
    });
  });

  test("is told without an interval where one end has none", () => {
    const values = [observed({ ...loop, value: 87.3 }), observed({ ...garfield, value: 66.6, lower: 65, upper: 68 })];
    const figure = made(lifeExpectancyGap, readingsOf({ datasets: city, values, pairs }), id);
    expect(figure.value).toBeCloseTo(20.7, 10);
    expect([figure.lower, figure.upper, figure.level]).toEqual([null, null, null]);
  });

  test("joins the same period only, and men are not held against everyone", () => {
    const values = [
      observed({ ...loop, value: 85, yearFrom: 2009, yearTo: 2009 }),
      observed({ ...loop, value: 83, yearFrom: 2006, yearTo: 2010 }),
      observed({ ...loop, value: 83, sex: "male" }),
      observed({ ...garfield, value: 68.8 }),
    ];
    expect(lifeExpectancyGap.make(readingsOf({ datasets: city, values, pairs }))).toEqual([]);
  });

  test("does not exist where an end is missing, and is not 0", () => {
    const values = [observed({ ...loop, value: 85 }), observed({ ...garfield, value: null })];
    expect(made(lifeExpectancyGap, readingsOf({ datasets: city, values, pairs }), id)).toMatchObject({
      ...{ state: "missing", reason: "not-computable", value: null },
    });
  });

  test("does not exist where an estimate lies outside its own limits, as Dunning's of 2010 does", () => {
    const values = [
      observed({ ...loop, value: 79.8, lower: 70.0, upper: 72.7, doubt: "estimate-outside-interval" }),
      observed({ ...garfield, value: 68.8, lower: 66.9, upper: 70.6 }),
    ];
    expect(made(lifeExpectancyGap, readingsOf({ datasets: city, values, pairs }), id)).toMatchObject({
      reason: "not-computable",
    });
  });

  test.each([
    ["published", "published", "computed"],
    ["published", "reported", "reported"],
    ["reported", "synthetic", "synthetic"],
    ["synthetic", "published", "synthetic"],
  ] as const)("of a %s and a %s end is %s", (high, low, origin) => {
    const datasets = [dataset("one", { origin: high }), dataset("other", { origin: low })];
    const values = [
      observed({ ...loop, datasetId: "one", value: 85 }),
      observed({ ...garfield, datasetId: "other", value: 68.8 }),
    ];
    expect(made(lifeExpectancyGap, readingsOf({ datasets, values, pairs }), id).origin).toBe(origin);
  });
});

describe("the gap of life expectancies computed here", () => {
  test("can be between a place and a set of places", () => {
    const places = ["area:26", "area:27", "area:32"] as const;
    const dead = { "area:26": 500, "area:27": 700, "area:32": 300 };
    const readings = of({
      deaths: places.flatMap((place) => deaths({ 0: 65, 65: dead[place] }, { place })),
      people: places.flatMap((place) => people({ 0: 65_000, 65: 10_000 }, { place })),
      placeSets: [placeSet("west-side", "area:26", "area:27")],
      pairs: [{ high: "area:32", low: "set:west-side@1" }],
    });
    const figure = made(
      lifeExpectancyGapComputed,
      readings,
      "life-expectancy-gap-computed/gap:area:32>set:west-side@1/2010/all/all",
    );
    // Under 65 all are alike. Open bands: 0.9385923/0.03 = 31.2864 and 0.9385923/0.06 = 15.6432; the difference 15.6432.
    expect(figure.value).toBeCloseTo(15.6432, 4);
    expect(figure.lower).toBeLessThan(figure.value!);
    expect(figure.inputs).toEqual([
      { figure: "life-expectancy-computed/area:32/2010/all/all" },
      { figure: "life-expectancy-computed/set:west-side@1/2010/all/all" },
    ]);
  });
});

describe("people", () => {
  const westSide = placeSet("west-side", "area:26", "area:27");

  test("of a place are all ages and both sexes added", () => {
    const readings = of({
      people: [...people({ 0: 40, 65: 9 }, { sex: "female" }), ...people({ 0: 35, 65: 5 }, { sex: "male" })],
    });
    expect(made(population, readings, "population/area:26/2010/all/all")).toMatchObject({
      ...{
        value: 89,
        lower: null,
        level: null,
        unit: "people",
        origin: "computed",
        basis: { events: null, people: 89 },
      },
      inputs: [{ dataset: "people", rows: 4 }],
    });
  });

  test("of a set are those of all of its places, added here even where each was published", () => {
    const readings = of({
      datasets: [dataset("people", { origin: "published" })],
      people: [...people(18_001), ...people(20_567, { place: "area:27" })],
      placeSets: [westSide],
    });
    expect(made(population, readings, "population/set:west-side@1/2010/all/all")).toMatchObject({
      ...{ value: 38_568, method: "sum-of-places", origin: "computed" },
    });
    expect(made(population, readings, "population/area:26/2010/all/all")).toMatchObject({
      ...{ method: "as-published", origin: "published" },
    });
  });

  test("of a set are not told where one place is missing or not known", () => {
    const sets = { placeSets: [westSide] };
    const ids = (readings: Readings) => population.make(readings).map(({ id }) => id);
    expect(ids(of({ people: people(18_001), ...sets }))).toEqual(["population/area:26/2010/all/all"]);
    const withheld = [...people(18_001), ...people(null, { place: "area:27" })];
    expect(ids(of({ people: withheld, ...sets }))).toEqual(["population/area:26/2010/all/all"]);
  });

  test("of one year and of a span that begins with it are two figures", () => {
    const readings = of({ people: [...people(18_001), ...people(17_500, { to: 2014 })] });
    expect(population.make(readings).map(({ id, value }) => [id, value])).toEqual([
      ["population/area:26/2010/all/all", 18_001],
      ["population/area:26/2010-2014/all/all", 17_500],
    ]);
  });

  test("are those of the later file where two count the same year", () => {
    const later = counted({ dataset: "later", place: "area:26", from: 2010, ages: 18_500 });
    const readings = of({ datasets: [dataset("people"), dataset("later")], people: [...people(18_001), ...later] });
    expect(made(population, readings, "population/area:26/2010/all/all").value).toBe(18_500);
  });
});

describe("a published value", () => {
  const hardshipOf = { datasetId: "city", measure: "hardship-index", placeId: "area:26" } as const;
  const years = { yearFrom: 2008, yearTo: 2012 };
  const city = [dataset("city", { origin: "published" })];
  const id = "hardship/area:26/2008-2012/all/all";
  const make = (more: Partial<Parameters<typeof observed>[0]>, datasets = city) =>
    hardship.make(readingsOf({ datasets, values: [observed({ ...hardshipOf, ...years, value: 92, ...more })] }))[0];

  test("is passed on as it stands, and points to its one row", () => {
    expect(make({ observationNo: 26 })).toMatchObject({
      ...{ id, value: 92, state: "shown", method: "as-published", origin: "published" },
      inputs: [{ dataset: "city", rows: 1, observations: [26] }],
      basis: { events: null, people: null, doubt: null, decision: null },
    });
  });

  test("with one limit only has no interval", () => {
    expect(make({ lower: 90, upper: null })).toMatchObject({ lower: null, upper: null, level: null });
  });

  test("carries its doubt and what was decided about it to the publication rules", () => {
    const figure = make({ doubt: "publisher-warning", decision: "publish" });
    expect(figure).toMatchObject({ value: 92, basis: { doubt: "publisher-warning", decision: "publish" } });
  });

  test.each([
    ["missing", "no-rows"],
    ["not-collected", "no-rows"],
    ["suppressed", "withheld-by-publisher"],
    ["unreliable", "withheld-by-publisher"],
  ] as const)("that its publisher says is %s has that state, because of %s", (state, reason) => {
    expect(make({ value: null, state })).toMatchObject({ state, reason, value: null });
  });

  test("that does not apply to a place is no figure of it", () => {
    expect(make({ value: null, state: "not-applicable" })).toBeUndefined();
  });

  test.each([
    ["published", null, "published"],
    ["published", "no-source-file", "reported"],
    ["reported", null, "reported"],
    ["synthetic", "no-source-file", "synthetic"],
  ] as const)("of a %s file with the doubt %s is %s", (origin, doubt, expected) => {
    expect(make({ doubt }, [dataset("city", { origin })])?.origin).toBe(expected);
  });

  test("of the later file is heard where two files tell the same", () => {
    const values = [
      observed({ ...hardshipOf, ...years, value: 92 }),
      observed({ ...hardshipOf, ...years, datasetId: "revised", value: 90 }),
    ];
    const readings = readingsOf({ datasets: [...city, dataset("revised")], values });
    expect(made(hardship, readings, id).value).toBe(90);
  });

  test("of another measure is not taken for it", () => {
    const values = [observed({ ...hardshipOf, value: 92 })];
    expect(lifeExpectancyPublished.make(readingsOf({ datasets: city, values }))).toEqual([]);
  });

  test("of hardship is not judged by the deaths that stand in the same file", () => {
    const dead = counted({ dataset: "city", place: "area:26", from: 2008, to: 2012, ages: 7 });
    const values = [observed({ ...hardshipOf, ...years, value: 92 })];
    expect(hardship.make(readingsOf({ datasets: city, deaths: dead, values }))[0]!.basis.events).toBeNull();
  });
});

describe("what a figure from two files is worth", () => {
  test.each([
    ["published", "published", "computed"],
    ["office", "published", "computed"],
    ["reported", "office", "reported"],
    ["synthetic", "synthetic", "synthetic"],
  ] as const)("%s deaths over %s people: %s", (ofDeaths, ofPeople, origin) => {
    const datasets = [dataset("deaths", { origin: ofDeaths }), dataset("people", { origin: ofPeople })];
    expect(deathRateCrude.make(of({ ...small, datasets }))[0]!.origin).toBe(origin);
  });
});

test("each method that a figure names is explained, and no other", () => {
  const named = indicators.flatMap((one) => one.make(small).map(({ method }) => method));
  expect(new Set(named)).toEqual(new Set(["chiang-silcocks", "direct-fay-feuer", "crude-exact", "as-published"]));
  const others = ["difference-of-independent", "crude-chicago-2006-2010", "years-of-life-lost-75", "sum-of-places"];
  expect(methods.map(({ key }) => key).sort()).toEqual([...new Set([...named, ...others])].sort());
  for (const method of methods) expect(methodByKey(method.key)).toBe(method);
  expect(methodByKey("guessing")).toBeNull();
});

test("an input opens its first 400 rows in order, and tells how many there are", () => {
  const readings = of({
    people: Array.from({ length: 500 }, (_, i) => people({ 0: 1, 65: 1 }, { from: 1999 - i })).flat(),
    deaths: deaths(40, { from: 1500, to: 1999 }),
  });
  const [, input] = deathRateCrude.make(readings)[0]!.inputs;
  if (!input || !("dataset" in input)) throw new Error("people come second");
  expect([input.rows, input.observations.length]).toEqual([1000, 400]);
  expect([...input.observations].sort((a, b) => a - b)).toEqual(input.observations);
});
