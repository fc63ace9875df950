import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aSentence, told } from "../../test/told.ts";
import {
  averageAnnualPercentChange,
  cochranArmitage,
  eventTrend,
  isUndefined,
  linearTrend,
  logLinearTrend,
  mannKendall,
  randomStream,
  theilSenSlope,
  type Undefined,
} from "../index.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}
const years = [2015, 2016, 2017, 2018, 2019, 2020];
const rates = fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { minLength: 6, maxLength: 6 });

describe("lines through rates", () => {
  test("a rate that grows by the same percent has that change, surely", () => {
    const grown = years.map((_, i) => 80 * 0.97 ** i);
    const { slope, annualPercentChange } = shown(logLinearTrend({ years, rates: grown }));
    expect(annualPercentChange.value).toBeCloseTo(-3, 10);
    expect(slope.standardError).toBeLessThan(1e-12);
    expect(slope.p).toBeLessThan(1e-20);
  });
  test("a level rate has no change, and nothing to test", () => {
    const { slope, annualPercentChange } = shown(logLinearTrend({ years, rates: years.map(() => 7) }));
    expect([slope.value, slope.standardError, slope.t, slope.p, annualPercentChange.value]).toEqual([0, 0, 0, 1, 0]);
  });
  test("the unit of the rates changes nothing on the scale of logarithms and multiplies the plain slope", () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 0.01, max: 100, noNaN: true }), (series, factor) => {
        const scaled = series.map((rate) => factor * rate);
        const [one, other] = [series, scaled].map((r) => shown(logLinearTrend({ years, rates: r })));
        expect(other!.slope.value).toBeCloseTo(one!.slope.value, 9);
        expect(other!.slope.standardError).toBeCloseTo(one!.slope.standardError, 9);
        const [plain, larger] = [series, scaled].map((r) => shown(linearTrend({ years, rates: r })));
        expect(Math.abs(larger!.value - factor * plain!.value)).toBeLessThan(1e-9 * factor * 900);
      }),
    );
  });
  test("time turned round turns the slope round", () => {
    fc.assert(
      fc.property(rates, (series) => {
        const one = shown(logLinearTrend({ years, rates: series }));
        const other = shown(logLinearTrend({ years, rates: series.toReversed() }));
        expect(other.slope.value).toBeCloseTo(-one.slope.value, 12);
        expect(other.slope.p).toBeCloseTo(one.slope.p, 9);
      }),
    );
  });
  test("wider levels hold narrower ones", () => {
    const series = { years, rates: [50, 53, 49, 60, 58, 63], standardErrors: [2, 2, 3, 2, 4, 2] };
    for (const variance of ["scatter", "known"] as const) {
      const [narrow, wide] = [0.8, 0.99].map((level) => shown(logLinearTrend(series, { variance, level })));
      expect(wide!.annualPercentChange.lower).toBeLessThan(narrow!.annualPercentChange.lower);
      expect(wide!.annualPercentChange.upper).toBeGreaterThan(narrow!.annualPercentChange.upper);
    }
  });
  test("two years are a trend where their errors are known", () => {
    const two = { years: [2019, 2021], rates: [50, 54], standardErrors: [3, 4] };
    expect(told(linearTrend(two))).toBe("too-few-observations");
    const { value, standardError, degreesOfFreedom } = shown(linearTrend(two, { variance: "known" }));
    expect(value).toBeCloseTo(2, 12);
    expect(standardError).toBeCloseTo(Math.hypot(3, 4) / 2, 12);
    expect(degreesOfFreedom).toBe(Infinity);
  });
});

describe("trends of counts", () => {
  test("two years: the logarithm of their ratio and its error", () => {
    const { slope } = shown(eventTrend({ years: [2018, 2021], events: [40, 25], personYears: [9000, 8000] }));
    expect(slope.value).toBeCloseTo(Math.log(25 / 8000 / (40 / 9000)) / 3, 10);
    expect(slope.standardError).toBeCloseTo(Math.sqrt(1 / 40 + 1 / 25) / 3, 10);
  });
  test("scatter as great as Poisson's, or none at all", () => {
    const steady = { years: [2018, 2019, 2020, 2021], events: [8, 16, 32, 64], personYears: [100, 100, 100, 100] };
    const exact = shown(eventTrend(steady, { variance: "scatter" }));
    expect(exact.slope.value).toBeCloseTo(Math.LN2, 10);
    expect(exact.slope.standardError).toBeLessThan(1e-6);
    expect(exact.slope.degreesOfFreedom).toBe(2);
    const rough = { ...steady, events: [18, 6, 42, 54] };
    const [poisson, scattered] = [shown(eventTrend(rough)), shown(eventTrend(rough, { variance: "scatter" }))];
    expect(scattered.slope.value).toBe(poisson.slope.value);
    expect(scattered.slope.standardError).toBeGreaterThan(2 * poisson.slope.standardError);
  });
  test("a year without events counts as such", () => {
    const { annualPercentChange } = shown(
      eventTrend({ years: [2018, 2019, 2020], events: [4, 2, 0], personYears: [100, 100, 100] }),
    );
    expect(annualPercentChange.value).toBeLessThan(-50);
    expect(told(logLinearTrend({ years: [2018, 2019, 2020], rates: [4, 2, 0] }))).toBe("no-events");
  });
});

