import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aSentence, told } from "../../test/told.ts";
import {
  empiricalBayesRates,
  excessRisks,
  gammaPoissonRatios,
  isUndefined,
  localEmpiricalBayes,
  type Neighbours,
  neighboursOf,
  randomStream,
  rateAt,
  rateDeviates,
  smoothedRateAt,
  spatialRates,
  type Undefined,
} from "../index.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

/** Areas in a row: each borders the one before and the one after. */
const inARow = (areas: number): Neighbours =>
  neighboursOf(Array.from({ length: areas }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < areas)));
/** Everybody borders everybody. */
const allTogether = (areas: number): Neighbours =>
  neighboursOf(
    Array.from({ length: areas }, (_, i) => Array.from({ length: areas }, (_, j) => j).filter((j) => j !== i)),
  );

const areas = fc.array(
  fc.record({ events: fc.integer({ min: 0, max: 60 }), personYears: fc.integer({ min: 60, max: 9_000 }) }),
  { minLength: 2, maxLength: 25 },
);
const columnsOf = (rows: readonly { events: number; personYears: number }[]) => ({
  events: rows.map((row) => row.events),
  personYears: rows.map((row) => row.personYears),
});

describe("smoothed rates", () => {
  test("lie between the area's own rate and the mean, in both families", () => {
    fc.assert(
      fc.property(areas, fc.constantFrom("poisson" as const, "binomial" as const), (rows, family) => {
        const { values, mean, variance } = shown(empiricalBayesRates(columnsOf(rows), { family, per: 1 }));
        expect(variance).toBeGreaterThanOrEqual(0);
        rows.forEach(({ events, personYears }, i) => {
          const [low, high] = [Math.min(events / personYears, mean), Math.max(events / personYears, mean)];
          expect(values[i]).toBeGreaterThanOrEqual(low - 1e-12);
          expect(values[i]).toBeLessThanOrEqual(high + 1e-12);
        });
      }),
    );
  });
  test("are those of all areas where everybody borders everybody, about either mean", () => {
    fc.assert(
      fc.property(areas, fc.constantFrom("centre-mean" as const, "each-mean" as const), (rows, about) => {
        const global = shown(empiricalBayesRates(columnsOf(rows)));
        const local = localEmpiricalBayes(columnsOf(rows), allTogether(rows.length), { about });
        rows.forEach((_, i) => {
          expect(local.value[i]).toBeCloseTo(global.values[i]!, 6);
          expect(local.mean[i]).toBeCloseTo(global.mean, 6);
        });
      }),
    );
  });
  test("are closer to the mean the fewer the people, at the same rate", () => {
    const { values, mean } = shown(
      empiricalBayesRates({ events: [1, 10, 100, 40], personYears: [100, 1000, 10_000, 20_000] }),
    );
    const away = Array.from(values, (value) => Math.abs(value - mean));
    expect(away[0]).toBeLessThan(away[1]!);
    expect(away[1]).toBeLessThan(away[2]!);
  });
  test("are the mean where areas scatter less than their counts", () => {
    const { values, mean, variance, momentVariance } = shown(
      empiricalBayesRates({ events: [10, 11, 9], personYears: [1000, 1000, 1000] }),
    );
    expect([...values]).toEqual([mean, mean, mean]);
    expect(variance).toBe(0);
    expect(momentVariance).toBeLessThan(0);
  });
  test("are zero where nobody has an event", () => {
    expect(shown(empiricalBayesRates({ events: [0, 0], personYears: [10, 20] })).values).toEqual(Float64Array.of(0, 0));
  });
  test("may exceed one event a person-year where they are no shares of people", () => {
    const often = { events: [9, 2, 30], personYears: [3, 4, 6] };
    expect(told(empiricalBayesRates(often))).toBe("an answer");
    expect(told(empiricalBayesRates(often, { family: "binomial" }))).toBe("more-events-than-trials");
  });
  test("a neighbour is one of the areas", () => {
    for (const stranger of [-1, 0.5, 2]) expect(() => neighboursOf([[1], [stranger]])).toThrow(aSentence);
  });
  test("turn with the unit", () => {
    const counts = { events: [4, 30, 9], personYears: [1000, 9000, 6000] };
    const [one, thousand] = [1, 1000].map((per) => shown(empiricalBayesRates(counts, { per })));
    expect(thousand!.values[0]).toBeCloseTo(1000 * one!.values[0]!, 12);
    expect(thousand!.variance).toBeCloseTo(1e6 * one!.variance, 9);
  });
});

