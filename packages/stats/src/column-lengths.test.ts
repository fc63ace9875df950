import { describe, expect, test } from "vitest";
import {
  cochranArmitage,
  concentrationIndex,
  crudeRates,
  directRate,
  empiricalBayesRates,
  eventTrend,
  expectancyGap,
  expectancyGapByCause,
  factorDecomposition,
  gammaPoissonRatios,
  gini,
  healthyLifeExpectancy,
  indirectRate,
  lifeExpectancies,
  lifeExpectancy,
  lineIntegralDecomposition,
  localEmpiricalBayes,
  logLinearTrend,
  neighboursOf,
  poissonSlopeIndex,
  rateDecomposition,
  replacementDecomposition,
  slopeIndex,
  slopeIndexes,
  spatialRates,
  standardisedRates,
  standardisedRatio,
  sullivanYears,
  theilDecomposition,
  theilSenSlope,
  vulnerabilityRanking,
  weightedMean,
  weightedQuantiles,
  yearsOfLifeLost,
} from "./index.ts";

const two = Float64Array.of(1, 2);
const three = Float64Array.of(1, 2, 3);
const four = Float64Array.of(4, 5, 6, 7);
const ages = [0, 1, 65];
const lone = neighboursOf([[], []]);
const sum = (of: readonly number[]) => of.reduce((total, n) => total + n, 0);

/** Each with one column that is longer or shorter than the others: a mistake, never an answer about some of the rows. */
const calls: Readonly<Record<string, () => unknown>> = {
  crudeRates: () => crudeRates({ events: two, personYears: three }),
  standardisedRates: () => standardisedRates({ events: two, personYears: four, standardPopulation: [1, 1] }),
  "directRate, person-years": () => directRate({ events: two, personYears: three, standardPopulation: two }),
  "directRate, standard": () => directRate({ events: two, personYears: two, standardPopulation: three }),
  "standardisedRatio, events": () =>
    standardisedRatio({ events: three, personYears: two, referenceEvents: two, referencePersonYears: two }),
  "indirectRate, reference": () =>
    indirectRate({ events: two, personYears: two, referenceEvents: two, referencePersonYears: three }),
  weightedMean: () => weightedMean(two, three),
  weightedQuantiles: () => weightedQuantiles(two, three, [0.5]),
  "rateDecomposition, one side": () => rateDecomposition({ sizes: two, rates: three }, { sizes: two, rates: two }),
  "rateDecomposition, both sides": () => rateDecomposition({ sizes: two, rates: two }, { sizes: three, rates: three }),
  factorDecomposition: () => factorDecomposition([1, 2], [1, 2, 3]),
  replacementDecomposition: () => replacementDecomposition(sum, [1, 2], [1, 2, 3]),
  lineIntegralDecomposition: () => lineIntegralDecomposition(sum, [1, 2, 3], [1, 2]),
  lifeExpectancy: () => lifeExpectancy({ ages, deaths: three, personYears: two }),
  "lifeExpectancy, fractions": () =>
    lifeExpectancy({ ages, deaths: three, personYears: [9, 9, 9] }, { deathFractions: [0.5, 0.5] }),
  lifeExpectancies: () => lifeExpectancies({ ages: [0, 1], deaths: two, personYears: four }),
  sullivanYears: () => sullivanYears({ survivors: three, yearsLived: three, prevalence: two }),
  healthyLifeExpectancy: () =>
    healthyLifeExpectancy(
      { ages, deaths: three, personYears: [90, 90, 90] },
      { prevalence: [0.1, 0.2], sampleSizes: [50, 50] },
    ),
  expectancyGap: () => expectancyGap({ ages, deathRates: [0.1, 0.1, 0.1] }, { ages, deathRates: [0.1, 0.1] }),
  expectancyGapByCause: () =>
    expectancyGapByCause({ ages, ratesByCause: [[0.1], [0.1]] }, { ages, ratesByCause: [[0.1], [0.1], [0.1]] }),
  yearsOfLifeLost: () => yearsOfLifeLost({ ages, deaths: three, personYears: [9, 9, 9, 9] }, { before: 65 }),
  "yearsOfLifeLost, standard": () =>
    yearsOfLifeLost({ ages, deaths: three, personYears: [9, 9, 9] }, { before: 65, standardPopulation: two }),
  logLinearTrend: () => logLinearTrend({ years: [1, 2, 3, 4], rates: three }),
  "logLinearTrend, errors": () => logLinearTrend({ years: three, rates: three, standardErrors: four }),
  eventTrend: () => eventTrend({ years: three, events: three, personYears: four }),
  theilSenSlope: () => theilSenSlope({ years: three, values: four }),
  cochranArmitage: () => cochranArmitage({ events: two, trials: four }),
  slopeIndex: () => slopeIndex({ values: three, population: four }),
  "slopeIndex, errors": () => slopeIndex({ values: three, population: three, standardErrors: four }),
  slopeIndexes: () => slopeIndexes({ groups: 3, values: three, population: four, standardErrors: three }),
  poissonSlopeIndex: () => poissonSlopeIndex({ events: three, population: four }),
  "poissonSlopeIndex, ranks": () => poissonSlopeIndex({ events: three, population: [9, 9, 9], ranks: [0.2, 0.8] }),
  concentrationIndex: () => concentrationIndex({ outcomes: three, rankedBy: four }),
  gini: () => gini([1, 2, 3], { weights: [1, 1] }),
  theilDecomposition: () => theilDecomposition([1, 2, 3], ["a", "b"]),
  vulnerabilityRanking: () =>
    vulnerabilityRanking({ population: [1, 2, 3], indicators: { poverty: [1, 2] }, themes: [["poverty"]] }),
  empiricalBayesRates: () => empiricalBayesRates({ events: two, personYears: three }),
  localEmpiricalBayes: () => localEmpiricalBayes({ events: two, personYears: three }, lone),
  spatialRates: () => spatialRates({ events: two, personYears: three }, lone),
  gammaPoissonRatios: () => gammaPoissonRatios({ observed: two, expected: three }),
};

describe("columns of different lengths are a mistake, and both are named", () => {
  test.each(Object.entries(calls))("%s", (_, call) => {
    expect(call).toThrow(/^`\w+` has \d entries and `\w+` has \d; they must match\.$/);
  });
});
