import { describe, expect, test } from "vitest";
import { aSentence, told } from "../../test/told.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { lifeExpectancies, lifeExpectancyAt } from "./life-expectancies.ts";
import { lifeExpectancy } from "./life-expectancy.ts";
import { lifeExpectancyDifference, publishedDifference } from "./life-expectancy-difference.ts";
import { lifeTable } from "./life-table.ts";
import { temporaryLifeExpectancy } from "./temporary-life-expectancy.ts";
import { yearsOfLifeLost } from "./years-of-life-lost.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

// Preston SH, Heuveline P, Guillot M, Demography, 2001, Box 3.1: Austrian males, 1992.
const austria = {
  ages: [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85],
  deaths: [419, 70, 36, 46, 249, 420, 403, 441, 508, 769, 1154, 1866, 2043, 3496, 4366, 4337, 5279, 6460, 6146],
  personYears: [
    47925, 189127, 234793, 238790, 254996, 326831, 355086, 324222, 269963, 261971, 238011, 261612, 181385, 187962,
    153832, 105169, 73694, 57512, 32248,
  ],
};
const austrianYears = [
  0.068, 1.626, 2.5, 3.143, 2.724, 2.52, 2.481, 2.601, 2.701, 2.663, 2.698, 2.676, 2.645, 2.624, 2.619, 2.593, 2.518,
  2.423,
];
const austrianFractions = [...austrianYears.map((a, i) => a / (austria.ages[i + 1]! - austria.ages[i]!)), 0.5];

describe("a textbook life table is repeated", () => {
  test("expectancy at birth and at 85, dying in infancy", () => {
    const table = shown(lifeTable(austria, { deathFractions: austrianFractions }));
    expect((table.expectancies[0] as number).toFixed(3)).toBe("72.889");
    expect((table.expectancies[18] as number).toFixed(3)).toBe("5.247");
    expect(table.deathProbabilities[0]!.toFixed(9)).toBe("0.008672164");
  });
});

describe("three bands can be followed by hand", () => {
  const bands = { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] };
  test("every column", () => {
    const table = shown(lifeTable(bands));
    const q0 = 0.005 / (1 + 0.9 * 0.005);
    const q1 = 0.16 / 1.08;
    expect(table.deathRates).toEqual([0.005, 0.0025, 845 / 15000]);
    expect(table.deathProbabilities[0]).toBeCloseTo(q0, 15);
    expect(table.deathProbabilities[1]).toBeCloseTo(q1, 15);
    expect(table.deathProbabilities[2]).toBe(1);
    expect(table.survivors[2]).toBeCloseTo(100_000 * (1 - q0) * (1 - q1), 8);
    expect(table.tableYears[2]).toBeCloseTo((table.survivors[2]! * 15000) / 845, 6);
    expect(table.tableDeaths.reduce((sum, d) => sum + d, 0)).toBeCloseTo(100_000, 8);
    expect(table.widths[2]).toBeCloseTo((2 * 15000) / 845, 12);
  });
  test("the variance is the sum of its three terms", () => {
    const table = shown(lifeTable(bands));
    const e1 = table.expectancies[1] as number;
    const e65 = table.expectancies[2] as number;
    const [q0, q1] = table.deathProbabilities as [number, number, number];
    const l1 = 1 - q0;
    const l65 = l1 * (1 - q1);
    const first = (0.9 + e1) ** 2 * ((q0 * q0 * (1 - q0)) / 5);
    const second = l1 ** 2 * (32 + e65) ** 2 * ((q1 * q1 * (1 - q1)) / 150);
    const open = l65 ** 2 / (845 * (845 / 15000) ** 2);
    expect(shown(lifeExpectancy(bands)).standardError).toBeCloseTo(Math.sqrt(first + second + open), 12);
    expect(shown(lifeExpectancy(bands, { variance: "chiang" })).standardError).toBeCloseTo(
      Math.sqrt(first + second),
      12,
    );
    expect(table.weightedVariances.reduce((sum, v) => sum + v, 0) / 1e10).toBeCloseTo(first + second + open, 12);
  });
  test("by Chiang the open band alone is certain", () => {
    expect(shown(lifeExpectancy(bands, { age: 65, variance: "chiang" })).standardError).toBe(0);
    expect((lifeTable(bands, { variance: "chiang" }) as { bandVariances: number[] }).bandVariances[2]).toBe(0);
  });
  test("years before 65 and after it add up", () => {
    const before = shown(temporaryLifeExpectancy(bands, { from: 0, to: 65 }));
    const after = shown(lifeExpectancy(bands, { age: 65 }));
    const whole = shown(lifeExpectancy(bands));
    expect(before.value + (1 - before.deathProbability) * after.value).toBeCloseTo(whole.value, 12);
    const q1 = 0.16 / 1.08;
    const term = (32 ** 2 * q1 * q1 * (1 - q1)) / 150;
    expect(shown(temporaryLifeExpectancy(bands, { from: 1, to: 65 })).standardError).toBeCloseTo(Math.sqrt(term), 12);
  });
});

