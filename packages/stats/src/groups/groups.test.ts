import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import { equalGroups, quantileGroups, weightedQuantiles } from "./quantile-groups.ts";
import { percentileRanks } from "./ranks.ts";

const missing = { undefined: "missing-value" };

describe("quantile groups", () => {
  test("equal values stay together, missing ones are told so", () => {
    expect(quantileGroups([1, 2, 2, 2, 5, 6, Number.NaN], 3, { lowestFirst: true })).toMatchObject([
      1,
      1,
      1,
      1,
      3,
      3,
      missing,
    ]);
    expect(quantileGroups([1, 2, 3, 4, 5, 6], 3)).toEqual([3, 3, 2, 2, 1, 1]);
  });
  test("too few values for the groups", () => {
    expect(quantileGroups([1, 2], 3)).toMatchObject([
      { undefined: "too-few-observations" },
      { undefined: "too-few-observations" },
    ]);
    expect(() => quantileGroups([1, 2], 1)).toThrow(/`groups` must be a whole number of 2 or more; it was given as 1/);
    expect(() => equalGroups([1, 2], 2.5)).toThrow(/`groups` must be a whole number/);
  });
  test("equal-sized groups part equal values by position", () => {
    expect(equalGroups([7, 7, 7, 7], 2)).toEqual([1, 1, 2, 2]);
    expect(equalGroups([3, 1, Number.NaN, 2, 9, 8], 3)).toMatchObject([2, 1, missing, 1, 3, 2]);
    expect(equalGroups([5, 4], 3)).toEqual([2, 1]);
  });
});

describe("ranks", () => {
  test("ties share the lowest rank and the highest cumulative share", () => {
    expect(percentileRanks([10, 20, 20, 30, Number.NaN])).toMatchObject([
      { rank: 1, percentile: 0, cumulative: 0.25 },
      { rank: 2, percentile: 1 / 3, cumulative: 0.75 },
      { rank: 2, percentile: 1 / 3, cumulative: 0.75 },
      { rank: 4, percentile: 1, cumulative: 1 },
      missing,
    ]);
    expect(percentileRanks([4])).toMatchObject([{ undefined: "too-few-observations" }]);
  });
});

describe("cut points by people", () => {
  test("weights count as that many people", () => {
    const listed = weightedQuantiles([1, 1, 1, 4, 9, 9], [1, 1, 1, 1, 1, 1], [0, 0.3, 0.5, 0.77, 1]);
    expect(weightedQuantiles([1, 4, 9], [3, 1, 2], [0, 0.3, 0.5, 0.77, 1])).toEqual(listed);
    expect(listed).toEqual([1, 1, 2.5, expect.closeTo(4 + 0.85 * 5, 12), 9]);
  });
  test.each([
    ["no-observations", [], []],
    ["missing-value", [1, Number.NaN], [1, 1]],
    ["missing-value", [1, 2], [1, Number.NaN]],
    ["impossible-value", [1, 2], [3, -1]],
    ["impossible-value", [1, 2], [0, 0]],
  ])("%s", (code, values, weights) => {
    expect(told(weightedQuantiles(values, weights, [0.5]))).toBe(code);
  });
  test("a share above one is misuse", () => {
    expect(() => weightedQuantiles([1], [1], [50])).toThrow(RangeError);
  });
});
