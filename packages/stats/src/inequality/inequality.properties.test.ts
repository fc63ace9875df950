import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absoluteConcentrationIndex,
  atkinson,
  betweenGroupDeviation,
  betweenGroupVariance,
  coefficientOfVariation,
  concentrationIndex,
  dissimilarity,
  exposure,
  fractionalRanks,
  type Groups,
  generalisedEntropy,
  gini,
  groupDifference,
  groupRatio,
  hooverIndex,
  type Inequality,
  type InequalityRatio,
  indexOfDisparity,
  isUndefined,
  kunstMackenbachIndex,
  meanDifferenceFromBest,
  meanDifferenceFromMean,
  meanLogDeviation,
  mutualInformation,
  poissonSlopeIndex,
  populationAttributableFraction,
  relativeConcentrationIndex,
  ridits,
  slopeIndex,
  slopeIndexAt,
  slopeIndexByResiduals,
  slopeIndexes,
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

const rows = fc.array(
  fc.record({
    // To four decimals, as values are published: values that differ in their last bit alone have no ratio to speak of.
    value: fc.integer({ min: 10_000, max: 990_000 }).map((n) => n / 10_000),
    people: fc.integer({ min: 1, max: 50_000 }),
    error: fc.double({ min: 0.01, max: 5, noNaN: true }),
  }),
  { minLength: 3, maxLength: 12 },
);
type Row = Readonly<{ value: number; people: number; error: number }>;
const groupsOf = (list: readonly Row[]) => ({
  values: list.map((row) => row.value),
  population: list.map((row) => row.people),
  standardErrors: list.map((row) => row.error),
});
const near = (got: number, want: number, scale = Math.max(1, Math.abs(want))) =>
  expect(Math.abs(got - want)).toBeLessThan(1e-9 * scale);

type Measured = Inequality | InequalityRatio | Undefined;
const ofSets: Readonly<Record<string, (groups: Groups, level?: number) => Measured>> = {
  groupDifference: (groups, level = 0.95) => groupDifference(groups, { between: "extremes" }, { level }),
  groupRatio: (groups, level = 0.95) => groupRatio(groups, { between: "extremes" }, { level }),
  betweenGroupVariance: (groups, level = 0.95) => betweenGroupVariance(groups, { level }),
  betweenGroupDeviation: (groups, level = 0.95) => betweenGroupDeviation(groups, { level }),
  coefficientOfVariation: (groups, level = 0.95) => coefficientOfVariation(groups, { level }),
  theilIndex: (groups, level = 0.95) => theilIndex(groups, { level }),
  meanLogDeviation: (groups, level = 0.95) => meanLogDeviation(groups, { level }),
  indexOfDisparity: (groups, level = 0.95) => indexOfDisparity(groups, { level }),
  meanDifferenceFromMean: (groups, level = 0.95) => meanDifferenceFromMean(groups, { level }),
  meanDifferenceFromBest: (groups, level = 0.95) => meanDifferenceFromBest(groups, { favourable: true, level }),
  populationAttributableFraction: (groups, level = 0.95) =>
    populationAttributableFraction(groups, { favourable: true, ordered: false, per: 100, level }),
};
const ofOrders: Readonly<Record<string, (groups: Groups, level?: number) => Measured>> = {
  sii: (groups, level = 0.95) => shown(slopeIndex(groups, { level })).sii,
  siiOfLogs: (groups, level = 0.95) => shown(slopeIndex(groups, { level, transform: "log" })).sii,
  rii: (groups, level = 0.95) => shown(slopeIndex(groups, { level, transform: "log" })).rii,
  siiByResiduals: (groups, level = 0.95) => shown(slopeIndexByResiduals(groups, { level })).sii,
  absoluteConcentrationIndex: (groups, level = 0.95) => absoluteConcentrationIndex(groups, { level }),
  relativeConcentrationIndex: (groups, level = 0.95) => relativeConcentrationIndex(groups, { level }),
};
const all = Object.entries({ ...ofSets, ...ofOrders });
const relative = new Set([
  "groupRatio",
  "coefficientOfVariation",
  "theilIndex",
  "meanLogDeviation",
  "indexOfDisparity",
  "populationAttributableFraction",
  "rii",
  "relativeConcentrationIndex",
]);

