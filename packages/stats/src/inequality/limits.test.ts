import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import {
  absoluteConcentrationIndex,
  betweenGroupDeviation,
  betweenGroupVariance,
  coefficientOfVariation,
  concentrationIndex,
  fractionalRanks,
  type Groups,
  groupDifference,
  groupRatio,
  hdCalcMeasures,
  indexOfDisparity,
  isUndefined,
  kunstMackenbachIndex,
  logisticSlopeIndex,
  meanDifferenceFromMean,
  meanLogDeviation,
  populationAttributableFraction,
  populationAttributableRisk,
  referenceIndexOfDisparity,
  relativeConcentrationIndex,
  simulatedLimits,
  simulatedSlopeIndex,
  slopeIndex,
  surveyConcentrationIndex,
  surveySlopeIndex,
  theilIndex,
  type Undefined,
} from "../index.ts";
import { spreadOf } from "../random/spread.ts";
import { weightedLine } from "./weighted-line.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}
const groups = { values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] };

describe("simulated limits", () => {
  test("repeat with their seed and differ with another", () => {
    const at = (seed: number) => simulatedSlopeIndex(groups, { seed, replicates: 500 });
    expect(at(5)).toEqual(at(5));
    expect(at(5)).not.toEqual(at(6));
  });
  test("of an untransformed slope tend to the exact ones", () => {
    const exact = shown(shown(slopeIndex(groups)).sii.limits);
    const drawn = shown(shown(simulatedSlopeIndex(groups, { seed: 2, replicates: 40_000 })).sii.limits);
    expect(Math.abs(drawn.lower - exact.lower)).toBeLessThan(0.05 * exact.standardError);
    expect(Math.abs(drawn.upper - exact.upper)).toBeLessThan(0.05 * exact.standardError);
    expect(Math.abs(drawn.standardError - exact.standardError)).toBeLessThan(0.02 * exact.standardError);
  });
  test("of a bent slope are little wider than those that turn it about its middle", () => {
    const rates = {
      values: [540, 537, 462, 444, 421],
      population: [49, 36, 53, 47, 22],
      standardErrors: [0.038, 0.038, 0.038, 0.038, 0.038],
    };
    const exact = shown(shown(slopeIndex(rates, { transform: "log" })).sii.limits);
    const drawn = shown(
      shown(simulatedSlopeIndex(rates, { transform: "log", seed: 2, replicates: 40_000 })).sii.limits,
    );
    const ratio = (drawn.upper - drawn.lower) / (exact.upper - exact.lower);
    expect(ratio).toBeGreaterThan(0.99);
    expect(ratio).toBeLessThan(1.03);
  });
  test("of measures of spread hold the value where plain percentiles would not", () => {
    const many = Array.from({ length: 400 }, (_, j) => j);
    const tracts = {
      values: many.map((j) => 30 + (j % 10)),
      population: many.map(() => 1),
      standardErrors: many.map(() => 2),
    };
    const { value, limits } = shown(
      simulatedLimits(tracts, (g) => betweenGroupDeviation(g), { seed: 4, replicates: 400 }),
    );
    const held = shown(limits);
    expect(held.lower).toBeLessThan(value);
    expect(held.upper).toBeGreaterThan(value);
    // Drawing adds the variance of the errors, so that unshifted draws would all lie above the value.
    expect(Math.sqrt(value ** 2 + 4) - value).toBeGreaterThan(held.upper - value);
  });
});

