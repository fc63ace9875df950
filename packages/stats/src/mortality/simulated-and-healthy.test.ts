import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { healthyLifeExpectancy, sullivanYears } from "./healthy-life-expectancy.ts";
import { lifeExpectancy } from "./life-expectancy.ts";
import { simulatedLifeExpectancy } from "./simulated-life-expectancy.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

const bands = { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] };

describe("a simulated interval", () => {
  test("is the same for the same seed, and another for another", () => {
    const first = simulatedLifeExpectancy(bands, { seed: 7, replicates: 500 });
    expect(simulatedLifeExpectancy(bands, { seed: 7, replicates: 500 })).toEqual(first);
    expect(simulatedLifeExpectancy(bands, { seed: 8, replicates: 500 })).not.toEqual(first);
  });
  test("comes near the analytic standard error of Silcocks where deaths are many", () => {
    const simulated = shown(simulatedLifeExpectancy(bands, { seed: 3, replicates: 20_000 }));
    const analytic = shown(lifeExpectancy(bands));
    expect(simulated.value).toBe(analytic.value);
    expect(simulated.standardError / analytic.standardError).toBeCloseTo(1, 1);
  });
  test("of binomial deaths follows from the rate, whose probability bends where bands are wide", () => {
    const simulated = shown(simulatedLifeExpectancy(bands, { seed: 3, replicates: 20_000, draw: "binomial" }));
    const chiang = shown(lifeExpectancy(bands, { variance: "chiang" }));
    // dq/q = (1 − q/2) dM/M for a = ½, so the band from 1 to 64, which rules the error here, shrinks it by that factor.
    const q = 0.16 / 1.08;
    expect(simulated.standardError / chiang.standardError).toBeCloseTo(1 - q / 2, 1);
    expect(Math.abs(simulated.standardError / chiang.standardError - (1 - q / 2))).toBeLessThan(0.02);
    expect(simulated.discarded).toBe(0);
  });
  test("counts the replicates that have no life expectancy", () => {
    const few = shown(simulatedLifeExpectancy({ ...bands, deaths: [0, 10, 1] }, { seed: 5, replicates: 4000 }));
    expect(few.discarded / few.replicates).toBeCloseTo(Math.exp(-1), 1);
    expect(few.lower).toBeLessThan(few.median);
    expect(few.median).toBeLessThan(few.upper);
  });
  test.each([
    ["no-deaths-in-open-band", { ...bands, deaths: [5, 150, 0] }, {}],
    ["no-such-age", bands, { age: 30 }],
    ["population-too-small", bands, { minimumPersonYears: 1e6 }],
    ["nobody-reaches-age", { ...bands, personYears: [1000, 1000, 15000] }, { age: 65 }],
  ])("%s", (code, of, options) => {
    expect(told(simulatedLifeExpectancy(of, { seed: 1, replicates: 100, ...options }))).toBe(code);
  });
  test("too few replicates, or a seed that is none, is misuse", () => {
    expect(() => simulatedLifeExpectancy(bands, { seed: 1, replicates: 50 })).toThrow(RangeError);
    expect(() => simulatedLifeExpectancy(bands, { seed: -1 })).toThrow(RangeError);
  });
});

describe("healthy life expectancy", () => {
  const prevalence = [0.05, 0.1, 0.4];
  test("without ill health it is life expectancy, Silcocks' error included", () => {
    const well = shown(healthyLifeExpectancy(bands, { prevalence: [0, 0, 0], sampleSizes: [9, 9, 9] }));
    const whole = shown(lifeExpectancy(bands));
    expect(well.value).toBeCloseTo(whole.value, 12);
    expect(well.standardError).toBeCloseTo(whole.standardError, 12);
    expect(well.share).toBeCloseTo(1, 14);
  });
  test("healthy and unhealthy years make up all years", () => {
    const sampled = shown(healthyLifeExpectancy(bands, { prevalence, sampleSizes: [100, 900, 300] }));
    const ill = shown(
      healthyLifeExpectancy(bands, { prevalence: prevalence.map((p) => 1 - p), sampleSizes: [100, 900, 300] }),
    );
    expect(sampled.value + ill.value).toBeCloseTo(sampled.lifeExpectancy, 12);
    expect(sampled.prevalenceError).toBeCloseTo(ill.prevalenceError, 14);
    expect(sampled.standardError).toBeCloseTo(Math.hypot(sampled.prevalenceError, sampled.mortalityError), 14);
  });
  test("the manual's rule counts prevalence alone, and design errors may be given", () => {
    const errors = prevalence.map((p, i) => Math.sqrt((p * (1 - p)) / [100, 900, 300][i]!));
    const given = shown(
      healthyLifeExpectancy(bands, { prevalence, prevalenceErrors: errors }, { variance: "prevalence" }),
    );
    const sampled = shown(healthyLifeExpectancy(bands, { prevalence, sampleSizes: [100, 900, 300] }));
    expect(given.standardError).toBeCloseTo(sampled.prevalenceError, 14);
  });
  test.each([
    ["impossible-value", [0.05, 1.1, 0.4], [1, 1, 1]],
    ["impossible-value", [0.05, 0.1, 0.4], [1, -1, 1]],
    ["missing-value", [0.05, Number.NaN, 0.4], [1, 1, 1]],
    ["no-observations", [0.05, 0.1, 0.4], [1, 0, 1]],
  ])("%s", (code, shares, sampleSizes) => {
    expect(told(healthyLifeExpectancy(bands, { prevalence: shares, sampleSizes }))).toBe(code);
  });
  test("what life expectancy refuses is refused here", () => {
    const illHealth = { prevalence, sampleSizes: [9, 9, 9] };
    expect(told(healthyLifeExpectancy({ ...bands, deaths: [5, 150, 0] }, illHealth))).toBe("no-deaths-in-open-band");
    expect(told(healthyLifeExpectancy(bands, illHealth, { age: 30 }))).toBe("no-such-age");
    const dying = { ...bands, personYears: [1000, 1000, 15000] };
    expect(told(healthyLifeExpectancy(dying, illHealth, { age: 65 }))).toBe("nobody-reaches-age");
    expect(() => healthyLifeExpectancy(bands, { prevalence })).toThrow(RangeError);
    expect(sullivanYears({ survivors: [1, 0], yearsLived: [2, 0], prevalence: [0.5, 0.5] }).healthy).toEqual(
      Float64Array.of(1, 0),
    );
  });
});