describe("measures between groups", () => {
  test.each(Object.entries(ofSets))("%s does not care in which order groups are given", (_, measure) => {
    fc.assert(
      fc.property(rows, (list) => {
        const forwards = shown(measure(groupsOf(list)));
        const backwards = shown(measure(groupsOf(list.toReversed())));
        near(backwards.value, forwards.value);
        if (!isUndefined(forwards.limits) && !isUndefined(backwards.limits))
          near(backwards.limits.upper, forwards.limits.upper);
        else expect(isUndefined(forwards.limits)).toBe(isUndefined(backwards.limits));
      }),
      { numRuns: 60 },
    );
  });
  test.each(all)("%s does not care in what unit people are counted", (name, measure) => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const once = shown(measure(groupsOf(list)));
        const often = shown(measure(groupsOf(list.map((row) => ({ ...row, people: row.people * factor })))));
        near(often.value, once.value);
        if (name === "populationAttributableFraction") return;
        if (!isUndefined(once.limits) && !isUndefined(often.limits)) near(often.limits.lower, once.limits.lower);
      }),
      { numRuns: 60 },
    );
  });
  test.each(all)("%s of values times a factor is times it, its square or nothing at all", (name, measure) => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, factor) => {
        const power = relative.has(name) ? 0 : name === "betweenGroupVariance" ? 2 : 1;
        const errors = name === "rii" || name === "siiOfLogs" ? 1 : factor;
        const scaled = list.map((row) => ({ ...row, value: row.value * factor, error: row.error * errors }));
        const before = shown(measure(groupsOf(list))).value * factor ** power;
        near(shown(measure(groupsOf(scaled))).value, before);
      }),
      { numRuns: 60 },
    );
  });
  test.each(all)("%s has wider limits at a higher level, and its value between them", (_, measure) => {
    fc.assert(
      fc.property(rows, (list) => {
        const narrow = shown(measure(groupsOf(list), 0.8));
        const wide = shown(measure(groupsOf(list), 0.99));
        if (isUndefined(narrow.limits) || isUndefined(wide.limits)) return;
        expect(wide.limits.lower).toBeLessThanOrEqual(narrow.limits.lower);
        expect(wide.limits.upper).toBeGreaterThanOrEqual(narrow.limits.upper);
        expect(narrow.limits.lower).toBeLessThanOrEqual(narrow.value + 1e-9);
        expect(narrow.limits.upper).toBeGreaterThanOrEqual(narrow.value - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
  test.each(Object.entries(ofOrders))("%s turns about when the order of groups is turned about", (name, measure) => {
    fc.assert(
      fc.property(rows, (list) => {
        const forwards = shown(measure(groupsOf(list))).value;
        const backwards = shown(measure(groupsOf(list.toReversed()))).value;
        near(backwards, name === "rii" ? 1 / forwards : -forwards, 100);
      }),
      { numRuns: 60 },
    );
  });
  test("equal values have no inequality at all, whatever the groups weigh", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 1, max: 99, noNaN: true }), (list, value) => {
        const groups = groupsOf(list.map((row) => ({ ...row, value })));
        for (const [name, measure] of all)
          expect(shown(measure(groups)).value).toBe(["groupRatio", "rii"].includes(name) ? 1 : 0);
        expect(isUndefined(shown(betweenGroupDeviation(groups)).limits)).toBe(true);
        expect(gini(groups.values, { weights: groups.population })).toBe(0);
      }),
    );
  });
  test("an extra group without people changes no measure of the others", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 1, max: 99, noNaN: true }), (list, value) => {
        const empty = [...list, { value, people: 0, error: 1 }];
        for (const measure of [
          ofSets.betweenGroupVariance!,
          ofSets.theilIndex!,
          ofOrders.sii!,
          ofOrders.siiByResiduals!,
        ])
          near(shown(measure(groupsOf(empty))).value, shown(measure(groupsOf(list))).value);
      }),
      { numRuns: 60 },
    );
  });
});

describe("slope indices", () => {
  test("equal values have a slope of exactly 0 and a ratio of exactly 1", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 99, noNaN: true }), (list, value) => {
        const index = shown(slopeIndex(groupsOf(list.map((row) => ({ ...row, value })))));
        expect(index.sii.value).toBe(0);
        expect(shown(index.rii).value).toBe(1);
      }),
    );
  });
  test("values that lie on a line give that line", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: -20, max: 20, noNaN: true }), (list, slope) => {
        const ranks = shown(ridits(list.map((row) => row.people)));
        const index = shown(slopeIndex(groupsOf(list.map((row, j) => ({ ...row, value: 50 + slope * ranks[j]! })))));
        near(index.sii.value, slope, 100);
        near(index.mostDisadvantaged, 50, 100);
      }),
    );
  });
  test("columns give what single areas give, cell by cell", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...Array.from({ length: 5 }, () => rows.map((list) => list[0]!))), {
          minLength: 1,
          maxLength: 6,
        }),
        (areas) => {
          const flat = areas.flat();
          const columns = slopeIndexes({
            groups: 5,
            values: Float64Array.from(flat, (row) => row.value),
            population: Float64Array.from(flat, (row) => row.people),
            standardErrors: Float64Array.from(flat, (row) => row.error),
          });
          for (const [i, area] of areas.entries()) {
            const { sii, rii } = shown(slopeIndex(groupsOf(area)));
            const cell = shown(slopeIndexAt(columns, i));
            expect(cell.sii).toEqual(sii);
            if (isUndefined(rii)) expect(cell.rii).toEqual(rii);
            else {
              near(shown(cell.rii).value, rii.value);
              const [got, want] = [shown(shown(cell.rii).limits), shown(rii.limits)];
              for (const key of ["lower", "upper", "logStandardError"] as const) near(got[key], want[key]);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  test("the Kunst-Mackenbach index is the inverse of the ratio, limits and all", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const rii = shown(slopeIndex(groupsOf(list))).rii;
        const kmi = kunstMackenbachIndex(groupsOf(list));
        if (isUndefined(rii)) {
          expect(kmi).toEqual(rii);
          return;
        }
        near(shown(kmi).value * rii.value, 1);
        const [a, b] = [shown(shown(kmi).limits), shown(rii.limits)];
        expect(a.lower).toBe(1 / b.upper);
      }),
    );
  });
  test("rates that fall by a constant factor have it as their ratio", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 5000 }), { minLength: 3, maxLength: 8 }), (population) => {
        const ranks = shown(ridits(population));
        const events = population.map((n, j) => n * 0.2 * Math.exp(-0.7 * ranks[j]!));
        near(shown(poissonSlopeIndex({ events, population })).rii.value, Math.exp(-0.7));
      }),
      { numRuns: 60 },
    );
  });
});

