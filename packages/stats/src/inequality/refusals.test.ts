import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import {
  absoluteConcentrationIndex,
  atkinson,
  betweenGroupDeviation,
  betweenGroupVariance,
  coefficientOfVariation,
  concentrationAtExtremes,
  concentrationIndex,
  dissimilarity,
  errorFromLimits,
  exposure,
  fractionalRanks,
  generalisedEntropy,
  gini,
  groupDifference,
  groupRatio,
  indexOfDisparity,
  isUndefined,
  kolmIndex,
  logisticSlopeIndex,
  meanDifferenceFromBest,
  meanDifferenceFromMean,
  meanDifferenceFromReference,
  meanLogDeviation,
  poissonSlopeIndex,
  populationAttributableFraction,
  populationAttributableRisk,
  referenceIndexOfDisparity,
  relativeConcentrationIndex,
  relativeInequity,
  ridits,
  simulatedLimits,
  simulatedSlopeIndex,
  slopeIndex,
  slopeIndexByResiduals,
  slopeIndexes,
  surveyConcentrationIndex,
  surveySlopeIndex,
  theilDecomposition,
  theilIndex,
  theilSegregation,
  type Undefined,
  wolfsonIndex,
} from "../index.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}
const groups = { values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] };
const lacking = { ...groups, values: [10, Number.NaN, 30] };

