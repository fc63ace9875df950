import { isKnown } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { impossible, isUndefined, missing, type Undefined, undefinedBecause } from "../undefined.ts";
import { type CountFamily, type CountLine, countLine } from "./count-line.ts";
import { type Inequality, type InequalityRatio, withLogLimits, withNormalLimits } from "./inequality.ts";
import { riditsOf } from "./ridits.ts";
import { combinedError, type TwoByTwo } from "./two-by-two.ts";

/** Counts of ordered groups, from the most to the least disadvantaged. */
export type GroupCounts = Readonly<{
  events: ArrayLike<number>;
  population: ArrayLike<number>;
  /** Middle ranks of the groups, where another population than the one at risk tells them; see `ridits`. */
  ranks?: ArrayLike<number>;
}>;

/** Options of the indices from counts. */
export type CountSlopeOptions = Readonly<{
  level?: number;
  /** Take errors from how groups scatter about the line (HC1) instead of from the model of the counts. */
  robust?: boolean;
}>;

/** The indices of inequality of a line fitted to counts. */
export type CountSlopeIndex = Readonly<{
  sii: Inequality;
  rii: InequalityRatio;
  /** Fitted share or rate at rank 0 and at rank 1. */
  mostDisadvantaged: number;
  leastDisadvantaged: number;
  /** Of the line on the scale of log-odds or logarithm. */
  intercept: number;
  slope: number;
  slopeError: number;
  deviance: number;
}>;

/**
 * The slope and relative indices of inequality of proportions, from a logistic line through counts.
 *
 * Formula. Binomial maximum likelihood of logit p = β₀ + β₁x at middle ranks x; SII = p(1) − p(0), RII = p(1)/p(0); errors by
 * the delta method from the model, or from the HC1 sandwich if `robust`; RII limits on its logarithm.
 * Units. Shares; groups from the most to the least disadvantaged.
 * Refuses. missing-value; impossible-value for negative figures; more-events-than-trials; too-few-groups for fewer than
 * three with people; no-variation where nobody or everybody has the event; no-convergence where no line fits best.
 * References. Moreno-Betancur M et al, Epidemiology 2015;26:518-527; Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public
 * Health 2022;19:3697; MacKinnon JG, White H, J Econometrics 1985;29:305-325 (HC1).
 * Checked against. sii_rii_heat (R 4.5.0 glm). healthequal 1.0.1 gives the population as binomial totals and again as
 * weights, so that groups weigh by its square: its figures come out here from counts times population at the
 * same ranks.
 * @example
 * logisticSlopeIndex({ events: [56, 171, 113, 199, 145], population: [2645, 17113, 11329, 19907, 14525] })
 * // => { sii: { value: -0.0027766 }, rii: { value: 0.7664863 }, slope: -0.2687445, slopeError: 0.1376529 }
 */
export function logisticSlopeIndex(counts: GroupCounts, options: CountSlopeOptions = {}): CountSlopeIndex | Undefined {
  return countIndex(counts, "binomial", options);
}

/**
 * The relative and slope indices of inequality of rates, from a log-linear line through counts.
 *
 * Formula. Poisson maximum likelihood of ln(rate) = β₀ + β₁x at middle ranks x; RII = e^{β₁}, SII = e^{β₀+β₁} − e^{β₀}; errors
 * from the model, or from the HC1 sandwich if `robust`; RII limits on its logarithm.
 * Units. Events per person; groups from the most to the least disadvantaged.
 * Refuses. missing-value; impossible-value for negative figures; too-few-groups for fewer than three with people;
 * no-variation where nobody has the event; no-convergence where no line fits best.
 * References. Moreno-Betancur M et al, Epidemiology 2015;26:518-527; Zou G, Am J Epidemiol 2004;159:702-706 (robust).
 * Checked against. sii_rii_heat (R 4.5.0 glm).
 * @example
 * poissonSlopeIndex({ events: [125, 192, 21, 62, 116], population: [10880, 12349, 1192, 2279, 5830] })
 * // => { rii: { value: 2.35717, limits: { lower: 1.717771, upper: 3.234571 } }, sii: { value: 0.0136389 } }
 */
export function poissonSlopeIndex(counts: GroupCounts, options: CountSlopeOptions = {}): CountSlopeIndex | Undefined {
  return countIndex(counts, "poisson", options);
}

function countIndex(
  counts: GroupCounts,
  family: CountFamily,
  { level = 0.95, robust = false }: CountSlopeOptions,
): CountSlopeIndex | Undefined {
  const refusal = countsRefusal(counts, family === "binomial");
  if (refusal) return refusal;
  const { events, population, ranks = riditsOf(population) } = counts;
  const line = countLine(ranks, events, population, family);
  if (isUndefined(line)) return line;
  return indexOfLine(line, robust ? line.robustCovariance : line.covariance, level);
}

/** The indices of a line under a covariance of its intercept and slope. */
export function indexOfLine(line: CountLine, covariance: TwoByTwo, level: number): CountSlopeIndex {
  const { intercept, slope, deviance, fitted, steepness } = line;
  const [low, high] = [fitted(0), fitted(1)];
  const [atLow, atHigh] = [steepness(low), steepness(high)];
  const slopeError = combinedError(covariance, 0, 1);
  const ofDifference = combinedError(covariance, atHigh - atLow, atHigh);
  const ofLogRatio = combinedError(covariance, atHigh / high - atLow / low, atHigh / high);
  return {
    sii: withNormalLimits(high - low, ofDifference, level),
    rii: withLogLimits(high / low, ofLogRatio, level),
    mostDisadvantaged: low,
    leastDisadvantaged: high,
    intercept,
    slope,
    slopeError,
    deviance,
  };
}

function countsRefusal({ events, population, ranks }: GroupCounts, ofTrials: boolean): Undefined | undefined {
  requireSameLength({ events, population, ranks });
  const groups = Array.from(population, (people, j) => ({ people, seen: events[j]! }));
  if (!groups.every(({ people, seen }) => isKnown(people + seen)))
    return missing("The number of events, or of people, of a group");
  if (groups.some(({ people, seen }) => people < 0 || seen < 0 || (people === 0 && seen > 0)))
    return impossible("A count is negative, or events fell on nobody.");
  if (ofTrials && groups.some(({ people, seen }) => seen > people))
    return undefinedBecause("more-events-than-trials", "A group has more events than people.");
  if (groups.filter(({ people }) => people > 0).length < 3)
    return undefinedBecause("too-few-groups", "There are fewer than three groups with people.");
  const seen = groups.some((group) => group.seen > 0);
  const spared = !ofTrials || groups.some((group) => group.seen < group.people);
  return seen && spared ? undefined : undefinedBecause("no-variation", "Nobody or everybody has the event.");
}