const incomes = fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("distributions of values", () => {
  test("Theil's index is the sum of its parts to 1e-10, and of its groups", () => {
    fc.assert(
      fc.property(incomes, fc.nat(), (values, seed) => {
        const labels = values.map((_, i) => (i * 7 + seed) % 4);
        const weights = values.map((_, i) => 1 + ((i * 13 + seed) % 9));
        const parts = shown(theilDecomposition(values, labels, { weights }));
        const theil = shown(generalisedEntropy(values, 1, { weights }));
        expect(Math.abs(parts.between + parts.within - theil)).toBeLessThan(1e-10);
        expect(parts.total).toBe(parts.between + parts.within);
        const within = parts.groups.reduce((sum, group) => sum + group.valueShare * group.theil, 0);
        expect(Math.abs(within - parts.within)).toBeLessThan(1e-10);
      }),
    );
  });
  const measures = {
    gini,
    hooverIndex,
    wolfsonIndex,
    theil: (values: readonly number[], options = {}) => generalisedEntropy(values, 1, options),
    atkinson: (values: readonly number[], options = {}) => atkinson(values, 0.5, options),
  };
  test.each(Object.entries(measures))("%s ignores order and unit, and repeating everybody", (_, measure) => {
    fc.assert(
      fc.property(incomes, (values) => {
        const once = shown(measure(values));
        near(shown(measure(values.toReversed())), once);
        near(shown(measure(values.map((x) => 3.7 * x))), once);
        near(shown(measure([...values, ...values])), once);
        near(shown(measure(values, { weights: values.map(() => 5) })), once);
      }),
    );
  });
  test("the concentration index of people ranked by their own outcome is its Gini coefficient", () => {
    fc.assert(
      fc.property(incomes, (list) => {
        const values = [...list, 50, 60];
        near(shown(concentrationIndex({ outcomes: values, rankedBy: values })).value, shown(gini(values)));
      }),
    );
  });
  test("weighted ranks average one half, and equal people share a rank", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 9 })), { minLength: 1 }), (people) => {
        const by = people.map(([rank]) => rank);
        const weights = people.map(([, weight]) => weight);
        const ranks = shown(fractionalRanks(by, weights));
        const total = weights.reduce((sum, w) => sum + w, 0);
        near(
          ranks.reduce((sum, rank, i) => sum + (rank * weights[i]!) / total, 0),
          0.5,
        );
        for (const [i, rank] of ranks.entries()) expect(ranks[by.indexOf(by[i]!)]).toBe(rank);
      }),
    );
  });
});

describe("segregation", () => {
  const places = fc
    .array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { minLength: 2, maxLength: 10 })
    .map((list) => [...list, [1, 1, 1] as [number, number, number]]);
  test("dissimilarity is the same either way, exposures of a group add up to one, and H lies between 0 and 1", () => {
    fc.assert(
      fc.property(places, (counts) => {
        near(shown(dissimilarity(counts, 0, 1)), shown(dissimilarity(counts, 1, 0)));
        near(
          [0, 1, 2].reduce((sum, to) => sum + shown(exposure(counts, 0, to)), 0),
          1,
        );
        const h = shown(theilSegregation(counts));
        expect(h).toBeGreaterThan(-1e-12);
        expect(h).toBeLessThan(1 + 1e-12);
      }),
    );
  });
  test("areas of one mix tell nothing, and merging two areas never tells more", () => {
    near(
      shown(
        mutualInformation([
          [10, 20],
          [5, 10],
          [1, 2],
        ]),
      ),
      0,
    );
    fc.assert(
      fc.property(places, (counts) => {
        const merged = [counts[0]!.map((n, g) => n + counts[1]![g]!), ...counts.slice(2)];
        expect(shown(mutualInformation(merged))).toBeLessThanOrEqual(shown(mutualInformation(counts)) + 1e-12);
      }),
    );
  });
});
