import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { told } from "../../test/told.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { childDeathFraction, infantDeathFraction } from "./death-fractions.ts";
import { expectancyGap, expectancyGapByCause } from "./expectancy-gap.ts";
import { lifeExpectancy } from "./life-expectancy.ts";
import { lifeTableFromRates } from "./life-table-from-rates.ts";
import { lineIntegralDecomposition, replacementDecomposition } from "./replacement-decomposition.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

const sum = (column: readonly number[]) => column.reduce((total, n) => total + n, 0);
const ages = [0, 1, 5, 15, 45, 65, 85];
const rate = fc.double({ min: 1e-5, max: 0.02, noNaN: true });
const schedule = fc
  .tuple(rate, rate, rate, rate, rate, rate, fc.double({ min: 0.05, max: 0.5, noNaN: true }))
  .map((deathRates) => ({ ages, deathRates }));
const causes = fc
  .array(fc.tuple(rate, rate, rate), { minLength: 7, maxLength: 7 })
  .map((ratesByCause) => ({ ages, ratesByCause }));

describe("a gap in life expectancy", () => {
  test("is the sum of its ages, in either form, to 1e-10", () => {
    fc.assert(
      fc.property(schedule, schedule, fc.boolean(), (first, second, symmetric) => {
        const gap = shown(expectancyGap(first, second, { symmetric }));
        expect(Math.abs(sum(gap.byAge) - gap.gap)).toBeLessThan(1e-10);
      }),
    );
  });
  test("turned around, turns its signs in the symmetric form", () => {
    fc.assert(
      fc.property(schedule, schedule, (first, second) => {
        const there = shown(expectancyGap(first, second)).byAge;
        const back = shown(expectancyGap(second, first)).byAge;
        there.forEach((years, i) => void expect(Math.abs(years + back[i]!)).toBeLessThan(1e-11));
      }),
    );
  });
  test("is the sum of its ages and causes, even where causes offset each other", () => {
    fc.assert(
      fc.property(causes, causes, fc.boolean(), (first, second, symmetric) => {
        const gap = shown(expectancyGapByCause(first, second, { symmetric }));
        expect(Math.abs(sum(gap.byAgeAndCause.flat()) - gap.gap)).toBeLessThan(1e-9);
      }),
    );
  });
  test("offsetting causes keep finite and opposite shares", () => {
    const first = {
      ages: [0, 65],
      ratesByCause: [
        [0.002, 0.002],
        [0.05, 0.03],
      ],
    };
    const second = {
      ages: [0, 65],
      ratesByCause: [
        [0.003, 0.001],
        [0.04, 0.03],
      ],
    };
    const [young] = shown(expectancyGapByCause(first, second)).byAgeAndCause;
    expect(young![0]).toBeLessThan(-2);
    expect(young![0]! + young![1]!).toBeCloseTo(0, 12);
    // The limit is that of a change a thousand times larger than the one it stands in for, to the digits it carries.
    const near = {
      ages: [0, 65],
      ratesByCause: [
        [0.003, 0.001 + 1e-6],
        [0.04, 0.03],
      ],
    };
    expect(shown(expectancyGapByCause(first, near)).byAgeAndCause[0]![0]).toBeCloseTo(young![0]!, 2);
  });
  test("follows the same table as life expectancy", () => {
    const deaths = [6, 4, 3, 40, 200, 500, 900];
    const personYears = [1000, 4000, 10000, 30000, 20000, 12000, 6000];
    const deathRates = deaths.map((d, i) => d / personYears[i]!);
    const gap = shown(expectancyGap({ ages, deathRates }, { ages, deathRates: deathRates.map((m) => m / 2) }));
    expect(gap.first).toBeCloseTo(shown(lifeExpectancy({ ages, deaths, personYears })).value, 12);
  });
  test.each([
    ["missing-value", [0.01, Number.NaN]],
    ["negative-events", [-0.01, 0.1]],
    ["no-deaths-in-open-band", [0.01, 0]],
  ])("%s", (code, deathRates) => {
    const wrong = { ages: [0, 65], deathRates };
    const sound = { ages: [0, 65], deathRates: [0.01, 0.1] };
    expect(told(expectancyGap(wrong, sound))).toBe(code);
    expect(told(expectancyGap(sound, wrong))).toBe(code);
    const byCause = deathRates.map((m) => [m]);
    expect(
      expectancyGapByCause({ ages: [0, 65], ratesByCause: byCause }, { ages: [0, 65], ratesByCause: byCause }),
    ).toMatchObject({ undefined: code });
  });
  test("too few bands, and ages that differ", () => {
    expect(told(expectancyGap({ ages: [0], deathRates: [0.1] }, { ages: [0], deathRates: [0.1] }))).toBe(
      "too-few-bands",
    );
    expect(() =>
      expectancyGap({ ages: [0, 1], deathRates: [0.1, 0.1] }, { ages: [0, 5], deathRates: [0.1, 0.1] }),
    ).toThrow(RangeError);
  });
});