describe("surroundings", () => {
  const counts = { events: [4, 30, Number.NaN, 9, 5], personYears: [1000, 9000, 500, 6000, 0] };
  test("leave out an area whose own rate does not exist, and say so of it alone", () => {
    const smoothed = localEmpiricalBayes(counts, inARow(5), { per: 1 });
    expect([...smoothed.reason]).toEqual([0, 0, 1, 0, 3]);
    expect(smoothed.mean[1]).toBeCloseTo(34 / 10_000, 15);
    expect(smoothed.mean[3]).toBeCloseTo(9 / 6000, 15);
    expect(smoothed.value[2]).toBeNaN();
    expect(smoothed.variance[2]).toBeNaN();
    expect(told(smoothedRateAt(smoothed, 2))).toBe("missing-value");
    expect(told(smoothedRateAt(smoothed, 4))).toBe("no-person-years");
    expect(() => smoothedRateAt(smoothed, 5)).toThrow(RangeError);
    const each = localEmpiricalBayes(counts, inARow(5), { per: 1, about: "each-mean" });
    expect([...each.mean]).toEqual([...smoothed.mean]);
  });
  test("pool counts, with exact limits of the pool", () => {
    const pooled = spatialRates(counts, inARow(5));
    expect(rateAt(pooled, 1)).toMatchObject({ value: 340, events: 34 });
    expect(rateAt(pooled, 3)).toMatchObject({ value: 150, events: 9 });
    expect(told(rateAt(pooled, 2))).toBe("missing-value");
    expect(told(rateAt(pooled, 4))).toBe("no-person-years");
  });
  test("of one area alone are its own rate", () => {
    const alone = neighboursOf([[], []]);
    const { value } = localEmpiricalBayes({ events: [4, 30], personYears: [1000, 9000] }, alone, { per: 1 });
    expect([...value]).toEqual([4 / 1000, 30 / 9000]);
  });
  test("may be written into columns that are there", () => {
    const of = { events: [4, 30], personYears: [1000, 9000] };
    const into = localEmpiricalBayes(of, inARow(2));
    const again = localEmpiricalBayes({ events: [5, 0], personYears: [700, 0] }, inARow(2), { into, per: 10 });
    expect(again.value).toBe(into.value);
    expect(again.per).toBe(10);
    expect([...again.reason]).toEqual([0, 3]);
    const shorter = { events: [1], personYears: [10] };
    expect(() => localEmpiricalBayes(shorter, neighboursOf([[]]), { into })).toThrow(RangeError);
  });
});

describe("lists of neighbours", () => {
  const counts = { events: [4, 30], personYears: [1000, 9000] };
  test.each([
    ["an area beyond the last", [[2], []]],
    ["an area before the first", [[-1], []]],
    ["half an area", [[0.5], []]],
    ["an area as its own neighbour", [[0], []]],
    ["a neighbour named twice", [[1, 1], []]],
  ])("refuse %s", (_, lists) => {
    expect(() => neighboursOf(lists)).toThrow(RangeError);
  });
  test.each([
    ["too few starts", { starts: Uint32Array.of(0, 1), members: Uint32Array.of(1) }],
    ["starts that fall", { starts: Uint32Array.of(0, 2, 1), members: Uint32Array.of(1) }],
    ["a first start that is not zero", { starts: Uint32Array.of(1, 1, 1), members: Uint32Array.of(1) }],
    ["a last start before the end", { starts: Uint32Array.of(0, 1, 1), members: Uint32Array.of(1, 0) }],
    ["a member beyond the last area", { starts: Uint32Array.of(0, 1, 1), members: Uint32Array.of(7) }],
  ])("refuse %s in columns", (_, neighbours) => {
    expect(() => localEmpiricalBayes(counts, neighbours)).toThrow(RangeError);
    expect(() => spatialRates(counts, neighbours)).toThrow(RangeError);
  });
});

describe("risks and deviates", () => {
  test("excess risks average one over expected events", () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const risks = excessRisks(columnsOf(rows));
        if (isUndefined(risks)) {
          expect(risks.undefined).toBe("no-events");
          return;
        }
        const people = rows.reduce((sum, row) => sum + row.personYears, 0);
        const average = rows.reduce((sum, row, i) => sum + (row.personYears / people) * risks[i]!, 0);
        expect(average).toBeCloseTo(1, 10);
      }),
    );
  });
  test("deviates fall back on the count's own variance where areas scatter too little", () => {
    // m = 0.01, s² = 0, a = −m/P̄, so that a + m/P is below zero where P is above the mean.
    const deviates = shown(rateDeviates({ events: [10, 40], personYears: [1000, 4000] }));
    expect([...deviates]).toEqual([0, 0]);
    const uneven = shown(rateDeviates({ events: [10, 41], personYears: [1000, 4000] }));
    const rate = 51 / 5000;
    expect(uneven[1]).toBeCloseTo((41 / 4000 - rate) / Math.sqrt(rate / 4000), 12);
  });
});

