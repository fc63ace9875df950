import { describe, expect, test } from "vitest";
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
  type Groups,
  generalisedEntropy,
  gini,
  groupDifference,
  groupRatio,
  hdCalcMeasures,
  indexOfDisparity,
  isUndefined,
  kolmIndex,
  kunstMackenbachIndex,
  logisticSlopeIndex,
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
  slopeIndexAt,
  slopeIndexByResiduals,
  slopeIndexes,
  surveyConcentrationIndex,
  surveySlopeIndex,
  theilDecomposition,
  theilIndex,
  theilSegregation,
  type Undefined,
  vulnerabilityRanking,
  wolfsonIndex,
} from "../index.ts";
import { spreadOf } from "./simulated-limits.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}
const told = (answer: unknown) => (isUndefined(answer) ? answer.undefined : "an answer");
const groups = { values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] };
const lacking = { ...groups, values: [10, Number.NaN, 30] };

describe("what has no measure says why", () => {
  const ordered = { between: "ordered", favourable: true } as const;
  const attributable = { favourable: true, ordered: true };
  test.each([
    ["two groups", betweenGroupVariance({ values: [1, 2] }), "too-few-groups"],
    ["one group", groupDifference({ values: [1] }, ordered), "too-few-groups"],
    ["a missing value", theilIndex(lacking), "missing-value"],
    ["a missing value among ordered groups", slopeIndex(lacking), "missing-value"],
    ["a missing population", ridits([1, Number.NaN]), "missing-value"],
    ["no population", meanDifferenceFromMean({ values: [1, 2, 3] }), "missing-value"],
    ["neither population nor average", indexOfDisparity({ values: [1, 2, 3] }), "missing-value"],
    ["neither, for a risk", populationAttributableRisk({ values: [1, 2, 3] }, attributable), "missing-value"],
    [
      "a reference without value",
      meanDifferenceFromReference({ values: [10, Number.NaN, 30, 20], population: [1, 1, 1, 1] }, 1, {
        missingAllowed: 1,
      }),
      "missing-value",
    ],
    ["a negative population", betweenGroupVariance({ ...groups, population: [-1, 3, 4] }), "impossible-value"],
    ["a negative population of ranks", ridits([1, -1]), "impossible-value"],
    ["nobody", ridits([0, 0]), "no-person-years"],
    ["a mean of nothing", coefficientOfVariation({ values: [-1, 0, 1] }), "impossible-value"],
    [
      "a mean of nothing, of risk",
      populationAttributableFraction({ values: [-1, 0, 1], population: [1, 1, 1] }, attributable),
      "impossible-value",
    ],
    [
      "a mean of nothing, of disparity",
      indexOfDisparity({ values: [-1, 0, 1], population: [1, 1, 1] }),
      "impossible-value",
    ],
    ["a reference of nothing", referenceIndexOfDisparity({ values: [0, 1, 2] }, 0), "impossible-value"],
    ["a negative value", theilIndex({ values: [-1, 5, 6] }), "impossible-value"],
    ["a logarithm of nothing", meanLogDeviation({ values: [0, 5, 6] }), "impossible-value"],
    ["a ratio to nothing", groupRatio({ values: [0, 5] }, ordered), "impossible-value"],
    ["a value no log-odds has", slopeIndex({ values: [0.1, 0.2, 1] }, { transform: "logit" }), "impossible-value"],
    ["fewer groups than asked", slopeIndex(groups, { minimumGroups: 5 }), "too-few-groups"],
    ["values out of bounds", absoluteConcentrationIndex(groups, { bounds: [0, 25] }), "impossible-value"],
    [
      "a mean at the bound",
      relativeConcentrationIndex({ values: [1, 1, 1] }, { bounds: [0, 1], correction: "wagstaff" }),
      "impossible-value",
    ],
    ["limits out of order", errorFromLimits(2, 1), "impossible-value"],
    ["a missing limit", errorFromLimits(Number.NaN, 1), "missing-value"],
    [
      "more events than people",
      logisticSlopeIndex({ events: [5, 1, 1], population: [4, 4, 4] }),
      "more-events-than-trials",
    ],
    ["no events", poissonSlopeIndex({ events: [0, 0, 0], population: [4, 4, 4] }), "no-variation"],
    ["everybody", logisticSlopeIndex({ events: [4, 4, 4], population: [4, 4, 4] }), "no-variation"],
    [
      "events that part at a rank",
      logisticSlopeIndex({ events: [0, 0, 4, 4], population: [4, 4, 4, 4] }),
      "no-convergence",
    ],
    ["events on nobody", poissonSlopeIndex({ events: [1, 1, 1, 1], population: [0, 4, 4, 4] }), "impossible-value"],
    ["few groups with people", poissonSlopeIndex({ events: [1, 1, 0], population: [4, 4, 0] }), "too-few-groups"],
    ["a missing count", poissonSlopeIndex({ events: [1, Number.NaN, 1], population: [4, 4, 4] }), "missing-value"],
    ["nothing to draw from", simulatedSlopeIndex({ values: [1, 2, 3] }, { seed: 1 }), "no-uncertainty"],
    ["people of one rank", concentrationIndex({ outcomes: [1, 2, 3], rankedBy: [1, 1, 1] }), "no-variation"],
    ["two people", concentrationIndex({ outcomes: [1, 2], rankedBy: [1, 2] }), "too-few-observations"],
    ["people of no outcome", concentrationIndex({ outcomes: [0, 0, 0], rankedBy: [1, 2, 3] }), "impossible-value"],
    [
      "an outcome out of bounds",
      concentrationIndex({ outcomes: [0, 1, 2], rankedBy: [1, 2, 3] }, { kind: "wagstaff" }),
      "impossible-value",
    ],
    ["a missing outcome", concentrationIndex({ outcomes: [0, Number.NaN, 2], rankedBy: [1, 2, 3] }), "missing-value"],
    ["a missing rank", fractionalRanks([1, Number.NaN]), "missing-value"],
    ["a negative weight", fractionalRanks([1, 2], [1, -1]), "impossible-value"],
    ["no weight", fractionalRanks([1, 2], [0, 0]), "no-observations"],
    ["an outcome over one", surveySlopeIndex({ outcomes: [0, 1, 2], rankedBy: [1, 2, 3] }), "impossible-value"],
    ["the same outcome", surveySlopeIndex({ outcomes: [1, 1, 1], rankedBy: [1, 2, 3] }), "no-variation"],
    [
      "a survey without outcome",
      surveyConcentrationIndex({ outcomes: [0, 0, 0], rankedBy: [1, 2, 3] }, { relative: true }),
      "impossible-value",
    ],
    ["nothing", gini([]), "no-observations"],
    ["a missing income", gini([1, Number.NaN]), "missing-value"],
    ["a negative income", gini([1, -1]), "impossible-value"],
    ["no income at all", theilDecomposition([0, 0], ["a", "b"]), "impossible-value"],
    ["one corrected value", gini([3], { corrected: true }), "too-few-observations"],
    ["a zero in L", generalisedEntropy([0, 1], 0), "impossible-value"],
    ["a median of nothing", wolfsonIndex([0, 0, 0, 4]), "impossible-value"],
    ["a missing extreme", concentrationAtExtremes({ privileged: Number.NaN, deprived: 1, total: 4 }), "missing-value"],
    ["extremes over the total", concentrationAtExtremes({ privileged: 3, deprived: 3, total: 4 }), "impossible-value"],
    ["a negative extreme", concentrationAtExtremes({ privileged: -3, deprived: 3, total: 4 }), "impossible-value"],
    [
      "a group of nobody",
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
    ["a missing count of an area", exposure([[Number.NaN, 4]], 0, 1), "missing-value"],
    ["a negative count of an area", exposure([[-1, 4]], 0, 1), "impossible-value"],
    [
      "one group",
      theilSegregation([
        [4, 0],
        [3, 0],
      ]),
      "no-variation",
    ],
    ["a missing share", relativeInequity(Number.NaN, 4), "missing-value"],
    ["a negative share", relativeInequity(-1, 4), "impossible-value"],
  ])("%s", (_, answer, code) => {
    expect(told(answer)).toBe(code);
  });
  test.each([
    [
      "without standard errors",
      betweenGroupVariance({ ...groups, standardErrors: [1, Number.NaN, 1] }),
      "no-uncertainty",
    ],
    ["where all are equal", betweenGroupDeviation({ ...groups, values: [4, 4, 4] }), "no-variation"],
    ["of a zero in Theil's index", theilIndex({ ...groups, values: [0, 4, 4] }), "impossible-value"],
    [
      "of a ratio of zero",
      groupRatio({ values: [0, 5] }, { between: "ordered", favourable: false }),
      "impossible-value",
    ],
    [
      "of a risk without population",
      populationAttributableRisk({ values: [1, 2, 3] }, { favourable: true, ordered: true, average: 2 }),
      "no-uncertainty",
    ],
    [
      "of a risk that is no share",
      populationAttributableRisk(groups, { favourable: true, ordered: true }),
      "impossible-value",
    ],
    ["of a slope without errors", shown(slopeIndex({ values: [1, 2, 4] })).sii, "no-uncertainty"],
    [
      "of a bent slope without errors",
      shown(slopeIndex({ values: [1, 2, 4] }, { transform: "log" })).sii,
      "no-uncertainty",
    ],
    [
      "of draws without errors",
      simulatedLimits({ values: [1, 2, 4] }, (g) => theilIndex(g), { seed: 1 }),
      "no-uncertainty",
    ],
    [
      "of draws without a measure",
      simulatedLimits(groups, (g) => theilIndex(g), { seed: 1, lowest: 90, replicates: 100 }),
      "no-convergence",
    ],
  ])("there are no limits %s", (_, answer, code) => {
    expect(told(shown(answer as { limits: unknown }).limits)).toBe(code);
  });
  test("a line that falls below zero has a slope and no ratio", () => {
    const index = shown(slopeIndex({ values: [100, 10, 1], population: [1, 1, 1], standardErrors: [1, 1, 1] }));
    expect(index.leastDisadvantaged).toBeLessThan(0);
    expect(told(index.rii)).toBe("impossible-value");
    expect(told(shown(slopeIndexByResiduals({ values: [100, 10, 1] })).rii)).toBe("impossible-value");
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
    expect(() => simulatedSlopeIndex(groups, { seed: 1, replicates: 10 })).toThrow("100 replicates");
    expect(() => simulatedSlopeIndex(groups, { seed: 1, transform: "log", errorScale: "none" })).toThrow("scale");
  });
});

describe("missing groups", () => {
  test("are refused unless allowed, and then left out", () => {
    const five = { values: [10, 20, 30, Number.NaN, 40], population: [1, 2, 3, 4, 5] };
    expect(told(betweenGroupVariance(five, { missingAllowed: 0.15 }))).toBe("missing-value");
    const without = shown(betweenGroupVariance({ values: [10, 20, 30, 40], population: [1, 2, 3, 5] }));
    expect(shown(betweenGroupVariance(five, { missingAllowed: 0.2 })).value).toBe(without.value);
  });
  test("do not move the place of a reference", () => {
    const four = { values: [Number.NaN, 20, 30, 40], population: [9, 1, 1, 2] };
    const from30 = shown(meanDifferenceFromReference(four, 2, { missingAllowed: 0.25 }));
    expect(from30.value).toBeCloseTo((10 + 0 + 20) / 4, 12);
  });
});

describe("figures that can be checked by hand", () => {
  test("two groups against each other", () => {
    const reference = { between: "reference", reference: 1, favourable: false } as const;
    expect(shown(groupDifference(groups, reference)).value).toBe(10);
    expect(shown(groupDifference(groups, { ...reference, favourable: true })).value).toBe(10);
    expect(shown(groupDifference(groups, { between: "ordered", favourable: false })).value).toBe(-20);
  });
  test("of tied worst groups the less certain one is taken", () => {
    const tied = { values: [50, 20, 20, 60], standardErrors: [1, 3, 2, 1] };
    const limits = shown(shown(groupDifference(tied, { between: "extremes" })).limits);
    expect((limits as { standardError: number }).standardError).toBeCloseTo(Math.sqrt(10), 12);
  });
  test("the index of disparity of HD*Calc", () => {
    // Against 20: (10 + 10)/2 over 20.
    const { value, limits } = shown(referenceIndexOfDisparity(groups, 1));
    expect(value).toBe(50);
    // The gradient by the others is ∓2.5, and the reference itself moves nothing but the denominator.
    expect(shown(limits).standardError).toBeCloseTo(Math.hypot(2.5 * 1, 2.5 * 1, 2.5 * 2), 12);
  });
  test("HD*Calc's eleven, and the five of rank only where groups have one", () => {
    const eleven = hdCalcMeasures(groups, { ordered: true, reference: 0 });
    expect(Object.values(eleven).map(told)).toEqual(Array.from({ length: 11 }, () => "an answer"));
    expect(shown(eleven.relativeIndex).value).toBeCloseTo(shown(eleven.slopeIndex).value / 17, 12);
    const unordered = hdCalcMeasures(groups, { ordered: false, reference: 0 });
    expect(Object.values(unordered).filter(isUndefined)).toHaveLength(5);
  });
  test("bounds bring values and errors to 0 to 1 alike", () => {
    const share = shown(absoluteConcentrationIndex(groups, { bounds: [0, 100] }));
    const raw = shown(absoluteConcentrationIndex(groups));
    expect(share.value).toBeCloseTo(raw.value / 100, 14);
    expect(shown(share.limits).standardError).toBeCloseTo(shown(raw.limits).standardError / 100, 14);
  });
  test("a concentration index with its groups' errors lets the mean vary", () => {
    const h = 1e-6;
    const at = (j: number) => {
      const moved = (by: number) => ({ ...groups, values: groups.values.map((y, i) => (i === j ? y + by : y)) });
      return (
        (shown(relativeConcentrationIndex(moved(h))).value - shown(relativeConcentrationIndex(moved(-h))).value) /
        (2 * h)
      );
    };
    const error = Math.hypot(at(0) * 1, at(1) * 1, at(2) * 2);
    expect(shown(shown(relativeConcentrationIndex(groups)).limits).standardError).toBeCloseTo(error, 8);
  });
  test("a column area with a hole is refused, and its neighbour is not", () => {
    const columns = slopeIndexes({
      groups: 3,
      values: Float64Array.of(10, Number.NaN, 30, 10, 20, 30, 1, 2, 3),
      population: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 0),
      standardErrors: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1),
    });
    expect(told(slopeIndexAt(columns, 0))).toBe("missing-value");
    expect(shown(slopeIndexAt(columns, 1)).sii.value).toBeCloseTo(30, 12);
    expect(told(slopeIndexAt(columns, 2))).toBe("too-few-groups");
    expect(columns.sii[0]).toBeNaN();
    expect(() => slopeIndexAt(columns, 3)).toThrow("no area 3");
    expect(
      slopeIndexes(
        {
          groups: 3,
          values: Float64Array.of(1, 2, 3, 1, 2, 3, 1, 2, 3),
          population: new Float64Array(9).fill(1),
          standardErrors: new Float64Array(9),
        },
        { into: columns },
      ).sii,
    ).toBe(columns.sii);
  });
});

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

