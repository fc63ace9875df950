import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import {
  chiSquareQuantile,
  controlledRounding,
  gaussianNoiseDeviation,
  geometricNoise,
  isUndefined,
  laplaceNoise,
  noisyCounts,
  randomlyRounded,
  spentEpsilon,
  type Undefined,
} from "../index.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

const budgets = fc.record({
  epsilon: fc.double({ min: 0.01, max: 5, noNaN: true }),
  sensitivity: fc.integer({ min: 1, max: 8 }),
});

describe("noise for a privacy budget", () => {
  test("no noise is e^ε times likelier for one table than for its neighbour", () => {
    fc.assert(
      fc.property(budgets, fc.integer({ min: -40, max: 40 }), (budget, noise) => {
        const { probability } = geometricNoise(budget);
        const { density } = laplaceNoise(budget);
        const most = Math.exp(budget.epsilon) * (1 + 1e-12);
        expect(probability(noise) / probability(noise + budget.sensitivity)).toBeLessThanOrEqual(most);
        expect(density(noise) / density(noise + budget.sensitivity)).toBeLessThanOrEqual(most);
        // And no less than that is given away: the bound is met.
        expect(probability(0) / probability(budget.sensitivity)).toBeCloseTo(Math.exp(budget.epsilon), 6);
      }),
    );
  });

  test("quantiles are the inverse of the cumulative probability", () => {
    fc.assert(
      fc.property(budgets, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (budget, p) => {
        const laplace = laplaceNoise(budget);
        expect(laplace.cdf(laplace.quantile(p))).toBeCloseTo(p, 12);
        const geometric = geometricNoise(budget);
        const noise = geometric.quantile(p);
        expect(geometric.cdf(noise)).toBeGreaterThanOrEqual(p);
        expect(geometric.cdf(noise - 1)).toBeLessThan(p);
      }),
    );
  });

  test("the ends of the geometric distribution are out of reach", () => {
    const { quantile } = geometricNoise({ epsilon: 1, sensitivity: 1 });
    expect([quantile(0), quantile(1)]).toEqual([-Infinity, Infinity]);
  });

  test.each(["geometric", "laplace"] as const)("%s noise is drawn as often as its distribution says", (mechanism) => {
    const budget = { epsilon: 0.7, sensitivity: 2 };
    const draws = 40_000;
    const { counts, epsilon, standardDeviation } = shown(
      noisyCounts(new Float64Array(draws).fill(50), budget, { seed: 41, mechanism }),
    );
    const geometric = geometricNoise(budget);
    const laplace = laplaceNoise(budget);
    const expected = (k: number) =>
      mechanism === "geometric" ? geometric.probability(k) : laplace.cdf(k + 0.5) - laplace.cdf(k - 0.5);
    let statistic = 0;
    for (let k = -12; k <= 12; k++) {
      const seen = counts.filter((count) => count === 50 + k).length;
      statistic += (seen - draws * expected(k)) ** 2 / (draws * expected(k));
    }
    expect(statistic).toBeLessThan(chiSquareQuantile(1e-6, 25, "upper"));
    expect(epsilon).toBe(0.7);
    const mean = counts.reduce((sum, count) => sum + count - 50, 0) / draws;
    expect(Math.abs(mean)).toBeLessThan((5 * standardDeviation) / Math.sqrt(draws));
  });

  test("budgets add up for the same people, and the largest counts for people apart", () => {
    expect(spentEpsilon([0.5, 0.25], "sequential")).toBe(0.75);
    expect(spentEpsilon([0.5, 0.25], "parallel")).toBe(0.5);
  });

  test("unless told otherwise, noise is geometric, with the deviation of its distribution", () => {
    const budget = { epsilon: 0.3, sensitivity: 1 };
    const given = shown(noisyCounts([20, 30, 40], budget, { seed: 8 }));
    expect(given).toEqual(shown(noisyCounts([20, 30, 40], budget, { seed: 8, mechanism: "geometric" })));
    // 2α/(1 − α)² with α = e^−ε; Laplace's would be 2/ε².
    const alpha = Math.exp(-0.3);
    expect(given.standardDeviation ** 2).toBeCloseTo((2 * alpha) / (1 - alpha) ** 2, 10);
    const laplace = shown(noisyCounts([20], budget, { seed: 8, mechanism: "laplace" }));
    expect(laplace.standardDeviation ** 2).toBeCloseTo(2 / 0.3 ** 2, 10);
  });

  test("the same seed gives the same noise, and clipping takes what is below zero", () => {
    const draw = (isClipped: boolean) =>
      shown(noisyCounts(new Float64Array(50), { epsilon: 0.1, sensitivity: 1 }, { seed: 3, isClipped })).counts;
    expect(draw(false)).toEqual(draw(false));
    expect(Math.min(...draw(false))).toBeLessThan(0);
    expect([...draw(true)]).toEqual([...draw(false)].map((count) => Math.max(0, count)));
  });

  test("what is no count is refused, and a budget of nothing is a mistake", () => {
    expect(told(noisyCounts([3, Number.NaN], { epsilon: 1, sensitivity: 1 }, { seed: 1 }))).toBe("impossible-value");
    for (const epsilon of [0, -1, Number.NaN, Infinity])
      expect(() => geometricNoise({ epsilon, sensitivity: 1 })).toThrow("`epsilon`");
    expect(() => laplaceNoise({ epsilon: 1, sensitivity: 0 })).toThrow(RangeError);
    expect(() => geometricNoise({ epsilon: 1, sensitivity: 1 }).cdf(0.5)).toThrow(/whole number/);
    for (const epsilon of [1, 2])
      expect(() => gaussianNoiseDeviation({ epsilon, sensitivity: 1 }, 1e-5)).toThrow(/below 1/);
    for (const delta of [0, 1])
      expect(() => gaussianNoiseDeviation({ epsilon: 0.5, sensitivity: 1 }, delta)).toThrow(RangeError);
    expect(() => spentEpsilon([], "parallel")).toThrow(RangeError);
    expect(() => spentEpsilon([1, 0], "sequential")).toThrow(RangeError);
  });
});