describe("averages of percent changes", () => {
  const of = { bounds: [2000, 2008, 2019], slopes: [-0.03, 0.04], standardErrors: [0.001, 0.002] };
  test("within one segment are that segment's", () => {
    const within = shown(averageAnnualPercentChange(of, { from: 2009, to: 2014 }));
    expect(within.value).toBeCloseTo(100 * Math.expm1(0.04), 12);
    expect(within.lower).toBeCloseTo(100 * Math.expm1(0.04 - 1.959963984540054 * 0.002), 12);
    expect(within.upper).toBeCloseTo(100 * Math.expm1(0.04 + 1.959963984540054 * 0.002), 12);
  });
  test("across segments weigh their years within the range", () => {
    const across = shown(averageAnnualPercentChange(of, { from: 2006, to: 2009 }));
    expect(across.value).toBeCloseTo(100 * Math.expm1((2 * -0.03 + 0.04) / 3), 12);
    // Clegg et al. 2009: the errors of the slopes, weighed by the years, as of independent estimates.
    const error = Math.hypot(2 * 0.001, 0.002) / 3;
    expect(across.upper).toBeCloseTo(100 * Math.expm1((2 * -0.03 + 0.04) / 3 + 1.959963984540054 * error), 12);
    expect(told(averageAnnualPercentChange(of, { from: 1990, to: 1999 }))).toBe("no-observations");
  });
});

describe("tests of order", () => {
  const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 15 });
  test("a series turned round has the opposite score, and a rising map of it the same", () => {
    fc.assert(
      fc.property(values, (series) => {
        const one = mannKendall(series);
        const turned = mannKendall(series.toReversed());
        const mapped = mannKendall(series.map((value) => Math.exp(value)));
        if (isUndefined(one) || isUndefined(turned)) {
          expect(told(one)).toBe("no-variation");
          return;
        }
        expect(turned.score + one.score).toBe(0);
        expect(turned.p).toBe(one.p);
        expect(mapped).toEqual(one);
      }),
    );
  });
  test("the variance of the score is that of all its permutations, ties and all", () => {
    const series = [1, 1, 2, 3, 3, 3];
    const scores = permutations(series).map((order) =>
      order.flatMap((a, i) => order.slice(i + 1).map((b) => Math.sign(b - a))).reduce((x, y) => x + y, 0),
    );
    const variance = scores.reduce((sum, score) => sum + score ** 2, 0) / scores.length;
    expect(shown(mannKendall(series)).variance).toBeCloseTo(variance, 10);
  });
  test("no score is surely no trend", () => {
    expect(shown(mannKendall([1, 2, 2, 1])).p).toBe(1);
  });
  test("the median slope holds in the face of one wild year, and its limits hold it", () => {
    const series = [1, 2, 3, 400, 5, 6, 7, 8, 9];
    const slope = shown(theilSenSlope({ years: series.map((_, i) => 2000 + i), values: series }));
    expect(slope.value).toBe(1);
    expect(slope.lower).toBeLessThanOrEqual(1);
    expect(slope.upper).toBeGreaterThanOrEqual(1);
    const even = shown(theilSenSlope({ years: [1, 2, 4], values: [0, 1, 7] }));
    expect([even.value, even.lower, even.upper]).toEqual([7 / 3, -Infinity, Infinity]);
  });
  test("limits of the median slope hold the truth about as often as they say", () => {
    const stream = randomStream(31);
    const at = Array.from({ length: 12 }, (_, i) => i);
    let held = 0;
    for (let turn = 0; turn < 2000; turn++) {
      const { lower, upper } = shown(theilSenSlope({ years: at, values: at.map((t) => 0.5 * t + stream.normal()) }));
      if (lower <= 0.5 && upper >= 0.5) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.945);
    expect(held / 2000).toBeLessThan(0.985);
  });
  test("the Cochran–Armitage test of two groups is the chi-square of their table", () => {
    const { z, chiSquare } = shown(cochranArmitage({ events: [30, 18], trials: [90, 110] }));
    const [a, b, c, d] = [30, 60, 18, 92];
    const table = (200 * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
    expect(chiSquare).toBeCloseTo(table, 12);
    expect(z).toBeLessThan(0);
  });
  test("scores may be stretched and moved", () => {
    const groups = { events: [3, 9, 14, 30], trials: [60, 70, 80, 90] };
    const one = shown(cochranArmitage({ ...groups, scores: [1, 2, 4, 8] }));
    const other = shown(cochranArmitage({ ...groups, scores: [103, 106, 112, 124] }));
    expect(other.z).toBeCloseTo(one.z, 12);
    expect(shown(cochranArmitage(groups)).z).not.toBeCloseTo(one.z, 3);
  });
});