describe("years between two ages over several bands", () => {
  test("each band's variance is weighted by the years beyond it", () => {
    const bands = { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] };
    const [q0, q1] = [0.005 / (1 + 0.9 * 0.005), 0.16 / 1.08];
    const l1 = 1 - q0;
    const beyond = 64 * (1 - q1 / 2);
    const first = (0.9 + beyond) ** 2 * ((q0 * q0 * (1 - q0)) / 5);
    const second = l1 ** 2 * 32 ** 2 * ((q1 * q1 * (1 - q1)) / 150);
    const between = shown(temporaryLifeExpectancy(bands, { from: 0, to: 65 }));
    expect(between.standardError).toBeCloseTo(Math.sqrt(first + second), 12);
  });
});

describe("a life expectancy that does not exist says why", () => {
  const whole = { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] };
  const withDeaths = (...deaths: number[]) => ({ ...whole, deaths });
  const withYears = (...personYears: number[]) => ({ ...whole, personYears });
  test.each([
    ["negative-events", withDeaths(-1, 150, 845)],
    ["no-person-years", withYears(1000, 0, 15000)],
    ["no-person-years", withYears(1000, -4, 15000)],
    ["more-deaths-than-people", withDeaths(5, 150, 15001)],
    ["no-deaths-in-open-band", withDeaths(5, 150, 0)],
    ["missing-value", withDeaths(5, Number.NaN, 845)],
    ["missing-value", withYears(1000, Number.POSITIVE_INFINITY, 15000)],
    ["missing-value", { ...whole, deaths: [5, undefined as unknown as number, 845] }],
    ["too-few-bands", { ages: [0], deaths: [5], personYears: [100] }],
  ])("%s", (code, bands) => {
    for (const answer of [lifeExpectancy(bands), lifeTable(bands), columnsOf(bands)]) {
      expect(told(answer)).toBe(code);
      expect((answer as Undefined).message).toMatch(/^[A-Z].*\.$/);
    }
  });
  function columnsOf(bands: { ages: number[]; deaths: number[]; personYears: number[] }) {
    const columns = lifeExpectancies({
      ages: bands.ages,
      deaths: Float64Array.from(bands.deaths),
      personYears: Float64Array.from(bands.personYears),
    });
    expect(columns.value.every(Number.isNaN)).toBe(true);
    return lifeExpectancyAt(columns, 0, 0);
  }
  test("a population at the minimum is too small, above it is not", () => {
    expect(told(lifeExpectancy(whole, { minimumPersonYears: 76000 }))).toBe("population-too-small");
    expect(lifeExpectancy(whole, { minimumPersonYears: 75999 })).toHaveProperty("value");
  });
  test("an age that is no lower bound", () => {
    expect(told(lifeExpectancy(whole, { age: 30 }))).toBe("no-such-age");
    expect(told(temporaryLifeExpectancy(whole, { from: 0, to: 30 }))).toBe("no-such-age");
  });
  test("an age that nobody reaches, while younger ages keep theirs", () => {
    const dying = { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 1000, 15000] };
    expect(told(lifeExpectancy(dying, { age: 65 }))).toBe("nobody-reaches-age");
    expect(shown(lifeExpectancy(dying)).value).toBeGreaterThan(30);
    expect(told(shown(lifeTable(dying)).expectancies[2])).toBe("nobody-reaches-age");
    expect(shown(lifeTable(dying)).deathProbabilities[1]).toBe(1);
  });
});

describe("misuse throws", () => {
  const bands = { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] };
  test.each([
    ["columns of different lengths", () => lifeExpectancy({ ...bands, deaths: [5, 150] })],
    ["a level in per cent", () => lifeExpectancy(bands, { level: 95 })],
    ["ages out of order", () => lifeExpectancy({ ...bands, ages: [0, 65, 1] })],
    ["an age without end", () => lifeExpectancy({ ...bands, ages: [0, 1, Infinity] })],
    ["a negative age", () => lifeExpectancy({ ...bands, ages: [-1, 1, 65] })],
    ["a death fraction above one", () => lifeExpectancy(bands, { deathFractions: [0.1, 1.5, 0.5] })],
    ["too few death fractions", () => lifeExpectancy(bands, { deathFractions: [0.1] })],
    ["no years at all", () => temporaryLifeExpectancy(bands, { from: 1, to: 1 })],
    ["years backwards", () => temporaryLifeExpectancy(bands, { from: 65, to: 0 })],
    ["a limit inside a band", () => yearsOfLifeLost(bands, { before: 75 })],
    [
      "limits that do not enclose",
      () =>
        publishedDifference({ value: 1, lower: 2, upper: 3, level: 0.9 }, { value: 1, lower: 0, upper: 3, level: 0.9 }),
    ],
    [
      "a broken number of areas",
      () => lifeExpectancies({ ages: [0, 1], deaths: new Float64Array(3), personYears: new Float64Array(3) }),
    ],
  ])("%s", (_, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(aSentence);
  });
});

