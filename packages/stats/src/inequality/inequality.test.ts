import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import {
  absoluteConcentrationIndex,
  atkinson,
  betweenGroupVariance,
  concentrationAtExtremes,
  concentrationIndex,
  groupDifference,
  hdCalcMeasures,
  isUndefined,
  kolmIndex,
  meanDifferenceFromReference,
  poissonSlopeIndex,
  referenceIndexOfDisparity,
  relativeConcentrationIndex,
  slopeIndexAt,
  slopeIndexes,
  surveyConcentrationIndex,
  surveySlopeIndex,
  type Undefined,
  vulnerabilityRanking,
  wolfsonIndex,
} from "../index.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}
const groups = { values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] };

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
  test("bounds that do not begin at nothing move the values", () => {
    const moved = { ...groups, values: groups.values.map((y) => y + 40) };
    const [from40, from0] = [
      shown(relativeConcentrationIndex(moved, { bounds: [40, 140] })),
      shown(relativeConcentrationIndex(groups, { bounds: [0, 100] })),
    ];
    expect(from40.value).toBeCloseTo(from0.value, 14);
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
    const negative = { groups: 3, values: Float64Array.of(1, 2, 3), standardErrors: new Float64Array(3) };
    const counted = slopeIndexes({ ...negative, population: Float64Array.of(5, -1, 5) });
    expect(told(slopeIndexAt(counted, 0))).toBe("impossible-value");
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
  test("an area is flagged from the ninetieth percentile on", () => {
    const poverty = Array.from({ length: 11 }, (_, i) => i);
    const ranking = vulnerabilityRanking({
      population: poverty.map(() => 5),
      indicators: { poverty },
      themes: [["poverty"]],
    });
    expect(ranking.indicators.poverty.slice(8)).toEqual([0.8, 0.9, 1]);
    expect(ranking.flags).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
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