describe("Atkinson, Kolm and Hoover at their ends", () => {
  test("a value of nothing is total inequality under an aversion of one or more", () => {
    expect(atkinson([0, 1], 2)).toBe(1);
    expect(atkinson([0, 1], 0.5)).toBeCloseTo(0.5, 12);
    expect(atkinson([1, 2, 4], 2)).toBeCloseTo(1 - 3 / (1 + 0.5 + 0.25) / (7 / 3), 12);
  });
  test("Kolm's index does not overflow, and stays the same when all get more", () => {
    expect(kolmIndex([0, 2000], 1)).toBeCloseTo(1000 - Math.log(2), 9);
    expect(shown(kolmIndex([11, 12, 14], 1))).toBeCloseTo(shown(kolmIndex([1, 2, 4], 1)), 12);
  });
  test("Wolfson's index is 1 where half have nothing to speak of, and its median may fall between two values", () => {
    expect(shown(wolfsonIndex([1, 1, 1, 1]))).toBe(0);
    expect(shown(wolfsonIndex([1, 3], { weights: [1, 3] }))).toBeCloseTo(
      2 * (2 * (0.5 - (0.25 + 0.75) / 2.5) - 0.15) * (2.5 / 3),
      12,
    );
  });
});

describe("social vulnerability", () => {
  const themes = [["poverty"], ["income"]] as const;
  test("an area without people is not ranked, a missing indicator leaves the sums that need it missing", () => {
    const ranking = vulnerabilityRanking({
      population: [10, 0, 20, 30],
      indicators: { poverty: [5, 99, Number.NaN, 7], income: [30, 1, 20, 10] },
      themes,
      inverted: ["income"],
    });
    expect(ranking.indicators.poverty.map((of) => (isUndefined(of) ? of.undefined : of))).toEqual([
      0,
      "no-person-years",
      "missing-value",
      1,
    ]);
    expect(ranking.indicators.income.filter((of) => !isUndefined(of))).toEqual([0, 0.5, 1]);
    expect(told(ranking.overall.sums[2])).toBe("missing-value");
    expect(ranking.overall.percentiles.map((of) => (isUndefined(of) ? "none" : of))).toEqual([0, "none", "none", 1]);
    expect(ranking.flags[3]).toBe(2);
  });
  test("a single area has nothing to be ranked against", () => {
    const ranking = vulnerabilityRanking({ population: [10], indicators: { poverty: [5], income: [3] }, themes });
    expect(told(ranking.indicators.poverty[0])).toBe("too-few-observations");
  });
  test("equal sums tie, however they were added", () => {
    const ranking = vulnerabilityRanking({
      population: [1, 1, 1, 1],
      indicators: { a: [1, 2, 3, 4], b: [2, 3, 1, 4], c: [3, 1, 2, 4] },
      themes: [["a", "b", "c"]],
    });
    expect(ranking.themes[0]!.sums).toEqual([1, 1, 1, 3]);
    expect(ranking.themes[0]!.percentiles).toEqual([0, 0, 0, 1]);
  });
});