describe("many areas at once", () => {
  const ages = [0, 1, 65];
  const deaths = Float64Array.of(5, 150, 845, 5, -1, 845, 3, 100, 700);
  const personYears = Float64Array.of(1000, 60000, 15000, 1000, 60000, 15000, 900, 50000, 14000);
  test("one poor area does not spoil the others", () => {
    const columns = lifeExpectancies({ ages, deaths, personYears }, { level: 0.9, variance: "chiang" });
    expect(told(lifeExpectancyAt(columns, 1, 0))).toBe("negative-events");
    for (const area of [0, 2]) {
      for (const age of ages) {
        const bands = {
          ages,
          deaths: deaths.slice(3 * area, 3 * area + 3),
          personYears: personYears.slice(3 * area, 3 * area + 3),
        };
        expect(lifeExpectancyAt(columns, area, age)).toEqual(
          lifeExpectancy(bands, { age, level: 0.9, variance: "chiang" }),
        );
      }
    }
    expect(lifeExpectancyAt(columns, 0, 30)).toEqual({
      undefined: "no-such-age",
      message: "No age band begins at 30.",
    });
    expect(() => lifeExpectancyAt(columns, 3, 0)).toThrow(RangeError);
  });
  test("columns can be written again without new memory", () => {
    const first = lifeExpectancies({ ages, deaths, personYears });
    const again = lifeExpectancies(
      { ages, deaths: deaths.map((d) => (d > 0 ? 2 * d : 1)), personYears },
      { into: first },
    );
    expect(again.value).toBe(first.value);
    expect(lifeExpectancyAt(again, 1, 0)).toHaveProperty("value");
    expect(() => lifeExpectancies({ ages: [0, 1], deaths, personYears }, { into: first })).toThrow(RangeError);
  });
});

describe("differences", () => {
  test("Chicago's published gap of 2010: 85.0 (83.6–86.4) less 68.8 (66.9–70.6) is 16.2 (13.9–18.5)", () => {
    const gap = shown(
      publishedDifference(
        { value: 85, lower: 83.6, upper: 86.4, level: 0.95 },
        { value: 68.8, lower: 66.9, upper: 70.6, level: 0.95 },
      ),
    );
    expect([gap.value, gap.lower, gap.upper].map((years) => years.toFixed(1))).toEqual(["16.2", "13.9", "18.5"]);
  });
  test("limits at another level are put on the same footing", () => {
    const z90 = 1.6448536269514722;
    const z95 = 1.959963984540054;
    const first = { value: 80, lower: 80 - z90, upper: 80 + z90, level: 0.9 };
    const second = { value: 75, lower: 75 - z95, upper: 75 + z95, level: 0.95 };
    expect(shown(publishedDifference(first, second)).standardError).toBeCloseTo(Math.SQRT2, 12);
  });
  test("nothing to test without uncertainty", () => {
    const certain = { value: 3, standardError: 0 };
    expect(told(lifeExpectancyDifference(certain, certain))).toBe("no-uncertainty");
  });
});

describe("years of life lost", () => {
  const bands = { ages: [0, 25, 75], deaths: [4, 10, 90], personYears: [9000, 18000, 2000] };
  test("two bands by hand, crude and adjusted", () => {
    const lost = shown(yearsOfLifeLost(bands, { standardPopulation: [1, 3, 9] }));
    expect(lost.byBand).toEqual([250, 250, 0]);
    expect(lost.rate.value).toBeCloseTo((500 / 27000) * 1e5, 8);
    const a = 0.25 * (62.5 / 9000);
    const b = 0.75 * (25 / 18000);
    expect(lost.adjustedRate?.value).toBeCloseTo(1e5 * (4 * a + 10 * b), 8);
    expect(lost.adjustedRate?.standardError).toBeCloseTo(1e5 * Math.sqrt(4 * a * a + 10 * b * b), 8);
  });
  test("a lower limit stops at zero", () => {
    const few = shown(yearsOfLifeLost({ ...bands, deaths: [1, 0, 9] }));
    expect(few.lower).toBe(0);
    expect(few.rate.lower).toBe(0);
    expect(few.upper).toBeCloseTo(62.5 * (1 + 1.959963984540054), 10);
  });
  test("an open band without deaths is no obstacle, a missing count is", () => {
    expect(yearsOfLifeLost({ ...bands, deaths: [4, 10, 0] })).toHaveProperty("value", 500);
    expect(told(yearsOfLifeLost({ ...bands, deaths: [4, Number.NaN, 0] }))).toBe("missing-value");
    expect(told(yearsOfLifeLost(bands, { standardPopulation: [0, 0, 5] }))).toBe("no-standard-population");
  });
});
