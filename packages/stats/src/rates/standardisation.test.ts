import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import { excessDeaths } from "../mortality/excess-deaths.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { crudeRate } from "./crude-rate.ts";
import { proportionFunnel, proportionSignificance, ratioFunnel, ratioSignificance } from "./funnel.ts";
import { indirectRate, standardisedRatio } from "./indirect-rate.ts";
import { factorDecomposition, rateDecomposition } from "./rate-decomposition.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

const of = {
  events: [10, 40],
  personYears: [5000, 2000],
  referenceEvents: [10, 100],
  referencePersonYears: [10000, 10000],
};

describe("indirect standardisation", () => {
  test("two strata by hand", () => {
    const ratio = shown(standardisedRatio(of));
    expect(ratio).toMatchObject({ observed: 50, expected: 25, value: 200 });
    const count = shown(crudeRate({ events: 50, personYears: 25 }, { method: "byar", per: 100 }));
    expect([ratio.lower, ratio.upper]).toEqual([count.lower, count.upper]);
    expect(shown(indirectRate(of))).toMatchObject({ referenceRate: 550, value: 1100, per: 100_000 });
  });
  test("a total of events will do where strata are not known", () => {
    expect(standardisedRatio({ ...of, events: 50 })).toEqual(standardisedRatio(of));
    expect(excessDeaths({ ...of, events: 50 })).not.toHaveProperty("byBand");
  });
  test.each([
    ["missing-value", { ...of, events: [10, Number.NaN] }],
    ["missing-value", { ...of, referenceEvents: [10, Number.NaN] }],
    ["negative-events", { ...of, events: [10, -1] }],
    ["negative-events", { ...of, personYears: [-1, 5] }],
    ["no-person-years", { ...of, referencePersonYears: [10000, 0] }],
    ["no-expected-events", { ...of, referenceEvents: [0, 0] }],
  ])("%s", (code, wrong) => {
    expect(told(standardisedRatio(wrong))).toBe(code);
    expect(told(indirectRate(wrong))).toBe(code);
    if (code !== "no-expected-events") expect(told(excessDeaths(wrong))).toBe(code);
  });
  test("no events", () => {
    const none = { ...of, events: [0, 0] };
    expect(standardisedRatio(none)).toMatchObject({ value: 0, lower: 0 });
    expect(told(standardisedRatio(none, { method: "log-normal" }))).toBe("no-events");
    expect(told(excessDeaths(none))).toBe("no-events");
  });
  test("fewer deaths than expected avert none, and say so with a sign", () => {
    const fewer = shown(excessDeaths({ ...of, events: [1, 4] }));
    expect(fewer).toMatchObject({ value: -20, averted: 0, attributableFraction: -4, byBand: [-4, -16] });
    expect(fewer.upper).toBeLessThan(-10);
  });
});

describe("funnels", () => {
  test("a ratio on the funnel has its limit at one", () => {
    for (const expected of [4, 11.67, 250]) {
      for (const level of [0.95, 0.998]) {
        const { lower, upper } = ratioFunnel({ expected }, { level });
        const high = shown(crudeRate({ events: upper * expected, personYears: expected }, { per: 1, level }));
        expect(high.lower).toBeCloseTo(1, 10);
        if (lower > 0) {
          const low = shown(crudeRate({ events: lower * expected, personYears: expected }, { per: 1, level }));
          expect(low.upper).toBeCloseTo(1, 10);
        }
      }
    }
    expect(ratioFunnel({ expected: 2 }).lower).toBe(0);
  });
  test("a proportion's funnel stops at none and all", () => {
    expect(proportionFunnel({ average: 0.5, of: 1 }, { level: 0.998 })).toEqual({ lower: 0, upper: 1, level: 0.998 });
    expect(proportionFunnel({ average: 0.2, of: 400 }).upper).toBeCloseTo(0.2 + 1.959963984540054 * 0.02, 14);
    expect(() => proportionFunnel({ average: 20, of: 5 })).toThrow(RangeError);
    expect(() => ratioFunnel({ expected: 0 })).toThrow(RangeError);
  });
  test("the five colours", () => {
    const at = (observed: number) => ratioSignificance({ observed, expected: 100 });
    expect([65, 75, 100, 125, 140].map(at)).toEqual(["low-0.001", "low-0.025", "within", "high-0.025", "high-0.001"]);
    const share = (count: number) => proportionSignificance({ count, of: 1000, average: 0.2 });
    expect([150, 172, 200, 228, 250].map(share)).toEqual([
      "low-0.001",
      "low-0.025",
      "within",
      "high-0.025",
      "high-0.001",
    ]);
    expect(told(ratioSignificance({ observed: -1, expected: 3 }))).toBe("negative-events");
    expect(told(proportionSignificance({ count: 1, of: 0, average: 0.2 }))).toBe("no-observations");
  });
});

describe("decompositions of a rate", () => {
  test("parts add up to the difference, and turning it around turns their signs", () => {
    const first = { sizes: [60, 30, 10], rates: [1, 5, 9] };
    const second = { sizes: [30, 30, 40], rates: [2, 4, 11] };
    const there = shown(rateDecomposition(first, second));
    const back = shown(rateDecomposition(second, first));
    expect(there.rateEffect + there.compositionEffect).toBeCloseTo(there.difference, 14);
    expect(back.rateEffect).toBeCloseTo(-there.rateEffect, 14);
    expect(back.compositionEffect).toBeCloseTo(-there.compositionEffect, 14);
  });
  test.each([
    ["missing-value", { sizes: [1, Number.NaN], rates: [1, 1] }],
    ["missing-value", { sizes: [1, 2], rates: [1, Number.NaN] }],
    ["impossible-value", { sizes: [1, -1], rates: [1, 1] }],
    ["no-person-years", { sizes: [0, 0], rates: [1, 1] }],
  ])("%s", (code, wrong) => {
    expect(told(rateDecomposition(wrong, { sizes: [1, 2], rates: [1, 1] }))).toBe(code);
  });
  test("effects of several factors add up, whatever the rate they make", () => {
    const first = [2, 3, 0.5, 4];
    const second = [1, 5, 0.7, 6];
    const rate = (f: readonly number[]) => f[0]! * f[1]! + f[2]! / f[3]!;
    const sum = shown(factorDecomposition(first, second, rate)).reduce((total, one) => total + one.effect, 0);
    expect(sum).toBeCloseTo(rate(second) - rate(first), 13);
    const product = shown(factorDecomposition(first, second)).reduce((total, one) => total + one.effect, 0);
    expect(product).toBeCloseTo(1 * 5 * 0.7 * 6 - 2 * 3 * 0.5 * 4, 13);
    expect(told(factorDecomposition([1, Number.NaN], [1, 1]))).toBe("missing-value");
    expect(() => factorDecomposition([1], [1, 2])).toThrow(RangeError);
  });
});