describe("any measure", () => {
  const measure = ([a = 0, b = 0, c = 0]: readonly number[]) => a * b + Math.exp(c) / (1 + b);
  const list = fc.tuple(rate, rate, rate).map((numbers) => numbers.map((n) => 50 * n));
  test("replacement is exact, the line integral nearly so", () => {
    fc.assert(
      fc.property(list, list, fc.boolean(), (first, second, symmetric) => {
        const change = measure(second) - measure(first);
        expect(Math.abs(sum(replacementDecomposition(measure, first, second, { symmetric })) - change)).toBeLessThan(
          1e-13,
        );
        expect(Math.abs(sum(lineIntegralDecomposition(measure, first, second)) - change)).toBeLessThan(
          2e-3 * Math.abs(change) + 1e-4,
        );
      }),
    );
  });
  test("what does not differ gives nothing", () => {
    expect(lineIntegralDecomposition(measure, [1, 2, 3], [1, 4, 3])).toMatchObject([0, expect.any(Number), 0]);
    expect(replacementDecomposition(measure, [1, 2, 3], [1, 4, 3])).toMatchObject([0, expect.any(Number), 0]);
    expect(() => lineIntegralDecomposition(measure, [1], [1], { steps: 0 })).toThrow(RangeError);
    expect(() => replacementDecomposition(measure, [1], [1, 2])).toThrow(RangeError);
  });
});

describe("the age at death of infants", () => {
  // Andreev & Kingkade 2015, table 3, and Coale & Demeny 1983 West: at and around the joints of the pieces.
  test.each([
    [0.0229, "male", "andreev-kingkade", 0.14929 - 1.99545 * 0.0229],
    [0.023, "male", "andreev-kingkade", 0.02832 + 3.26021 * 0.023],
    [0.09, "male", "andreev-kingkade", 0.29915],
    [0.01, "female", "andreev-kingkade", 0.14903 - 2.05527 * 0.01],
    [0.05, "female", "andreev-kingkade", 0.04667 + 3.88089 * 0.05],
    [0.07, "female", "andreev-kingkade", 0.31411],
    [0.07, "both", "andreev-kingkade", (0.31411 + 0.02832 + 3.26021 * 0.07) / 2],
    [0.01, "male", "coale-demeny-west", 0.045 + 2.684 * 0.01],
    [0.107, "female", "coale-demeny-west", 0.35],
    [0.01, "both", "keyfitz-flieger", 0.087],
  ] as const)("at a rate of %f, %s, by %s", (deathRate, sex, rule, want) => {
    expect(infantDeathFraction(deathRate, { sex, rule })).toBeCloseTo(want, 14);
  });
  test("a rate below zero is misuse", () => {
    expect(() => infantDeathFraction(-1, { sex: "both", rule: "keyfitz-flieger" })).toThrow(RangeError);
  });
});

describe("a table from rates alone", () => {
  test("at a constant force every age expects 1/M", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 2, noNaN: true }), (force) => {
        const table = shown(
          lifeTableFromRates({ ages, deathRates: ages.map(() => force) }, { within: "constant-force" }),
        );
        for (const e of table.expectancies) expect(Math.abs(e * force - 1)).toBeLessThan(1e-9);
      }),
    );
  });
  test("years lived by the dying meet halfway where few die, and earlier where many do", () => {
    const table = shown(
      lifeTableFromRates({ ages: [0, 5, 10], deathRates: [1e-9, 0.9, 1] }, { within: "constant-force" }),
    );
    expect(table.deathYears[0]).toBeCloseTo(2.5, 8);
    const x = 4.5;
    expect(table.deathYears[1]).toBeCloseTo(5 * (1 + 1 / x - 1 / (1 - Math.exp(-x))), 12);
    expect(table.deathYears[2]).toBe(1);
  });
  test("from either side of the joint the series and the formula meet", () => {
    const years = (rate: number) =>
      shown(lifeTableFromRates({ ages: [0, 1], deathRates: [rate, 1] }, { within: "constant-force" })).deathYears[0]!;
    expect(Math.abs(years(0.000999999) - years(0.001000001))).toBeLessThan(1e-9);
  });
  test("where everybody dies at once nobody is left to expect anything", () => {
    const table = shown(lifeTableFromRates({ ages: [0, 5, 10], deathRates: [0.01, 3, 0.2] }));
    expect(table.deathProbabilities[1]).toBe(1);
    expect(table.expectancies[2]).toBe(0);
  });
  test("children follow Coale and Demeny", () => {
    expect(childDeathFraction(0.107, { sex: "male" })).toBe(1.352 / 4);
    expect(childDeathFraction(0, { sex: "female" })).toBe(1.522 / 4);
    expect(childDeathFraction(0.05, { sex: "both" })).toBeCloseTo((1.651 + 1.522 - 0.05 * (2.816 + 1.518)) / 8, 14);
    expect(() => childDeathFraction(-1, { sex: "male" })).toThrow(RangeError);
  });
});
