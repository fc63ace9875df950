import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import { gammaUpperTail } from "../distributions/gamma.ts";
import { poissonCdf, poissonProbability } from "../distributions/poisson.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { type CrudeRateMethod, crudeRate } from "./crude-rate.ts";
import { directRate } from "./direct-rate.ts";
import { mean, weightedMean } from "./mean.ts";
import { proportion, surveyProportion } from "./proportion.ts";
import { crudeRates, rateAt, standardisedRates } from "./rate-columns.ts";
import { rateDifference, rateRatio, standardisedRateDifference, standardisedRateRatio } from "./rate-comparison.ts";
import { repeatEventRate } from "./repeat-event-rate.ts";
import { europe2013, us2000In11Bands, us2000In18Bands, us2000In19Bands } from "./standard-populations.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

describe("limits of a crude rate are what their definition says", () => {
  const at = (events: number, method: CrudeRateMethod, level = 0.95) =>
    shown(crudeRate({ events, personYears: 1 }, { per: 1, method, level }));
  test.each([1, 7, 40, 900])("exact limits of %i leave 2.5%% in each tail", (events) => {
    const { lower, upper } = at(events, "exact");
    expect(poissonCdf(events, upper)).toBeCloseTo(0.025, 12);
    expect(1 - poissonCdf(events - 1, lower)).toBeCloseTo(0.025, 12);
  });
  test.each([1, 7, 40])("mid-p limits of %i count half of what was seen", (events) => {
    const { lower, upper } = at(events, "mid-p");
    expect(poissonCdf(events, upper) - poissonProbability(events, upper) / 2).toBeCloseTo(0.025, 12);
    expect(poissonCdf(events, lower) - poissonProbability(events, lower) / 2).toBeCloseTo(0.975, 12);
  });
  test.each([1, 7, 40])("score limits of %i lie z deviations away", (events) => {
    const { lower, upper } = at(events, "score");
    expect((events - lower) / Math.sqrt(lower)).toBeCloseTo(1.959963984540054, 12);
    expect((upper - events) / Math.sqrt(upper)).toBeCloseTo(1.959963984540054, 12);
  });
  test("Jeffreys limits are gamma quantiles", () => {
    expect(gammaUpperTail(at(4, "jeffreys").upper, 4.5)).toBeCloseTo(0.025, 12);
    expect(at(0, "jeffreys").lower).toBe(0);
    expect(at(0, "mid-p").upper).toBeCloseTo(-Math.log(0.05), 12);
    expect(at(0, "score").upper).toBeCloseTo(1.959963984540054 ** 2, 12);
  });
  test("log-normal limits multiply and divide by the same factor", () => {
    const { lower, upper } = at(16, "log-normal");
    expect(lower * upper).toBeCloseTo(256, 10);
    expect(told(crudeRate({ events: 0, personYears: 1 }, { method: "log-normal" }))).toBe("no-events");
  });
  test("the OHID hybrid changes from exact to Byar at ten events", () => {
    expect(at(9, "ohid")).toEqual(at(9, "exact"));
    expect(at(10, "ohid")).toEqual(at(10, "byar"));
    expect(at(1, "byar", 0.998).lower).toBe(0);
    expect(at(0, "byar").lower).toBe(0);
    expect(at(0, "byar").upper).toBeCloseTo((1 - 1 / 9 + 1.959963984540054 / 3) ** 3, 12); // Byar with O + 1
  });
  test("Chicago's option rounds first and turns normal at a hundred deaths", () => {
    const rate = (events: number) => shown(crudeRate({ events, personYears: 81234 }, { method: "chicago-2006-2010" }));
    expect(rate(100).value).toBe(123.1);
    expect(rate(100).upper - rate(100).value).toBeCloseTo(1.959963984540054 * 12.31, 10);
    expect(rate(99).lower).toBeCloseTo(
      (121.9 * shown(crudeRate({ events: 99, personYears: 1 }, { per: 1 })).lower) / 99,
      10,
    );
    expect(rate(0).upper).toBeCloseTo((1e5 * 3.688879454113936) / 81234, 8);
  });
  test.each([
    ["negative-events", { events: -1, personYears: 10 }],
    ["no-person-years", { events: 1, personYears: 0 }],
    ["missing-value", { events: Number.NaN, personYears: 10 }],
    ["missing-value", { events: 1, personYears: Number.NaN }],
  ])("%s", (code, of) => {
    expect(told(crudeRate(of))).toBe(code);
    expect(told(rateRatio(of, { events: 1, personYears: 1 }))).toBe(code);
    expect(told(rateDifference({ events: 1, personYears: 1 }, of))).toBe(code);
  });
});