describe("limits", () => {
  const errorOf = (of: { limits: unknown }) => (of.limits as { standardError: number }).standardError;
  test.each([
    ["betweenGroupDeviation", betweenGroupDeviation],
    ["coefficientOfVariation", coefficientOfVariation],
    ["theilIndex", theilIndex],
    ["meanLogDeviation", meanLogDeviation],
    ["indexOfDisparity", indexOfDisparity],
    ["referenceIndexOfDisparity", (of: Groups) => referenceIndexOfDisparity(of, 0)],
    ["meanDifferenceFromMean", meanDifferenceFromMean],
    ["absoluteConcentrationIndex", absoluteConcentrationIndex],
    ["slopeIndex", (of: Groups) => shown(slopeIndex(of)).sii],
    ["slopeIndex over the mean", (of: Groups) => shown(slopeIndex(of)).siiOverMean],
  ])("of %s come from its slope by each value", (_, measure) => {
    const step = 1e-5;
    const slopes = groups.values.map((_value, j) => {
      const moved = (by: number) =>
        shown(measure({ ...groups, values: groups.values.map((y, i) => (i === j ? y + by : y)) })).value;
      return ((moved(step) - moved(-step)) / (2 * step)) * groups.standardErrors[j]!;
    });
    expect(errorOf(shown(measure(groups)))).toBeCloseTo(Math.hypot(...slopes), 7);
  });
  test("are those of 95% unless another level is asked for", () => {
    const eleven = hdCalcMeasures(groups, { ordered: true, reference: 0 });
    for (const measure of [
      groupRatio(groups, { between: "extremes" }),
      eleven.rangeRatio,
      eleven.kunstMackenbachIndex,
    ]) {
      const limits = shown(shown(measure).limits);
      expect(limits.level).toBe(0.95);
      expect(Math.log(limits.upper / limits.lower) / limits.logStandardError).toBeCloseTo(2 * 1.959963984540054, 10);
    }
  });
  test.each([
    ["coefficientOfVariation", () => coefficientOfVariation(groups)],
    ["betweenGroupVariance", () => betweenGroupVariance(groups)],
    ["referenceIndexOfDisparity", () => referenceIndexOfDisparity(groups, 1)],
    [
      "populationAttributableRisk",
      () => populationAttributableRisk(groups, { favourable: true, ordered: true, per: 100 }),
    ],
    ["surveyConcentrationIndex", () => surveyConcentrationIndex({ outcomes: [1, 3, 2, 5], rankedBy: [1, 2, 3, 4] })],
    ["concentrationIndex", () => concentrationIndex({ outcomes: [1, 3, 2, 5], rankedBy: [1, 2, 3, 4] })],
    ["logisticSlopeIndex", () => shown(logisticSlopeIndex({ events: [1, 2, 2], population: [9, 9, 9] })).sii],
  ])("of %s are those of 95% too", (_, measure) => {
    const limits = shown(shown(measure()).limits);
    expect((limits.upper - limits.lower) / limits.standardError).toBeCloseTo(2 * 1.959963984540054, 8);
  });
  test.each(["log", "logit"] as const)("of a %s line have the error to which they tend as they narrow", (transform) => {
    const shares = {
      values: [0.35, 0.28, 0.21, 0.2],
      population: [30, 20, 25, 25],
      standardErrors: [1, 2, 1, 1].map((e) => e * 1e-5),
    };
    const { sii, rii } = shown(slopeIndex(shares, { transform }));
    const [ofSlope, ofRatio] = [shown(sii.limits), shown(shown(rii).limits)];
    const width = 2 * 1.959963984540054;
    expect((ofSlope.upper - ofSlope.lower) / width / ofSlope.standardError).toBeCloseTo(1, 5);
    expect(Math.log(ofRatio.upper / ofRatio.lower) / width / ofRatio.logStandardError).toBeCloseTo(1, 5);
  });
  test("of the eleven measures are those of their own functions, at their level", () => {
    const given = { level: 0.9 };
    const line = shown(slopeIndex(groups, given));
    expect(hdCalcMeasures(groups, { ...given, ordered: true, reference: 1 })).toEqual({
      rangeDifference: groupDifference(groups, { between: "extremes" }, given),
      betweenGroupVariance: betweenGroupVariance(groups, given),
      absoluteConcentrationIndex: absoluteConcentrationIndex(groups, given),
      slopeIndex: line.sii,
      rangeRatio: groupRatio(groups, { between: "extremes" }, given),
      indexOfDisparity: referenceIndexOfDisparity(groups, 1, given),
      meanLogDeviation: meanLogDeviation(groups, given),
      relativeConcentrationIndex: relativeConcentrationIndex(groups, given),
      theilIndex: theilIndex(groups, given),
      relativeIndex: line.siiOverMean,
      kunstMackenbachIndex: kunstMackenbachIndex(groups, given),
    });
  });
  test("of a line from its residuals are those of the matrices, robust or not", () => {
    const [x, y, w] = [
      [0.1, 0.3, 0.55, 0.8, 0.95],
      [12, 9, 11, 6, 5],
      [3, 1, 4, 2, 2],
    ];
    const line = weightedLine(x, y, w, false);
    const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0);
    // (X′WX)⁻¹ M (X′WX)⁻¹ · n/(n − 2): M is X′W²e²X, or without n in the scale X′WX Σwe².
    const [a, b, d] = [0, 1, 2].map((k) => sum((i) => w[i]! * x[i]! ** k)) as [number, number, number];
    const inverse = [
      [d, -b],
      [-b, a],
    ].map((row) => row.map((cell) => cell / (a * d - b * b)));
    const error = (i: number) => y[i]! - line.intercept - line.slope * x[i]!;
    const meat = [0, 1].map((r) => [0, 1].map((c) => sum((i) => (w[i]! * error(i)) ** 2 * x[i]! ** (r + c))));
    const times = (p: number[][], q: number[][]) =>
      p.map((row) => q[0]!.map((_, c) => row.reduce((total, cell, k) => total + cell * q[k]![c]!, 0)));
    const sandwich = times(times(inverse, meat), inverse);
    const plain = inverse.map((row) => row.map((cell) => (cell * sum((i) => w[i]! * error(i) ** 2)) / 3));
    const upper = (m: number[][], scale: number) => [m[0]![0]!, m[0]![1]!, m[1]![1]!].map((cell) => cell * scale);
    for (const [robust, want] of [
      [false, upper(plain, 1)],
      [true, upper(sandwich, 5 / 3)],
    ] as const)
      for (const [i, got] of weightedLine(x, y, w, robust).covariance.entries()) expect(got).toBeCloseTo(want[i]!, 12);
  });
  test("are as wide as the level that is asked for", () => {
    const level = 0.8;
    const options = { favourable: true, ordered: true, per: 100 } as const;
    for (const measure of [
      populationAttributableRisk(groups, { ...options, level }),
      populationAttributableFraction(groups, { ...options, level }),
      meanDifferenceFromMean(groups, { level }),
      betweenGroupVariance(groups, { level }),
    ]) {
      const limits = shown(shown(measure).limits);
      expect(limits.level).toBe(level);
      expect((limits.upper - limits.lower) / limits.standardError).toBeCloseTo(2 * 1.2815515655446004, 8);
    }
  });
  test("of a Kunst-Mackenbach index without errors are not there, though the index is", () => {
    const kmi = shown(kunstMackenbachIndex({ values: [30, 20, 10], population: [100, 100, 100] }));
    expect(kmi.value).toBeCloseTo(7, 12);
    expect(told(kmi.limits)).toBe("no-uncertainty");
  });
  test("of people who count several times are those of so many people, by the number of different ones", () => {
    const weights = [3, 1, 2, 2];
    const [outcomes, rankedBy] = [
      [1, 5, 2, 7],
      [10, 20, 30, 40],
    ] as const;
    const repeat = (column: readonly number[]) =>
      column.flatMap((of, i) => Array.from({ length: weights[i]! }, () => of));
    const options = { variance: "kakwani" } as const;
    const once = shown(concentrationIndex({ outcomes, rankedBy, weights }, options));
    const often = shown(concentrationIndex({ outcomes: repeat(outcomes), rankedBy: repeat(rankedBy) }, options));
    expect(once.value).toBeCloseTo(often.value, 12);
    expect(errorOf(once) * Math.sqrt(4)).toBeCloseTo(errorOf(often) * Math.sqrt(8), 12);
  });
  test("of a survey of single people are those of the robust logistic line, up to its degrees of freedom", () => {
    const outcomes = [0, 1, 0, 1, 1, 0, 1, 1, 0, 1];
    const ranks = shown(fractionalRanks(outcomes.map((_, i) => i)));
    const survey = shown(surveySlopeIndex({ outcomes, rankedBy: ranks }));
    const line = shown(
      logisticSlopeIndex({ events: outcomes, population: outcomes.map(() => 1), ranks }, { robust: true }),
    );
    expect(survey.sii.value).toBeCloseTo(line.sii.value, 10);
    expect(errorOf(survey.sii) * Math.sqrt(9 / 8)).toBeCloseTo(errorOf(line.sii), 10);
    const logErrors = [survey, line].map(({ rii }) => shown(rii.limits).logStandardError);
    expect(logErrors[0]! * Math.sqrt(9 / 8)).toBeCloseTo(logErrors[1]!, 10);
  });
  test("drawn for a line that may fall below zero have no ratio", () => {
    const steep = { values: [20, 10, 1.5], population: [1, 1, 1], standardErrors: [1, 1, 1] };
    const drawn = shown(simulatedSlopeIndex(steep, { seed: 3, replicates: 2000 }));
    expect(told(shown(drawn.sii).limits)).toBe("an answer");
    expect(told(drawn.rii)).toBe("no-convergence");
  });
  test("of draws do not go below the least that the measure can be", () => {
    const noisy = { values: [10, 10.1, 10.2], standardErrors: [3, 3, 3], population: [1, 1, 1] };
    const drawn = shown(simulatedLimits(noisy, (of) => betweenGroupDeviation(of), { seed: 1, replicates: 500 }));
    expect(shown(drawn.limits).lower).toBe(0);
  });
  test("of draws between bounds may touch them", () => {
    const certain = { values: [0, 50, 100], standardErrors: [0, 1, 0], population: [1, 1, 1] };
    const drawn = shown(
      simulatedLimits(certain, (of) => meanDifferenceFromMean(of), {
        seed: 1,
        replicates: 200,
        lowest: 0,
        highest: 100,
      }),
    );
    expect(told(drawn.limits)).toBe("an answer");
  });
});

describe("percentiles of draws", () => {
  test("lie between their neighbours, by definition 7", () => {
    const { lower, upper, median } = spreadOf(Float64Array.of(4, 1, 3, 2), 0.5);
    expect([lower, median, upper]).toEqual([1.75, 2.5, 3.25]);
  });
});