describe("what has no measure says why", () => {
  const ordered = { between: "ordered", favourable: true } as const;
  const attributable = { favourable: true, ordered: true };
  test.each([
    ["two groups", () => betweenGroupVariance({ values: [1, 2] }), "too-few-groups"],
    ["one group", () => groupDifference({ values: [1] }, ordered), "too-few-groups"],
    ["a missing value", () => theilIndex(lacking), "missing-value"],
    ["a missing value among ordered groups", () => slopeIndex(lacking), "missing-value"],
    ["a missing population", () => ridits([1, Number.NaN]), "missing-value"],
    [
      "a missing population of a group",
      () => theilIndex({ ...groups, population: [1, 2, Number.NaN] }),
      "missing-value",
    ],
    ["no population", () => meanDifferenceFromMean({ values: [1, 2, 3] }), "missing-value"],
    ["no population, from a reference", () => meanDifferenceFromReference({ values: [1, 2, 3] }, 0), "missing-value"],
    [
      "no population, where none is asked for",
      () => meanDifferenceFromReference({ values: [1, 2, 3] }, 0, { weighted: false }),
      "an answer",
    ],
    ["neither population nor average", () => indexOfDisparity({ values: [1, 2, 3] }), "missing-value"],
    ["neither, for a risk", () => populationAttributableRisk({ values: [1, 2, 3] }, attributable), "missing-value"],
    [
      "a reference without value",
      () =>
        meanDifferenceFromReference({ values: [10, Number.NaN, 30, 20], population: [1, 1, 1, 1] }, 1, {
          missingAllowed: 1,
        }),
      "missing-value",
    ],
    ["a negative population", () => betweenGroupVariance({ ...groups, population: [-1, 3, 4] }), "impossible-value"],
    ["a negative population of ranks", () => ridits([1, -1]), "impossible-value"],
    ["nobody", () => ridits([0, 0]), "no-person-years"],
    ["a mean of nothing", () => coefficientOfVariation({ values: [-1, 0, 1] }), "impossible-value"],
    [
      "a mean of nothing, of risk",
      () => populationAttributableFraction({ values: [-1, 0, 1], population: [1, 1, 1] }, attributable),
      "impossible-value",
    ],
    [
      "a mean of nothing, of disparity",
      () => indexOfDisparity({ values: [-1, 0, 1], population: [1, 1, 1] }),
      "impossible-value",
    ],
    ["a reference of nothing", () => referenceIndexOfDisparity({ values: [0, 1, 2] }, 0), "impossible-value"],
    ["a negative value", () => theilIndex({ values: [-1, 5, 6] }), "impossible-value"],
    ["a logarithm of nothing", () => meanLogDeviation({ values: [0, 5, 6] }), "impossible-value"],
    ["a ratio to nothing", () => groupRatio({ values: [0, 5] }, ordered), "impossible-value"],
    [
      "a value no log-odds has",
      () => slopeIndex({ values: [0.1, 0.2, 1] }, { transform: "logit" }),
      "impossible-value",
    ],
    ["fewer groups than asked", () => slopeIndex(groups, { minimumGroups: 5 }), "too-few-groups"],
    ["values out of bounds", () => absoluteConcentrationIndex(groups, { bounds: [0, 25] }), "impossible-value"],
    [
      "a mean at the bound",
      () => relativeConcentrationIndex({ values: [1, 1, 1] }, { bounds: [0, 1], correction: "wagstaff" }),
      "impossible-value",
    ],
    ["limits out of order", () => errorFromLimits(2, 1), "impossible-value"],
    ["a missing limit", () => errorFromLimits(Number.NaN, 1), "missing-value"],
    [
      "more events than people",
      () => logisticSlopeIndex({ events: [5, 1, 1], population: [4, 4, 4] }),
      "more-events-than-trials",
    ],
    ["no events", () => poissonSlopeIndex({ events: [0, 0, 0], population: [4, 4, 4] }), "no-variation"],
    ["everybody", () => logisticSlopeIndex({ events: [4, 4, 4], population: [4, 4, 4] }), "no-variation"],
    [
      "events that part at a rank",
      () => logisticSlopeIndex({ events: [0, 0, 4, 4], population: [4, 4, 4, 4] }),
      "no-convergence",
    ],
    [
      "events on nobody",
      () => poissonSlopeIndex({ events: [1, 1, 1, 1], population: [0, 4, 4, 4] }),
      "impossible-value",
    ],
    ["few groups with people", () => poissonSlopeIndex({ events: [1, 1, 0], population: [4, 4, 0] }), "too-few-groups"],
    [
      "a missing count",
      () => poissonSlopeIndex({ events: [1, Number.NaN, 1], population: [4, 4, 4] }),
      "missing-value",
    ],
    ["nothing to draw from", () => simulatedSlopeIndex({ values: [1, 2, 3] }, { seed: 1 }), "no-uncertainty"],
    ["people of one rank", () => concentrationIndex({ outcomes: [1, 2, 3], rankedBy: [1, 1, 1] }), "no-variation"],
    ["two people", () => concentrationIndex({ outcomes: [1, 2], rankedBy: [1, 2] }), "too-few-observations"],
    [
      "people of no outcome",
      () => concentrationIndex({ outcomes: [0, 0, 0], rankedBy: [1, 2, 3] }),
      "impossible-value",
    ],
    [
      "an outcome out of bounds",
      () => concentrationIndex({ outcomes: [0, 1, 2], rankedBy: [1, 2, 3] }, { kind: "wagstaff" }),
      "impossible-value",
    ],
    [
      "a missing outcome",
      () => concentrationIndex({ outcomes: [0, Number.NaN, 2], rankedBy: [1, 2, 3] }),
      "missing-value",
    ],
    ["a missing rank", () => fractionalRanks([1, Number.NaN]), "missing-value"],
    ["a negative weight", () => fractionalRanks([1, 2], [1, -1]), "impossible-value"],
    ["no weight", () => fractionalRanks([1, 2], [0, 0]), "no-observations"],
    ["an outcome over one", () => surveySlopeIndex({ outcomes: [0, 1, 2], rankedBy: [1, 2, 3] }), "impossible-value"],
    ["the same outcome", () => surveySlopeIndex({ outcomes: [1, 1, 1], rankedBy: [1, 2, 3] }), "no-variation"],
    [
      "a survey without outcome",
      () => surveyConcentrationIndex({ outcomes: [0, 0, 0], rankedBy: [1, 2, 3] }, { relative: true }),
      "impossible-value",
    ],
    ["nothing", () => gini([]), "no-observations"],
    ["a missing income", () => gini([1, Number.NaN]), "missing-value"],
    ["a negative income beside a larger one", () => gini([3, -1]), "impossible-value"],
    ["a negative weight of an income", () => gini([3, 1], { weights: [3, -1] }), "impossible-value"],
    [
      "no population, from the best",
      () => meanDifferenceFromBest({ values: [1, 2, 3] }, { favourable: true }),
      "missing-value",
    ],
    ["a share of no cases", () => relativeInequity(0, 4), "an answer"],
    ["a negative income", () => gini([1, -1]), "impossible-value"],
    ["no income at all", () => theilDecomposition([0, 0], ["a", "b"]), "impossible-value"],
    ["one corrected value", () => gini([3], { corrected: true }), "too-few-observations"],
    ["a zero in L", () => generalisedEntropy([0, 1], 0), "impossible-value"],
    ["a median of nothing", () => wolfsonIndex([0, 0, 0, 4]), "impossible-value"],
    [
      "a missing extreme",
      () => concentrationAtExtremes({ privileged: Number.NaN, deprived: 1, total: 4 }),
      "missing-value",
    ],
    [
      "extremes over the total",
      () => concentrationAtExtremes({ privileged: 3, deprived: 3, total: 4 }),
      "impossible-value",
    ],
    [
      "negative other extremes",
      () => concentrationAtExtremes({ privileged: 3, deprived: -3, total: 4 }),
      "impossible-value",
    ],
    ["an area of nobody", () => concentrationAtExtremes({ privileged: 0, deprived: 0, total: 0 }), "no-person-years"],
    ["a negative mean", () => coefficientOfVariation({ values: [-3, -2, -1] }), "impossible-value"],
    [
      "an outcome under the bounds",
      () => concentrationIndex({ outcomes: [0, -1, 1], rankedBy: [1, 2, 3] }, { kind: "erreygers" }),
      "impossible-value",
    ],
    [
      "an outcome over the bounds",
      () => concentrationIndex({ outcomes: [0, 1.5, 1], rankedBy: [1, 2, 3] }, { kind: "erreygers" }),
      "impossible-value",
    ],
    [
      "an outcome over the bounds, though the mean is within",
      () => concentrationIndex({ outcomes: [0, 1.5, 0.3], rankedBy: [1, 2, 3] }, { kind: "wagstaff" }),
      "impossible-value",
    ],
    [
      "a negative extreme",
      () => concentrationAtExtremes({ privileged: -3, deprived: 3, total: 4 }),
      "impossible-value",
    ],
    [
      "a group of nobody",
      () =>
        dissimilarity(
          [
            [0, 4],
            [0, 3],
          ],
          0,
          1,
        ),
      "no-person-years",
    ],
    ["a missing count of an area", () => exposure([[Number.NaN, 4]], 0, 1), "missing-value"],
    ["a negative count of an area", () => exposure([[-1, 4]], 0, 1), "impossible-value"],
    [
      "a group of nobody, beside one of all",
      () =>
        dissimilarity(
          [
            [4, 0],
            [3, 0],
          ],
          0,
          1,
        ),
      "no-person-years",
    ],
    [
      "one group",
      () =>
        theilSegregation([
          [4, 0],
          [3, 0],
        ]),
      "no-variation",
    ],
    [
      "outcomes all at the bound",
      () => concentrationIndex({ outcomes: [1, 1, 1], rankedBy: [1, 2, 3] }, { kind: "wagstaff" }),
      "impossible-value",
    ],
    [
      "outcomes of nothing, where the mean divides nothing",
      () => concentrationIndex({ outcomes: [0, 0, 0], rankedBy: [1, 2, 3] }, { kind: "erreygers" }),
      "an answer",
    ],
    ["a share of no population", () => relativeInequity(1, 0), "no-person-years"],
    ["a slope over a negative mean", () => shown(slopeIndex({ values: [-1, -2, -4] })).siiOverMean, "impossible-value"],
    ["a value no logarithm has", () => slopeIndex({ values: [3, 2, -1] }, { transform: "log" }), "impossible-value"],
    [
      "a reference without value, among others that have one",
      () => referenceIndexOfDisparity({ values: [1, Number.NaN, 3, 4] }, 1, { missingAllowed: 0.25 }),
      "missing-value",
    ],
    ["a missing share", () => relativeInequity(Number.NaN, 4), "missing-value"],
    ["a negative share", () => relativeInequity(-1, 4), "impossible-value"],
  ])("%s", (_, answer, code) => {
    expect(told(answer())).toBe(code);
  });
  test.each([
    [
      "without standard errors",
      () => betweenGroupVariance({ ...groups, standardErrors: [1, Number.NaN, 1] }),
      "no-uncertainty",
    ],
    [
      "with an infinite error",
      () => betweenGroupVariance({ ...groups, standardErrors: [1, Infinity, 1] }),
      "no-uncertainty",
    ],
    ["where all are equal", () => betweenGroupDeviation({ ...groups, values: [4, 4, 4] }), "no-variation"],
    ["of a zero in Theil's index", () => theilIndex({ ...groups, values: [0, 4, 4] }), "impossible-value"],
    [
      "of a ratio of zero",
      () => groupRatio({ values: [0, 5] }, { between: "ordered", favourable: false }),
      "impossible-value",
    ],
    [
      "of a risk without population",
      () => populationAttributableRisk({ values: [1, 2, 3] }, { favourable: true, ordered: true, average: 2 }),
      "no-uncertainty",
    ],
    [
      "of a risk that is no share",
      () => populationAttributableRisk(groups, { favourable: true, ordered: true }),
      "impossible-value",
    ],
    ["of a slope without errors", () => shown(slopeIndex({ values: [1, 2, 4] })).sii, "no-uncertainty"],
    [
      "of a bent slope without errors",
      () => shown(slopeIndex({ values: [1, 2, 4] }, { transform: "log" })).sii,
      "no-uncertainty",
    ],
    [
      "of draws without errors",
      () => simulatedLimits({ values: [1, 2, 4] }, (g) => theilIndex(g), { seed: 1 }),
      "no-uncertainty",
    ],
    [
      "of draws without a measure",
      () => simulatedLimits(groups, (g) => theilIndex(g), { seed: 1, lowest: 90, replicates: 100 }),
      "no-convergence",
    ],
  ])("there are no limits %s", (_, answer, code) => {
    expect(told(shown(answer() as { limits: unknown }).limits)).toBe(code);
  });
  test("a line that falls below zero has a slope and no ratio", () => {
    const index = shown(slopeIndex({ values: [100, 10, 1], population: [1, 1, 1], standardErrors: [1, 1, 1] }));
    expect(index.leastDisadvantaged).toBeLessThan(0);
    expect(told(index.rii)).toBe("impossible-value");
    expect(told(shown(slopeIndexByResiduals({ values: [100, 10, 1] })).rii)).toBe("impossible-value");
    expect(told(shown(slopeIndexByResiduals({ values: [1, 10, 100] })).rii)).toBe("impossible-value");
  });
  test("mistakes of the program throw", () => {
    expect(() => slopeIndex(groups, { minimumGroups: 1 })).toThrow("`minimumGroups`");
    expect(() =>
      slopeIndexes({
        groups: 4,
        values: new Float64Array(6),
        population: new Float64Array(6),
        standardErrors: new Float64Array(6),
      }),
    ).toThrow("whole number of areas");
    expect(() => meanDifferenceFromReference(groups, 3)).toThrow("no group 3");
    expect(() => groupDifference({ values: [1, 2], population: [1] }, { between: "extremes" })).toThrow("must match");
    expect(() => atkinson([1, 2], 0)).toThrow("aversion");
    expect(() => kolmIndex([1, 2], -1)).toThrow("aversion");
    expect(() => relativeConcentrationIndex(groups, { correction: "wagstaff" })).toThrow("bounds");
    expect(() => relativeConcentrationIndex(groups, { bounds: [1, 0] })).toThrow("order");
    expect(() => concentrationIndex({ outcomes: [1, 2, 3], rankedBy: [1, 2, 3] }, { bounds: [1, 0] })).toThrow("order");
    expect(() => dissimilarity([[1, 2]], 0, 2)).toThrow("no group 2");
    expect(() => dissimilarity([[1, 2], [1]], 0, 1)).toThrow("every group");
    expect(() => simulatedSlopeIndex(groups, { seed: 1, replicates: 10 })).toThrow("`replicates`");
    expect(() => simulatedSlopeIndex(groups, { seed: 1, transform: "log", errorScale: "none" })).toThrow("scale");
  });
});