describe("direct standardisation", () => {
  const strata = { events: [2, 30], personYears: [4000, 1000], standardPopulation: [3, 1] };
  test("two strata by hand", () => {
    const rate = shown(directRate(strata, { per: 1, method: "normal" }));
    expect(rate.value).toBeCloseTo(0.75 * (2 / 4000) + 0.25 * (30 / 1000), 15);
    const variance = 2 * (0.75 / 4000) ** 2 + 30 * (0.25 / 1000) ** 2;
    expect(rate.standardError).toBeCloseTo(Math.sqrt(variance), 15);
    expect(rate.upper).toBeCloseTo(rate.value + 1.959963984540054 * Math.sqrt(variance), 15);
  });
  test("no events: Fay and Feuer reach up to −c ln(α/2)", () => {
    const rate = shown(directRate({ ...strata, events: [0, 0] }, { per: 1 }));
    expect(rate.lower).toBe(0);
    expect(rate.upper).toBeCloseTo(-(0.25 / 1000) * Math.log(0.025), 15);
  });
  test.each(["dobson-byar", "anderson-rosenberg", "log-normal"] as const)("no events: no %s limits", (method) => {
    expect(told(directRate({ ...strata, events: [0, 0] }, { method }))).toBe("no-events");
  });
  test.each([
    ["missing-value", { ...strata, events: [2, Number.NaN] }],
    ["negative-events", { ...strata, events: [2, -1] }],
    ["no-person-years", { ...strata, personYears: [4000, 0] }],
    ["no-standard-population", { ...strata, standardPopulation: [0, 0] }],
    ["no-standard-population", { ...strata, standardPopulation: [1, -1] }],
    ["no-standard-population", { ...strata, standardPopulation: [3, -1] }],
  ])("%s", (code, of) => {
    expect(told(directRate(of))).toBe(code);
    const repeated = {
      peopleByFrequency: [of.events],
      personYears: of.personYears,
      standardPopulation: of.standardPopulation,
    };
    expect(told(repeatEventRate(repeated))).toBe(code);
  });
  test("events had once are no repeats, events had twice widen the limits", () => {
    const { events, personYears, standardPopulation } = strata;
    const once = repeatEventRate({ peopleByFrequency: [events], personYears, standardPopulation });
    expect(once).toEqual(directRate(strata, { method: "dobson-byar" }));
    const twice = shown(
      repeatEventRate({
        peopleByFrequency: [
          [0, 0],
          [1, 15],
        ],
        personYears,
        standardPopulation,
      }),
    );
    expect(twice.value).toBeCloseTo(shown(once).value, 10);
    expect(twice.standardError).toBeCloseTo(Math.SQRT2 * shown(once).standardError, 10);
  });
  test("the standard populations sum to what they are known for and agree with each other", () => {
    const sum = (people: readonly number[]) => people.reduce((total, n) => total + n, 0);
    expect(sum(us2000In11Bands.people)).toBe(1_000_000);
    expect(sum(us2000In19Bands.people)).toBe(1_000_000);
    expect(sum(us2000In18Bands.people)).toBe(1_000_000);
    expect(sum(europe2013.people)).toBe(100_000);
    for (const { ages, people } of [us2000In11Bands, us2000In18Bands, us2000In19Bands, europe2013]) {
      expect(people).toHaveLength(ages.length);
    }
    // From ten-year to five-year groups they differ by no more than the rounding of one million.
    const ten = us2000In11Bands.people.slice(2, -1);
    const five = us2000In19Bands.people.slice(2, -1);
    for (const [i, people] of ten.entries()) {
      expect(Math.abs(people - five[2 * i]! - five[2 * i + 1]!)).toBeLessThanOrEqual(1);
    }
  });
});

