import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aSentence, told } from "../../test/told.ts";
import {
  isUndefined,
  type JoinpointOptions,
  joinpointTrend,
  logLinearTrend,
  randomStream,
  type Undefined,
} from "../index.ts";
import { orthogonalFit } from "./orthogonal-fit.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}
const span = (count: number) => Array.from({ length: count }, (_, i) => 2000 + i);

/** Rates whose logarithm bends at given years by given slopes, with noise. */
function bent(years: readonly number[], bends: readonly (readonly [year: number, slope: number])[], noise = () => 0) {
  return years.map((year) => {
    let log = 5;
    bends.forEach(([from, slope], i) => {
      log += slope * Math.max(0, Math.min(year, bends[i + 1]?.[0] ?? Infinity) - from);
    });
    return Math.exp(log + noise());
  });
}

describe("a trend with bends on observed years", () => {
  const years = span(21);
  const rates = bent(years, [
    [2000, 0.03],
    [2007, -0.05],
    [2014, 0.01],
  ]);
  test("is found exactly, with as many bends and no more", () => {
    const { joinpoints, segments, sumOfSquares, considered } = shown(joinpointTrend({ years, rates }));
    expect(joinpoints.map(({ year }) => year)).toEqual([2007, 2014]);
    for (const [i, { slope }] of segments.entries()) expect(slope.value).toBeCloseTo([0.03, -0.05, 0.01][i]!, 12);
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [2000, 2007],
      [2007, 2014],
      [2014, 2020],
    ]);
    expect(sumOfSquares).toBeLessThan(1e-24);
    expect(considered.map(({ joinpoints: at }) => at.length)).toEqual([0, 1, 2, 3]);
    expect(considered[2]!.bic).toBe(-Infinity);
  });
  test("averages its slopes by their years", () => {
    const { averageSlope, averagePercentChange } = shown(joinpointTrend({ years, rates }, { from: 2005, to: 2010 }));
    expect(averageSlope.value).toBeCloseTo((2 * 0.03 - 3 * 0.05) / 5, 12);
    expect(averagePercentChange.value).toBeCloseTo(100 * Math.expm1(averageSlope.value), 10);
    expect(told(joinpointTrend({ years, rates }, { from: 2030, to: 2040 }))).toBe("no-observations");
  });
  test("is weighed against its joinpoints by the BIC of Kim et al. (2009)", () => {
    const { considered } = shown(
      joinpointTrend({ years, rates: rates.map((rate, i) => rate * (1 + 0.1 * Math.sin(9 * i))) }),
    );
    for (const { joinpoints, sumOfSquares, bic } of considered)
      expect(bic).toBeCloseTo(Math.log(sumOfSquares / 21) + (2 * (joinpoints.length + 1) * Math.log(21)) / 21, 12);
  });
  test("averages over years of one segment with the error of its slope", () => {
    const noisy = rates.map((rate, i) => rate * (1 + 0.02 * Math.sin(9 * i)));
    const options = { choose: { exactly: 2 } } as const;
    const whole = shown(joinpointTrend({ years, rates: noisy }, options));
    whole.segments.forEach(({ from, to, slope }) => {
      const { averageSlope } = shown(joinpointTrend({ years, rates: noisy }, { ...options, from, to }));
      for (const key of ["value", "standardError", "lower", "upper"] as const)
        expect(averageSlope[key]).toBeCloseTo(slope[key], 10);
    });
    // Where joinpoints are free too: one outside of the years asked for takes no part.
    const free = { choose: { exactly: 2 }, place: "anywhere" } as const;
    const { segments, averageSlope } = shown(
      joinpointTrend({ years, rates: noisy }, { ...free, from: 2001, to: 2005 }),
    );
    expect(averageSlope.standardError).toBeCloseTo(segments[0]!.slope.standardError, 10);
  });
  test("without bends is the straight trend", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 90, noNaN: true }), { minLength: 9, maxLength: 9 }), (series) => {
        const of = { years: span(9), rates: series, standardErrors: series.map((r, i) => r / (3 + (i % 4))) };
        const straight = shown(logLinearTrend(of));
        const { segments, averageSlope } = shown(joinpointTrend(of, { most: 0 }));
        for (const key of ["value", "lower", "upper", "standardError"] as const) {
          expect(segments[0]!.slope[key]).toBeCloseTo(straight.slope[key], 9);
          expect(averageSlope[key]).toBeCloseTo(straight.slope[key], 9);
        }
      }),
    );
  });
  test("is the best of a search that tries every place by hand", () => {
    const stream = randomStream(4);
    const at = span(13);
    for (let turn = 0; turn < 20; turn++) {
      const series = at.map(() => Math.exp(stream.normal()));
      const { joinpoints, sumOfSquares } = shown(
        joinpointTrend({ years: at, rates: series }, { choose: { exactly: 2 } }),
      );
      let [least, best] = [Infinity, [0, 0]];
      for (let i = 2; i < 11; i++)
        for (let j = i + 3; j < 11; j++) {
          const columns = [() => 1, (t: number) => t, ...[i, j].map((k) => (t: number) => Math.max(0, t - k))];
          const { sumOfSquares: here } = orthogonalFit(
            columns.map((column) => Float64Array.from(at, (_, t) => column(t))),
            Float64Array.from(series, Math.log),
          );
          if (here < least) [least, best] = [here, [2000 + i, 2000 + j]];
        }
      expect(joinpoints.map(({ year }) => year)).toEqual(best);
      expect(sumOfSquares).toBeCloseTo(least, 9);
    }
  });
  test("may have years missing between", () => {
    const gaps = [2000, 2001, 2003, 2006, 2007, 2010, 2011, 2014];
    const series = bent(gaps, [
      [2000, 0.04],
      [2006, -0.02],
    ]);
    const { joinpoints } = shown(joinpointTrend({ years: gaps, rates: series }));
    expect(joinpoints.map(({ year }) => year)).toEqual([2006]);
  });
});