function permutations(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, i) => permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}

describe("what has no answer is refused", () => {
  const some = [5, 6, 7, 8, 9, 10];
  const counts = { years: [2019, 2020, 2021], personYears: [100, 100, 100] };
  const groups = { events: [1, 2], trials: [10, 10] };
  test.each([
    ["a missing rate", () => logLinearTrend({ years, rates: some.with(2, Number.NaN) }), "missing-value"],
    ["a missing error", () => linearTrend({ years, rates: some, standardErrors: some.with(5, NaN) }), "missing-value"],
    ["the logarithm of zero", () => logLinearTrend({ years, rates: some.with(0, 0) }), "no-events"],
    ["the logarithm of less", () => logLinearTrend({ years, rates: some.with(0, -1) }), "impossible-value"],
    [
      "an error of zero",
      () => logLinearTrend({ years, rates: some, standardErrors: some.with(1, 0) }),
      "no-uncertainty",
    ],
    [
      "known errors that are not",
      () => logLinearTrend({ years, rates: some }, { variance: "known" }),
      "no-uncertainty",
    ],
    ["two years", () => logLinearTrend({ years: [1, 2], rates: [3, 4] }), "too-few-observations"],
    ["one year of counts", () => eventTrend({ years: [1], events: [3], personYears: [9] }), "too-few-observations"],
    [
      "two years that should scatter",
      () => eventTrend({ years: [1, 2], events: [3, 4], personYears: [9, 9] }, { variance: "scatter" }),
      "too-few-observations",
    ],
    ["no events at all", () => eventTrend({ ...counts, events: [0, 0, 0] }), "no-events"],
    ["a missing count", () => eventTrend({ ...counts, events: [1, Number.NaN, 1] }), "missing-value"],
    ["a negative count", () => eventTrend({ ...counts, events: [1, -1, 1] }), "negative-events"],
    ["no person-years", () => eventTrend({ ...counts, events: [1, 1, 1], personYears: [9, 0, 9] }), "no-person-years"],
    ["all events in the last year", () => eventTrend({ ...counts, events: [0, 0, 5] }), "no-convergence"],
    [
      "a segment without an error",
      () => averageAnnualPercentChange({ bounds: [1, 2], slopes: [0.1], standardErrors: [Number.NaN] }),
      "missing-value",
    ],
    ["three values in order", () => mannKendall([1, 2, 3]), "too-few-observations"],
    ["equal values in order", () => mannKendall([2, 2, 2, 2]), "no-variation"],
    ["a missing value in order", () => mannKendall([1, 2, Number.NaN, 3]), "missing-value"],
    ["a slope of one year", () => theilSenSlope({ years: [1], values: [1] }), "too-few-observations"],
    ["a slope of a missing value", () => theilSenSlope({ years: [1, 2], values: [1, Number.NaN] }), "missing-value"],
    ["more events than trials", () => cochranArmitage({ ...groups, events: [1, 11] }), "more-events-than-trials"],
    ["fewer than no events", () => cochranArmitage({ ...groups, events: [1, -1] }), "negative-events"],
    ["a missing group", () => cochranArmitage({ ...groups, events: [1, Number.NaN] }), "missing-value"],
    ["no event in any group", () => cochranArmitage({ ...groups, events: [0, 0] }), "no-variation"],
    ["nothing but events", () => cochranArmitage({ ...groups, events: [10, 10] }), "no-variation"],
    ["one score", () => cochranArmitage({ ...groups, scores: [4, 4] }), "no-variation"],
    ["no groups", () => cochranArmitage({ events: [], trials: [] }), "no-variation"],
  ])("%s", (_, answer, code) => {
    expect(told(answer())).toBe(code);
  });
  test.each([
    ["years that stand still", () => logLinearTrend({ years: [1, 1, 2], rates: [1, 2, 3] })],
    ["a year that is none", () => linearTrend({ years: [1, Number.NaN, 2], rates: [1, 2, 3] })],
    ["columns of different lengths", () => eventTrend({ years: [1, 2], events: [1], personYears: [1, 1] })],
    ["a level of 95", () => logLinearTrend({ years, rates: some }, { level: 95 })],
    ["a bound too few", () => averageAnnualPercentChange({ bounds: [1], slopes: [1], standardErrors: [1] })],
    ["bounds that fall", () => averageAnnualPercentChange({ bounds: [2, 1], slopes: [1], standardErrors: [1] })],
    ["a median slope at a level of 95", () => theilSenSlope({ years, values: some }, { level: 95 })],
    ["scores that do not fit", () => cochranArmitage({ ...groups, scores: [1] })],
  ])("%s throws", (_, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(aSentence);
  });
});
