import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import { crudeRate } from "../rates/crude-rate.ts";
import { isUndefined } from "../undefined.ts";
import { confidentialCells, isLegacyUnreliable, rule3030 } from "./legacy-rules.ts";
import { nchsProportionPresentation } from "./nchs-proportion-presentation.ts";
import { nchsRatePresentation } from "./nchs-rate-presentation.ts";
import { relativeStandardError } from "./relative-standard-error.ts";

describe("rates", () => {
  test("a crude vital rate is shown from ten events on, and never for its width", () => {
    for (let events = 1; events <= 60; events++) {
      const rate = crudeRate({ events, personYears: 5000 });
      if (isUndefined(rate)) throw new Error(rate.message);
      const presentation = nchsRatePresentation(rate);
      expect(presentation.show).toBe(events >= 10);
      if (events >= 10) expect(presentation.reasons).toEqual([]);
    }
  });
  test("nothing is shown of a rate of zero", () => {
    expect(nchsRatePresentation({ value: 0, lower: 0, upper: 3, events: 0 }).reasons).toEqual([
      "too-few-events",
      "relative-interval-too-wide",
    ]);
  });
  test("a small sample and few degrees of freedom", () => {
    const of = { value: 100, lower: 90, upper: 110 };
    expect(nchsRatePresentation({ ...of, sampleSize: 40, effectiveSampleSize: 9.9 }).reasons).toEqual([
      "sample-too-small",
    ]);
    expect(nchsRatePresentation({ ...of, degreesOfFreedom: 7 })).toMatchObject({
      show: true,
      review: ["few-degrees-of-freedom"],
    });
    expect(nchsRatePresentation({ ...of, events: Number.NaN }).show).toBe(false);
  });
});

describe("proportions", () => {
  const of = { proportion: 0.5, lower: 0.45, upper: 0.55, sampleSize: 400, effectiveSampleSize: 390 };
  test.each([
    ["sample-too-small", { effectiveSampleSize: 29.9 }],
    ["sample-too-small", { sampleSize: 29 }],
    ["interval-too-wide", { lower: 0.35, upper: 0.65 }],
    ["relative-interval-too-wide", { proportion: 0.05, lower: 0.02, upper: 0.1 }],
  ])("%s", (reason, change) => {
    expect(nchsProportionPresentation({ ...of, ...change })).toMatchObject({ show: false, reasons: [reason] });
  });
  test("thirty people are enough, and so is an effective sample of thirty", () => {
    const thirty = { ...of, sampleSize: 30, effectiveSampleSize: 30 };
    expect(nchsProportionPresentation(thirty)).toMatchObject({ show: true });
    for (const less of [{ sampleSize: 29 }, { effectiveSampleSize: 29.9 }])
      expect(nchsProportionPresentation({ ...thirty, ...less })).toMatchObject({ reasons: ["sample-too-small"] });
  });
  test("none or all needs a person's eye", () => {
    expect(nchsProportionPresentation({ ...of, proportion: 0, lower: 0, upper: 0.02 })).toMatchObject({
      show: true,
      review: ["none-or-all"],
    });
    expect(nchsProportionPresentation({ ...of, degreesOfFreedom: 7 }).review).toEqual(["few-degrees-of-freedom"]);
  });
});

describe("older rules", () => {
  test("twenty events have a relative standard error of 22.4%", () => {
    expect(isLegacyUnreliable(20)).toBe(false);
    expect(isLegacyUnreliable(19)).toBe(true);
    expect(isLegacyUnreliable(Number.NaN)).toBe(true);
    expect(relativeStandardError({ value: 20, standardError: Math.sqrt(20) })).toBeCloseTo(22.360679774997898, 12);
    expect(told(relativeStandardError({ value: 0, standardError: 1 }))).toBe("no-events");
    expect(told(relativeStandardError({ value: 5, standardError: -1 }))).toBe("impossible-value");
  });
  test("the 30/30 rule", () => {
    expect(rule3030({ value: 100, standardError: 29.9, sampleSize: 30 })).toBe("show");
    expect(rule3030({ value: 100, standardError: 30, sampleSize: 30 })).toBe("footnote");
    expect(rule3030({ value: 100, standardError: 1, sampleSize: 29 })).toBe("withhold");
  });
  test("a cell is confidential for itself or for all others", () => {
    expect(confidentialCells([3, 6, 40], 5)).toEqual([true, false, false]);
    expect(confidentialCells([2, 90], 5)).toEqual([true, true]);
  });
});