describe("the covariance of a trend with bends", () => {
  const years = span(16);
  const bends = [
    [2000, 0.06],
    [2008, -0.04],
  ] as const;
  const simulated = (options: JoinpointOptions, count: number) => {
    const stream = randomStream(12);
    return Array.from({ length: count }, () => {
      const rates = bent(years, bends, () => 0.02 * stream.normal());
      return shown(joinpointTrend({ years, rates }, { choose: { exactly: 1 }, ...options }));
    });
  };
  const deviation = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  };
  test("tells how slopes, joinpoints and averages vary where joinpoints are free", () => {
    const trends = simulated({ place: "anywhere" }, 150);
    const pairs = [
      [trends.map((t) => t.segments[0]!.slope.value), trends.map((t) => t.segments[0]!.slope.standardError)],
      [trends.map((t) => t.joinpoints[0]!.year), trends.map((t) => t.joinpoints[0]!.standardError)],
      [trends.map((t) => t.averageSlope.value), trends.map((t) => t.averageSlope.standardError)],
    ] as const;
    for (const [values, errors] of pairs) {
      const typical = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
      expect(deviation(values) / typical).toBeGreaterThan(0.8);
      expect(deviation(values) / typical).toBeLessThan(1.2);
    }
  });
  test("is that of no weights where all years have the same relative error", () => {
    const stream = randomStream(8);
    const rates = bent(years, bends, () => 0.02 * stream.normal());
    const options = { choose: { exactly: 1 }, place: "anywhere" } as const;
    const [plain, weighed] = [undefined, rates.map((rate) => rate / 7)].map((standardErrors) =>
      shown(joinpointTrend({ years, rates, ...(standardErrors && { standardErrors }) }, options)),
    );
    expect(weighed!.joinpoints[0]!.standardError / plain!.joinpoints[0]!.standardError).toBeCloseTo(1, 4);
    expect(weighed!.averageSlope.standardError / plain!.averageSlope.standardError).toBeCloseTo(1, 4);
  });
  test("leaves no more than the best observed year does", () => {
    for (const trend of simulated({ place: "anywhere" }, 20))
      expect(trend.sumOfSquares).toBeLessThanOrEqual(trend.considered[1]!.sumOfSquares + 1e-15);
  });
});

