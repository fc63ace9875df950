import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  crudeRate,
  directRate,
  isUndefined,
  lifeExpectancy,
  lifeTable,
  poissonLimits,
  proportion,
  type Undefined,
} from "./index.ts";

function shown<T>(answer: T | Undefined): T {
  if (isUndefined(answer)) throw new Error(answer.message);
  return answer;
}

const levels = fc.tuple(
  fc.double({ min: 0.5, max: 0.8, noNaN: true }),
  fc.double({ min: 0.81, max: 0.9999, noNaN: true }),
);
const bands = fc.array(
  fc.record({ deaths: fc.integer({ min: 1, max: 500 }), personYears: fc.integer({ min: 600, max: 90_000 }) }),
  {
    minLength: 3,
    maxLength: 20,
  },
);
const columnsOf = (rows: readonly { deaths: number; personYears: number }[]) => ({
  ages: rows.map((_, i) => 5 * i),
  deaths: rows.map((row) => row.deaths),
  personYears: rows.map((row) => row.personYears),
});

describe("life tables", () => {
  test("a constant force of mortality gives 1/M, closer the narrower the bands", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.005, max: 0.2, noNaN: true }), (rate) => {
        const width = 0.002 / rate;
        const ages = Array.from({ length: 400 }, (_, i) => i * width);
        const deaths = ages.map(() => rate * 1e6);
        const bandsOf = { ages, deaths, personYears: ages.map(() => 1e6) };
        const fractions = ages.map(() => 0.5);
        expect(shown(lifeExpectancy(bandsOf, { deathFractions: fractions })).value * rate).toBeCloseTo(1, 6);
        const last = shown(lifeExpectancy(bandsOf, { age: ages[399]!, deathFractions: fractions }));
        expect(last.value * rate).toBeCloseTo(1, 12);
      }),
      { numRuns: 30 },
    );
  });
  test("all who are born die, and years lived above an age are its expectancy", () => {
    fc.assert(
      fc.property(bands, (rows) => {
        const table = shown(lifeTable(columnsOf(rows)));
        expect(table.tableDeaths.reduce((sum, d) => sum + d, 0)).toBeCloseTo(100_000, 5);
        const e0 = table.expectancies[0] as number;
        expect(Math.abs(table.tableYearsAbove[0]! / 100_000 - e0)).toBeLessThan(1e-9 * e0);
      }),
    );
  });
  test("merging two bands keeps the deaths, and more deaths anywhere never lengthen life", () => {
    fc.assert(
      fc.property(bands, fc.nat(), (rows, which) => {
        const i = which % (rows.length - 1);
        const merged = rows.toSpliced(i, 2, {
          deaths: rows[i]!.deaths + rows[i + 1]!.deaths,
          personYears: rows[i]!.personYears + rows[i + 1]!.personYears,
        });
        const sum = (list: typeof rows) => list.reduce((total, row) => total + row.deaths, 0);
        expect(sum(merged)).toBe(sum(rows));
        const ages = rows.map((_, j) => 5 * j).filter((_, j) => j !== i + 1);
        expect(lifeExpectancy({ ...columnsOf(merged), ages })).toHaveProperty("value");
        const worse = rows.with(i, { ...rows[i]!, deaths: rows[i]!.deaths + 20 });
        expect(shown(lifeExpectancy(columnsOf(worse))).value).toBeLessThanOrEqual(
          shown(lifeExpectancy(columnsOf(rows))).value + 1e-12,
        );
      }),
    );
  });
  test("more people at the same rates: the same life, a smaller error", () => {
    fc.assert(
      fc.property(bands, fc.integer({ min: 2, max: 50 }), (rows, factor) => {
        const one = shown(lifeExpectancy(columnsOf(rows)));
        const scaled = rows.map((row) => ({ deaths: factor * row.deaths, personYears: factor * row.personYears }));
        const many = shown(lifeExpectancy(columnsOf(scaled)));
        expect(many.value).toBeCloseTo(one.value, 9);
        expect(many.standardError * Math.sqrt(factor)).toBeCloseTo(one.standardError, 9);
      }),
    );
  });
});