describe("surveys", () => {
  const people = { outcomes: [0, 1, 0, 1, 1, 0, 1, 1], rankedBy: [1, 1, 2, 2, 3, 3, 4, 4] };
  test("a concentration index of all in one stratum of single people is the index of the people", () => {
    expect(shown(surveyConcentrationIndex(people, { relative: true })).value).toBeCloseTo(
      shown(concentrationIndex(people)).value,
      14,
    );
  });
  test("sampling units whose members cancel leave less uncertainty than single people", () => {
    const alone = shown(shown(surveySlopeIndex(people)).sii.limits);
    const together = shown(shown(surveySlopeIndex({ ...people, units: [1, 1, 2, 2, 3, 3, 4, 4] })).sii.limits);
    expect(together.standardError).toBeLessThan(alone.standardError);
  });
  test("a stratum of one unit still counts", () => {
    const strata = [1, 1, 1, 1, 1, 1, 2, 2];
    const units = [1, 1, 2, 2, 3, 3, 4, 4];
    const lonely = shown(shown(surveySlopeIndex({ ...people, strata, units })).sii.limits);
    expect(lonely.standardError).toBeGreaterThan(0);
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

describe("counts and extremes", () => {
  test("events may outnumber people where each may have several", () => {
    expect(told(poissonSlopeIndex({ events: [9, 6, 5], population: [4, 4, 4] }))).toBe("an answer");
  });
  test("an area may have nobody at one extreme", () => {
    expect(concentrationAtExtremes({ privileged: 0, deprived: 2, total: 4 })).toBe(-0.5);
    expect(concentrationAtExtremes({ privileged: 4, deprived: 0, total: 4 })).toBe(1);
  });
  test("Kolm's index under another aversion is in the unit of the values", () => {
    expect(kolmIndex([1, 3], 0.5)).toBeCloseTo(2 * Math.log((Math.exp(0.5) + Math.exp(-0.5)) / 2), 12);
  });
});

describe("percentiles of draws", () => {
  test("lie between their neighbours, by definition 7", () => {
    const { lower, upper, median } = spreadOf(Float64Array.of(4, 1, 3, 2), 0.5);
    expect([lower, median, upper]).toEqual([1.75, 2.5, 3.25]);
  });
});