describe("two bends off the years", () => {
  const years = span(24);
  const rates = bent(years, [
    [2000, 0.05],
    [2007.4, -0.03],
    [2015.7, 0.02],
  ]);
  test("are found where they are", () => {
    const { joinpoints, sumOfSquares } = shown(
      joinpointTrend({ years, rates }, { choose: { exactly: 2 }, place: "anywhere" }),
    );
    expect(joinpoints[0]!.year).toBeCloseTo(2007.4, 4);
    expect(joinpoints[1]!.year).toBeCloseTo(2015.7, 4);
    expect(sumOfSquares).toBeLessThan(1e-10);
  });
});

describe("the number of bends by permutation", () => {
  const years = span(17);
  const choose = { seed: 3, permutations: 199 };
  test("is none for a straight trend with noise, most of the time", () => {
    const stream = randomStream(77);
    let found = 0;
    for (let turn = 0; turn < 60; turn++) {
      const rates = bent(years, [[2000, 0.02]], () => 0.03 * stream.normal());
      if (shown(joinpointTrend({ years, rates }, { choose })).joinpoints.length > 0) found++;
    }
    expect(found).toBeLessThanOrEqual(8); // 60 at 0.05: over 8 happens once in 200 times
  });
  test("is that of a plain bend, its tests told, and the same for the same seed", () => {
    const stream = randomStream(5);
    const bends = [
      [2000, 0.05],
      [2009, -0.06],
    ] as const;
    const rates = bent(years, bends, () => 0.02 * stream.normal());
    const { joinpoints, tests } = shown(joinpointTrend({ years, rates }, { choose }));
    expect(joinpoints.map(({ year }) => year)).toEqual([2009]);
    expect(tests[0]).toEqual({ fewer: 0, more: 3, p: 1 / 200 });
    expect(tests.at(-1)!.p).toBeGreaterThan(0.05 / 3);
    expect(shown(joinpointTrend({ years, rates }, { choose })).tests).toEqual(tests);
  });
  test("is none for a line that leaves nothing to permute", () => {
    const rates = years.map(() => 5);
    expect(shown(joinpointTrend({ years, rates }, { choose })).tests.every(({ p }) => p === 1)).toBe(true);
    expect(told(joinpointTrend({ years, rates }, { choose: { seed: 3, permutations: 99 } }))).toBe("an answer");
  });
});

describe("what cannot be fitted is refused", () => {
  const years = span(8);
  const rates = years.map((_, i) => 5 + i);
  test.each([
    ["a missing rate", () => joinpointTrend({ years, rates: rates.with(1, Number.NaN) }), "missing-value"],
    ["a rate of zero", () => joinpointTrend({ years, rates: rates.with(1, 0) }), "no-events"],
    ["a negative rate", () => joinpointTrend({ years, rates: rates.with(1, -3) }), "impossible-value"],
    ["two years", () => joinpointTrend({ years: [1, 2], rates: [1, 2] }), "too-few-observations"],
    [
      "three bends in eight years",
      () => joinpointTrend({ years, rates }, { choose: { exactly: 3 } }),
      "too-few-observations",
    ],
  ])("%s", (_, answer, code) => {
    expect(told(answer())).toBe(code);
  });
  test("more than there is room for is cut to what there is", () => {
    expect(shown(joinpointTrend({ years, rates }, { most: 9 })).considered).toHaveLength(3);
    expect(shown(joinpointTrend({ years: [1, 2, 3], rates: [1, 2, 4] })).considered).toHaveLength(1);
  });
  test("unless told, as many are tried as the years allow", () => {
    const tried = [6, 7, 11, 12, 27, 45].map(
      (count) => shown(joinpointTrend({ years: span(count), rates: span(count) })).considered.length - 1,
    );
    expect(tried).toEqual([0, 1, 1, 2, 5, 3]);
  });
  test.each([
    ["half a bend", () => joinpointTrend({ years, rates }, { most: 0.5 })],
    ["fewer than none", () => joinpointTrend({ years, rates }, { choose: { exactly: -1 } })],
    ["ten permutations", () => joinpointTrend({ years, rates }, { choose: { seed: 1, permutations: 10 } })],
    ["a level of 95", () => joinpointTrend({ years, rates }, { level: 95 })],
    ["five bends in a century", () => joinpointTrend({ years: span(100), rates: span(100) }, { most: 5 })],
  ])("%s throws", (_, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(aSentence);
  });
});