describe("rates", () => {
  const strata = fc.array(
    fc.record({
      events: fc.integer({ min: 0, max: 400 }),
      personYears: fc.integer({ min: 50, max: 90_000 }),
      people: fc.integer({ min: 1, max: 9_000 }),
    }),
    { minLength: 1, maxLength: 19 },
  );
  const strataOf = (rows: readonly { events: number; personYears: number; people: number }[], factor = 1) => ({
    events: rows.map((row) => row.events),
    personYears: rows.map((row) => row.personYears),
    standardPopulation: rows.map((row) => factor * row.people),
  });
  test("a standard population may be scaled by any factor", () => {
    fc.assert(
      fc.property(strata, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (rows, factor) => {
        const one = shown(directRate(strataOf(rows)));
        const other = shown(directRate(strataOf(rows, factor)));
        for (const key of ["value", "lower", "upper"] as const) {
          expect(Math.abs(other[key] - one[key])).toBeLessThanOrEqual(1e-10 * Math.abs(one[key]) + 1e-12);
        }
      }),
    );
  });
  test("one stratum is a crude rate with exact limits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 1e6 }), (events, personYears) => {
        const direct = shown(directRate({ events: [events], personYears: [personYears], standardPopulation: [7] }));
        const crude = shown(crudeRate({ events, personYears }));
        expect(Math.abs(direct.lower - crude.lower)).toBeLessThanOrEqual(1e-11 * crude.lower);
        expect(Math.abs(direct.upper - crude.upper)).toBeLessThanOrEqual(1e-11 * crude.upper);
      }),
    );
  });
  test("a higher level gives a wider interval around the same value", () => {
    const directMethods = [
      "fay-feuer",
      "tiwari",
      "mean-weight",
      "min-max-weight",
      "fay-kim",
      "dobson-byar",
      "anderson-rosenberg",
      "normal",
      "log-normal",
    ] as const;
    fc.assert(
      fc.property(strata, levels, fc.constantFrom(...directMethods), (rows, [low, high], method) => {
        const narrow = directRate(strataOf(rows), { method, level: low });
        const wide = directRate(strataOf(rows), { method, level: high });
        if (isUndefined(narrow) || isUndefined(wide)) {
          expect(narrow).toEqual(wide);
          return;
        }
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
      }),
    );
  });
});

describe("counts and proportions", () => {
  const countMethods = ["exact", "byar", "byar-half", "normal", "score", "mid-p", "jeffreys"] as const;
  const proportionMethods = [
    "wilson",
    "wilson-corrected",
    "clopper-pearson",
    "agresti-coull",
    "wald",
    "likelihood-ratio",
    "mid-p",
    "jeffreys",
  ] as const;
  test("limits of a count nest by level", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        levels,
        fc.constantFrom(...countMethods),
        (events, [low, high], method) => {
          const narrow = shown(crudeRate({ events, personYears: 100 }, { method, level: low }));
          const wide = shown(crudeRate({ events, personYears: 100 }, { method, level: high }));
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        },
      ),
    );
  });
  test("limits of a proportion nest by level", () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.nat(400),
        levels,
        fc.constantFrom(...proportionMethods),
        (a, b, [low, high], method) => {
          const narrow = shown(proportion(a, a + b + 1, { method, level: low }));
          const wide = shown(proportion(a, a + b + 1, { method, level: high }));
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower + 1e-14);
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper - 1e-14);
        },
      ),
    );
  });
  test("exact limits rise with the count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (events) => {
        const one = poissonLimits(events, 0.95);
        const next = poissonLimits(events + 1, 0.95);
        expect(next.lower).toBeGreaterThan(one.lower);
        expect(next.upper).toBeGreaterThan(one.upper);
      }),
    );
  });
});
