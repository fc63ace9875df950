import { impossible, isUndefined, type Undefined } from "../undefined.ts";
import { betweenGroupVariance } from "./between-group-variance.ts";
import { absoluteConcentrationIndex, relativeConcentrationIndex } from "./concentration-index-groups.ts";
import { groupDifference, groupRatio } from "./group-contrast.ts";
import { meanLogDeviation, theilIndex } from "./group-entropy.ts";
import type { Groups } from "./groups.ts";
import { referenceIndexOfDisparity } from "./index-of-disparity.ts";
import type { Inequality, InequalityRatio } from "./inequality.ts";
import { slopeIndex } from "./slope-index.ts";

/**
 * The Kunst-Mackenbach relative index (KMI): the most disadvantaged end of the line over the least.
 *
 * Formula. β₀/(β₀ + β₁) of the line of slopeIndex, the inverse of its RII; limits on its logarithm.
 * Units. A ratio; groups from the most to the least disadvantaged.
 * Refuses. As slopeIndex, also where a fitted end is not above zero.
 * References. Kunst AE, Mackenbach JP, Measuring Socio-Economic Inequalities in Health, WHO, 1994; Ahn J et al, JCO Clin
 * Cancer Inform 2018;2:1-19.
 * Checked against. The inverse of slopeIndex. HD*Calc's help prints ranks with half a group taken off instead of added.
 * @example
 * kunstMackenbachIndex({ values: [30, 20, 10], population: [100, 100, 100] }) // => { value: 7 }
 */
export function kunstMackenbachIndex(
  groups: Groups,
  options: Readonly<{ level?: number }> = {},
): InequalityRatio | Undefined {
  const index = slopeIndex(groups, options);
  if (isUndefined(index)) return index;
  if (isUndefined(index.rii)) return index.rii;
  const { value, limits } = index.rii;
  if (isUndefined(limits)) return { value: 1 / value, limits };
  return { value: 1 / value, limits: { ...limits, lower: 1 / limits.upper, upper: 1 / limits.lower } };
}

/** The eleven summary measures of HD*Calc. */
export type HdCalcMeasures = Readonly<{
  rangeDifference: Inequality | Undefined;
  betweenGroupVariance: Inequality | Undefined;
  absoluteConcentrationIndex: Inequality | Undefined;
  slopeIndex: Inequality | Undefined;
  rangeRatio: InequalityRatio | Undefined;
  indexOfDisparity: Inequality | Undefined;
  meanLogDeviation: Inequality | Undefined;
  relativeConcentrationIndex: Inequality | Undefined;
  theilIndex: Inequality | Undefined;
  /** The slope over the mean, which HD*Calc calls RII. */
  relativeIndex: Inequality | Undefined;
  kunstMackenbachIndex: InequalityRatio | Undefined;
}>;

/**
 * The eleven summary measures of the Health Disparities Calculator of the National Cancer Institute, each on its own.
 *
 * Formula. As groupDifference and groupRatio between the extremes, betweenGroupVariance, absoluteConcentrationIndex,
 * slopeIndex (its slope, and its slope over the mean), referenceIndexOfDisparity, meanLogDeviation,
 * relativeConcentrationIndex, theilIndex and kunstMackenbachIndex.
 * Units. As each; entropy in natural units.
 * Refuses. Each as its own function says; the five measures of rank impossible-value for groups that are not ordered.
 * References. Ahn J et al, JCO Clin Cancer Inform 2018;2:1-19; Harper S, Lynch J, Methods for Measuring Cancer Disparities,
 * National Cancer Institute, 2005.
 * Checked against. Each of its functions; HD*Calc gives no figures that can be run.
 * @example
 * hdCalcMeasures({ values: [30, 20, 10], population: [100, 100, 100] }, { ordered: true, reference: 2 })
 * // => { rangeDifference: { value: 20 }, rangeRatio: { value: 3 }, indexOfDisparity: { value: 150 }, slopeIndex: { value: -30 } }
 */
export function hdCalcMeasures(
  groups: Groups,
  options: Readonly<{ ordered: boolean; reference: number; level?: number }>,
): HdCalcMeasures {
  const given = { level: options.level ?? 0.95 };
  const line = options.ordered ? slopeIndex(groups, given) : unordered;
  const ranked = <T>(measure: () => T): T | Undefined => (options.ordered ? measure() : unordered);
  return {
    rangeDifference: groupDifference(groups, { between: "extremes" }, given),
    betweenGroupVariance: betweenGroupVariance(groups, given),
    absoluteConcentrationIndex: ranked(() => absoluteConcentrationIndex(groups, given)),
    slopeIndex: isUndefined(line) ? line : line.sii,
    rangeRatio: groupRatio(groups, { between: "extremes" }, given),
    indexOfDisparity: referenceIndexOfDisparity(groups, options.reference, given),
    meanLogDeviation: meanLogDeviation(groups, given),
    relativeConcentrationIndex: ranked(() => relativeConcentrationIndex(groups, given)),
    theilIndex: theilIndex(groups, given),
    relativeIndex: isUndefined(line) ? line : line.siiOverMean,
    kunstMackenbachIndex: ranked(() => kunstMackenbachIndex(groups, given)),
  };
}

const unordered = impossible("Groups without order have no ranks, so no measure of rank.");