describe("rounding at random", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 });
  const base = fc.integer({ min: 2, max: 10 });
  const seed = fc.integer({ min: 0, max: 1e6 });

  test("gives multiples of the base, each less than the base away", () => {
    fc.assert(
      fc.property(counts, base, seed, (given, b, s) => {
        shown(randomlyRounded(given, b, s)).forEach((rounded, i) => {
          expect(rounded % b).toBe(0);
          expect(Math.abs(rounded - given[i]!)).toBeLessThan(b);
        });
      }),
    );
  });

  test("is right on average", () => {
    const given = [0, 1, 2, 3, 4, 5, 7, 11];
    const sums = new Float64Array(given.length);
    const rounds = 4000;
    for (let s = 0; s < rounds; s++)
      shown(randomlyRounded(given, 5, s)).forEach((rounded, i) => {
        sums[i]! += rounded;
      });
    given.forEach((count, i) => {
      const deviation = Math.sqrt(((count % 5) * (5 - (count % 5))) / rounds);
      expect(Math.abs(sums[i]! / rounds - count)).toBeLessThanOrEqual(5 * deviation);
    });
  });

  test("refuses what is no count and a base that is none", () => {
    expect(told(randomlyRounded([1.5], 5, 1))).toBe("impossible-value");
    for (const b of [1, 0, 2.5]) expect(() => randomlyRounded([1], b, 1)).toThrow(/whole number of 2 or more/);
  });
});

describe("controlled rounding", () => {
  const tables = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

  test("keeps every total the sum of its parts, and all figures multiples less than the base away", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 10 }), fc.integer({ min: 0, max: 1e6 }), (table, b, s) => {
        const rounded = shown(controlledRounding(table, b, s));
        const near = (got: number, true_: number) => {
          expect(got % b).toBe(0);
          expect(Math.abs(got - true_)).toBeLessThan(b);
        };
        rounded.counts.forEach((row, i) => {
          expect(sum(row)).toBe(rounded.rowTotals[i]);
          near(sum(row), sum(table[i]!));
          for (const [j, count] of row.entries()) near(count, table[i]![j]!);
        });
        rounded.columnTotals.forEach((total, j) => {
          expect(sum(rounded.counts.map((row) => row[j]!))).toBe(total);
          near(total, sum(table.map((row) => row[j]!)));
        });
        expect(sum(rounded.rowTotals)).toBe(rounded.total);
        near(rounded.total, sum(table.map(sum)));
      }),
    );
  });

  test("is right on average, totals too", () => {
    const table = [
      [1, 7, 3],
      [4, 2, 9],
    ];
    const rounds = 4000;
    const sums = [0, 0, 0];
    for (let s = 0; s < rounds; s++) {
      const { counts, rowTotals, total } = shown(controlledRounding(table, 5, s));
      sums[0]! += counts[0]![0]!;
      sums[1]! += rowTotals[1]!;
      sums[2]! += total;
    }
    // No figure's standard deviation exceeds half the base.
    [1, 15, 26].forEach((truth, i) => {
      expect(Math.abs(sums[i]! / rounds - truth)).toBeLessThan((5 * 2.5) / Math.sqrt(rounds));
    });
  });

  test("refuses what is no count; rows of unequal length are a mistake", () => {
    expect(controlledRounding([[1, -2]], 5, 1)).toMatchObject({
      undefined: "impossible-value",
      message: "Row 0, column 1 is -2; a count is a whole number, zero or more.",
    });
    expect(() => controlledRounding([[1, 2], [3]], 5, 1)).toThrow(/must match/);
  });
});