describe("gamma-Poisson ratios", () => {
  test("give all areas the mean where they scatter no more than counts do", () => {
    const { values, medians, overall, dispersion } = shown(
      gammaPoissonRatios({ observed: [10, 11, 9], expected: [10, 10, 10] }),
    );
    expect(dispersion).toBe(0);
    expect(overall).toBeCloseTo(1, 14);
    expect([...values, ...medians]).toEqual(Array.from({ length: 6 }, () => overall));
  });
  test("lie between the prior's mean and the area's own ratio", () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const observed = rows.map((row) => row.events);
        const expected = rows.map((row) => row.personYears / 300);
        const ratios = gammaPoissonRatios({ observed, expected });
        if (isUndefined(ratios)) {
          expect(["no-events", "no-convergence"]).toContain(ratios.undefined);
          return;
        }
        observed.forEach((o, i) => {
          const own = o / expected[i]!;
          expect(ratios.values[i]).toBeGreaterThanOrEqual(Math.min(own, ratios.overall) - 1e-9);
          expect(ratios.values[i]).toBeLessThanOrEqual(Math.max(own, ratios.overall) + 1e-9);
          expect(ratios.medians[i]).toBeLessThanOrEqual(ratios.values[i]! + 1e-12);
        });
      }),
    );
  });
  test("find the prior that made the counts", () => {
    const stream = randomStream(8);
    const expected = Array.from({ length: 4000 }, () => 5 + 40 * stream.uniform());
    // Gamma(4) over 4, as a sum of four exponentials: mean 1, squared coefficient of variation ¼; here with mean 1.3.
    const risk = () => -[1, 2, 3, 4].reduce((sum) => sum + Math.log(stream.uniform()), 0) / 4;
    const observed = expected.map((e) => stream.poisson(1.3 * e * risk()));
    const { overall, dispersion } = shown(gammaPoissonRatios({ observed, expected }));
    expect(Math.abs(overall - 1.3)).toBeLessThan(0.05);
    expect(Math.abs(dispersion - 0.25)).toBeLessThan(0.03);
  });
});

describe("what has no answer is refused", () => {
  const people = [100, 100];
  test.each([
    ["a missing count", () => empiricalBayesRates({ events: [Number.NaN, 2], personYears: people }), "missing-value"],
    ["a negative count", () => empiricalBayesRates({ events: [-1, 2], personYears: people }), "negative-events"],
    ["nobody at all", () => empiricalBayesRates({ events: [1, 2], personYears: [100, 0] }), "no-person-years"],
    ["no areas", () => empiricalBayesRates({ events: [], personYears: [] }), "no-observations"],
    [
      "more events than people",
      () => empiricalBayesRates({ events: [101, 2], personYears: people }, { family: "binomial" }),
      "more-events-than-trials",
    ],
    ["excess where nothing happened", () => excessRisks({ events: [0, 0], personYears: people }), "no-events"],
    ["deviates where nothing happened", () => rateDeviates({ events: [0, 0], personYears: people }), "no-events"],
    ["deviates without person-years", () => rateDeviates({ events: [1, 0], personYears: [9, 0] }), "no-person-years"],
    ["a missing ratio", () => gammaPoissonRatios({ observed: [1, Number.NaN], expected: [1, 1] }), "missing-value"],
    ["a missing expectation", () => gammaPoissonRatios({ observed: [1, 1], expected: [1, Infinity] }), "missing-value"],
    ["half an event", () => gammaPoissonRatios({ observed: [1, 0.5], expected: [1, 1] }), "impossible-value"],
    ["fewer than no events", () => gammaPoissonRatios({ observed: [1, -1], expected: [1, 1] }), "impossible-value"],
    ["nothing expected", () => gammaPoissonRatios({ observed: [1, 1], expected: [1, 0] }), "no-expected-events"],
    ["no events", () => gammaPoissonRatios({ observed: [0, 0], expected: [1, 1] }), "no-events"],
    ["one area", () => gammaPoissonRatios({ observed: [3], expected: [1] }), "too-few-observations"],
  ])("%s", (_, answer, code) => {
    expect(told(answer())).toBe(code);
  });
  test("columns of different lengths throw", () => {
    expect(() => empiricalBayesRates({ events: [1], personYears: people })).toThrow(RangeError);
    expect(() => gammaPoissonRatios({ observed: [1], expected: people })).toThrow(RangeError);
    expect(() => spatialRates({ events: [1], personYears: people }, inARow(1))).toThrow(RangeError);
    expect(() => localEmpiricalBayes({ events: [1], personYears: people }, inARow(1))).toThrow(RangeError);
  });
});