describe("comparisons", () => {
  test("a difference of crude rates by hand", () => {
    const gap = shown(rateDifference({ events: 9, personYears: 100 }, { events: 16, personYears: 400 }, { per: 1 }));
    expect(gap.value).toBeCloseTo(0.05, 15);
    expect(gap.standardError).toBeCloseTo(Math.sqrt(9 / 1e4 + 16 / 1.6e5), 15);
  });
  test("the ratio of a rate to itself is one, and its limits are reciprocal", () => {
    const one = { events: 12, personYears: 300 };
    for (const method of ["exact", "wald"] as const) {
      const ratio = shown(rateRatio(one, one, { method }));
      expect(ratio.value).toBe(1);
      expect(ratio.lower * ratio.upper).toBeCloseTo(1, 12);
      expect(ratio.p).toBeCloseTo(1, 12);
    }
  });
  test("where a ratio has no value", () => {
    const none = { events: 0, personYears: 5 };
    const some = { events: 3, personYears: 5 };
    expect(told(rateRatio(some, none))).toBe("no-events");
    expect(told(rateRatio(none, some, { method: "wald" }))).toBe("no-events");
    expect(rateRatio(none, some)).toMatchObject({ value: 0, lower: 0 });
    expect(() => rateRatio({ events: 1.5, personYears: 5 }, some)).toThrow(RangeError);
    expect(told(rateDifference(none, none))).toBe("no-uncertainty");
    expect(told(standardisedRateRatio({ value: 0, standardError: 1 }, { value: 1, standardError: 1 }))).toBe(
      "no-events",
    );
    expect(told(standardisedRateRatio({ value: 1, standardError: 0 }, { value: 1, standardError: 0 }))).toBe(
      "no-uncertainty",
    );
    expect(told(standardisedRateDifference({ value: 1, standardError: 0 }, { value: 1, standardError: 0 }))).toBe(
      "no-uncertainty",
    );
  });
});

describe("proportions", () => {
  test.each([
    "wilson",
    "wilson-corrected",
    "clopper-pearson",
    "likelihood-ratio",
    "mid-p",
    "jeffreys",
    "score-skewness",
  ] as const)("%s limits of none and of all mirror each other", (method) => {
    for (const level of [0.9, 0.95, 0.998]) {
      const none = shown(proportion(0, 12, { method, level }));
      const all = shown(proportion(12, 12, { method, level }));
      expect(none.lower).toBe(0);
      expect(all.upper).toBe(1);
      expect(all.lower).toBeCloseTo(1 - none.upper, 12);
      const some = shown(proportion(3, 12, { method, level }));
      const rest = shown(proportion(9, 12, { method, level }));
      expect(rest.upper).toBeCloseTo(1 - some.lower, 12);
      expect(some.lower).toBeLessThan(0.25);
      expect(some.upper).toBeGreaterThan(0.25);
    }
  });
  // Newcombe RG, Stat Med 1998;17:857, table I: 81 of 263 by Wilson's score and 0 of 20 by exact limits.
  test("Newcombe's examples", () => {
    expect(proportion(81, 263)).toMatchObject({ lower: expect.closeTo(0.2553, 4), upper: expect.closeTo(0.3662, 4) });
    expect(proportion(0, 20, { method: "clopper-pearson" })).toMatchObject({
      lower: 0,
      upper: expect.closeTo(0.1684, 4),
    });
    expect(proportion(15, 148, { method: "mid-p" })).toMatchObject({
      lower: expect.closeTo(0.0601, 4),
      upper: expect.closeTo(0.1581, 4),
    });
  });
  test.each([
    ["no-observations", () => proportion(0, 0)],
    ["negative-events", () => proportion(-1, 4)],
    ["more-events-than-trials", () => proportion(5, 4)],
    ["missing-value", () => proportion(Number.NaN, 4)],
    ["no-variation", () => proportion(0, 4, { method: "logit" })],
    ["no-variation", () => proportion(4, 4, { method: "logit" })],
    ["impossible-value", () => surveyProportion({ proportion: 1.2, standardError: 0.1, sampleSize: 40 })],
    ["no-observations", () => surveyProportion({ proportion: 0.2, standardError: 0.1, sampleSize: 0 })],
    [
      "too-few-observations",
      () => surveyProportion({ proportion: 0.2, standardError: 0.1, sampleSize: 1, degreesOfFreedom: 3 }),
    ],
  ])("%s", (code, call) => {
    expect(told(call())).toBe(code);
  });
  test("degrees of freedom are named where they are none", () => {
    const of = { proportion: 0.2, standardError: 0.1, sampleSize: 40, degreesOfFreedom: 0 };
    expect(() => surveyProportion(of)).toThrow("`degreesOfFreedom`");
  });
  test("there is no rate between or beside the areas of a column", () => {
    const columns = crudeRates({ events: Float64Array.of(1, 2), personYears: Float64Array.of(10, 10) });
    for (const area of [-1, 0.5, 2]) expect(() => rateAt(columns, area)).toThrow(`no area ${area}`);
  });
  test("a simple random sample has itself as effective sample", () => {
    const simple = shown(surveyProportion({ proportion: 0.25, standardError: Math.sqrt(0.1875 / 40), sampleSize: 40 }));
    expect(simple.effectiveSampleSize).toBeCloseTo(40, 10);
    expect(simple).toMatchObject({
      lower: expect.closeTo(shown(proportion(10, 40, { method: "clopper-pearson" })).lower, 12),
    });
    const clustered = shown(
      surveyProportion({ proportion: 0.25, standardError: 0.1, sampleSize: 40, degreesOfFreedom: 5 }),
    );
    expect(clustered.effectiveSampleSize).toBeCloseTo(18.75, 10);
    expect(clustered.upper - clustered.lower).toBeGreaterThan(0.42);
    expect(shown(surveyProportion({ proportion: 0, standardError: 0, sampleSize: 40 })).effectiveSampleSize).toBe(40);
  });
});

describe("means", () => {
  test.each([
    ["no-observations", () => mean([])],
    ["too-few-observations", () => mean([3])],
    ["missing-value", () => mean([3, Number.NaN])],
    ["no-observations", () => weightedMean([], [])],
    ["too-few-observations", () => weightedMean([3], [1])],
    ["missing-value", () => weightedMean([3, Number.NaN], [1, 1])],
    ["impossible-value", () => weightedMean([3, 4], [1, -1])],
    ["impossible-value", () => weightedMean([3, 4], [0, 0])],
  ])("%s", (code, call) => {
    expect(told(call())).toBe(code);
  });
  test("equal weights give the plain mean and its standard error", () => {
    const values = [2, 3, 5, 11];
    const weighted = shown(weightedMean(values, [7, 7, 7, 7]));
    expect(weighted.value).toBeCloseTo(5.25, 14);
    expect(weighted.standardError).toBeCloseTo(shown(mean(values)).standardError, 14);
  });
});

describe("rates of many areas", () => {
  const events = Float64Array.of(2, 30, 0, 0, 3, -1, 5, 5);
  const personYears = Float64Array.of(4000, 1000, 4000, 1000, 4000, 1000, 0, 1000);
  test.each(["fay-feuer", "dobson-byar", "fay-kim", "normal", "log-normal"] as const)(
    "standardised by %s",
    (method) => {
      const columns = standardisedRates(
        { events, personYears, standardPopulation: [3, 1] },
        { method, per: 1000, level: 0.9 },
      );
      for (let area = 0; area < 4; area++) {
        const one = {
          events: events.slice(2 * area, 2 * area + 2),
          personYears: personYears.slice(2 * area, 2 * area + 2),
        };
        expect(rateAt(columns, area)).toEqual(
          directRate({ ...one, standardPopulation: [3, 1] }, { method, per: 1000, level: 0.9 }),
        );
      }
    },
  );
  test.each(["exact", "ohid", "log-normal", "mid-p"] as const)("crude by %s", (method) => {
    const columns = crudeRates({ events, personYears }, { method, per: 1000 });
    for (let area = 0; area < 8; area++) {
      expect(rateAt(columns, area)).toEqual(
        crudeRate({ events: events[area]!, personYears: personYears[area]! }, { method, per: 1000 }),
      );
    }
    const again = crudeRates({ events: events.map((d) => d + 5), personYears }, { method, into: columns });
    expect(again.value).toBe(columns.value);
    expect(rateAt(again, 5)).toEqual(crudeRate({ events: 4, personYears: 1000 }, { method }));
  });
  test("a standard of nobody refuses every area, and misuse throws", () => {
    const nobody = standardisedRates({ events, personYears, standardPopulation: [0, 0] });
    expect(told(rateAt(nobody, 0))).toBe("no-standard-population");
    expect(nobody.value.every(Number.isNaN)).toBe(true);
    expect(() => rateAt(nobody, 4)).toThrow(RangeError);
    expect(() => standardisedRates({ events, personYears, standardPopulation: [1, 1, 1] })).toThrow(RangeError);
    expect(() => crudeRates({ events, personYears }, { into: nobody })).toThrow(RangeError);
    expect(() => crudeRates({ events, personYears: new Float64Array(2) })).toThrow(RangeError);
  });
});
