import { columnOf, emptyColumn } from "../column.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { isKnown, noFigure } from "../maths.ts";
import { requireSameLength, requireThat } from "../misuse.ts";
import { impossible, isUndefined, missing, type Undefined, undefinedBecause } from "../undefined.ts";
import { type FittingScale, fittingScales, type Scale } from "./fitting-scale.ts";
import type { Groups } from "./groups.ts";
import { type Inequality, type InequalityRatio, noErrors, withLogLimits, withNormalLimits } from "./inequality.ts";
import { emptySlopeFit, fillSlopeFit, type SlopeFit } from "./slope-fit.ts";

/** The slope and relative indices of inequality of one line. Ranks run from 0, the most disadvantaged, to 1. */
export type SlopeIndex = Readonly<{
  /** Fitted value at rank 1 minus that at rank 0. */
  sii: Inequality;
  /** Fitted value at rank 1 over that at rank 0. */
  rii: InequalityRatio | Undefined;
  /** The slope as a share of the mean, which some call the relative index too; only for an untransformed line. */
  siiOverMean: Inequality | Undefined;
  /** Fitted value at rank 0. */
  mostDisadvantaged: number;
  /** Fitted value at rank 1. */
  leastDisadvantaged: number;
}>;

/** Options of the slope index. */
export type SlopeIndexOptions = Readonly<{
  level?: number;
  /** Scale on which the line is straight; `standardErrors` are those of the values on that scale. */
  transform?: FittingScale;
  /** The fewest groups with people: 3 unless given; OHID asks for 5. */
  minimumGroups?: number;
}>;

/**
 * The slope and relative indices of inequality (SII, RII) over ordered groups, with exact limits from the groups' errors.
 *
 * Formula. y on rank x by least squares weighted with population shares a: SII = Σhy, h = a(x − ½)/Σa(x − ½)²; RII = (μ +
 * SII/2)/(μ − SII/2). SE² = Σh²σ²; RII by the delta method on its logarithm. With a transform the line is fitted on that
 * scale and taken back at both ends; limits of the slope, turned about the fit at x = ½, are taken back the same way,
 * which leaves out the error of the fit at ½ itself (a few percent of the width; simulatedSlopeIndex has it).
 * Units. SII in those of the values, RII a ratio; population in any unit; groups from the most to the least
 * disadvantaged.
 * Refuses. missing-value, impossible-value (also for values the transform does not take), too-few-groups; RII
 * impossible-value where a fitted end is not above zero; limits no-uncertainty without standard errors.
 * References. Pamuk ER, Popul Stud 1985;39:17-31; Mackenbach JP, Kunst AE, Soc Sci Med 1997;44:757-771; Office for Health
 * Improvement and Disparities, Technical guide: slope index of inequality.
 * Checked against. sii_exact_interval (independent R), sii_rii_phe and phe_published_tests (PHEindicatormethods 2.1.0, whose
 * limits are simulated; these are what they tend to). Equal values give 0 and 1, where healthequal refuses.
 * @example
 * slopeIndex({ values: [70, 74, 78], population: [100, 100, 100], standardErrors: [0.5, 0.5, 0.5] })
 * // => { sii: { value: 12, limits: { lower: 9.92114, upper: 14.07886 } }, rii: { value: 1.17647 }, mostDisadvantaged: 68 }
 * @example
 * slopeIndex({ values: [5, 5], population: [1, 1] }) // => { undefined: "too-few-groups" }
 */
export function slopeIndex(groups: Groups, options: SlopeIndexOptions = {}): SlopeIndex | Undefined {
  const { level = 0.95, transform = "none", minimumGroups = 3 } = options;
  const scale = fittingScales[transform];
  const fit = fittedSlope(groups, scale, minimumGroups);
  if (isUndefined(fit)) return fit;
  const errorsKnown = groups.standardErrors !== undefined;
  if (transform !== "none") return bent(fit, errorsKnown, level, scale);
  const { mean, slope } = fit;
  return indexOfEnds(mean - slope / 2, mean + slope / 2, mean, slope, errorsKnown ? fit : undefined, level);
}

/** The line through the groups on a scale, or why there is none. */
function fittedSlope({ values, population, standardErrors }: Groups, scale: Scale, fewest: number) {
  const count = values.length;
  const fit = emptySlopeFit();
  const people = population ?? emptyColumn(count).fill(1);
  const errors = standardErrors ?? emptyColumn(count);
  requireSameLength({ values, population: people, standardErrors: errors });
  requireLine(fewest);
  const known = columnOf(values, (value) => (scale.takes(value) ? scale.to(value) : noFigure));
  const outside = columnOf(values).some((value) => isKnown(value) && !scale.takes(value));
  if (outside) return impossible("A value is outside what the transform takes.");
  fillSlopeFit(fit, known, people, errors, 0, count, fewest);
  return slopeRefusal(fit.reason, fewest) ?? fit;
}

/** A line needs two points. */
export function requireLine(minimumGroups: number): void {
  requireThat(minimumGroups >= 2, "`minimumGroups` must be 2 or more", minimumGroups);
}

/** What a reason of a fit stands for; 0 for nothing. */
export function slopeRefusal(reason: number, fewest: number): Undefined | undefined {
  return [
    undefined,
    missing("The value, the population or the standard error of a group", "; ordered groups must be whole"),
    impossible("A population or a standard error is negative."),
    undefinedBecause("too-few-groups", `There are fewer than ${fewest} groups with people.`),
  ][reason];
}

/** Why a ratio of fitted ends does not exist. */
export const noRatio = impossible(
  "A fitted end of the line is not above zero, so the ratio of the ends means nothing.",
);

/** The index of a straight line by its ends, its slope and its mean. */
export function indexOfEnds(
  bottom: number,
  top: number,
  mean: number,
  slope: number,
  errors: Pick<SlopeFit, "slopeError" | "logRatioError" | "shareError"> | undefined,
  level: number,
  z?: number,
): SlopeIndex {
  return {
    sii: withNormalLimits(slope, errors?.slopeError, level, z),
    rii: bottom > 0 && top > 0 ? withLogLimits(top / bottom, errors?.logRatioError, level, z) : noRatio,
    siiOverMean: mean > 0 ? withNormalLimits(slope / mean, errors?.shareError, level, z) : noRatio,
    mostDisadvantaged: bottom,
    leastDisadvantaged: top,
  };
}

function bent(fit: SlopeFit, errorsKnown: boolean, level: number, scale: Scale): SlopeIndex {
  const ends = (slope: number) => [scale.from(fit.mean - slope / 2), scale.from(fit.mean + slope / 2)] as const;
  const [low, high] = ends(fit.slope);
  const reach = normalMultiplier(level) * fit.slopeError;
  const [lowest, highest] = [ends(fit.slope - reach), ends(fit.slope + reach)];
  const [atLow, atHigh] = [scale.steepness(low), scale.steepness(high)];
  const standardError = ((atLow + atHigh) / 2) * fit.slopeError;
  const logStandardError = ((atLow / low + atHigh / high) / 2) * fit.slopeError;
  const difference = { lower: lowest[1] - lowest[0], upper: highest[1] - highest[0], level, standardError };
  const ratio = { lower: lowest[1] / lowest[0], upper: highest[1] / highest[0], level, logStandardError };
  return {
    sii: { value: high - low, limits: errorsKnown ? difference : noErrors },
    rii: { value: high / low, limits: errorsKnown ? ratio : noErrors },
    siiOverMean: impossible("The mean of transformed values is not the mean of the values."),
    mostDisadvantaged: low,
    leastDisadvantaged: high,
  };
}

/**
 * The standard error of a value from its limits, on the scale on which they are symmetric.
 *
 * Formula. (g(upper) − g(lower))/(2z) with g the identity, the logarithm or the log-odds.
 * Units. Those of the transformed value.
 * Refuses. missing-value; impossible-value for limits that are out of order or that the transform does not take.
 * References. Office for Health Improvement and Disparities, Technical guide: slope index of inequality.
 * Checked against. sii_rii_phe (PHEindicatormethods 2.1.0).
 * @example
 * errorFromLimits(0.2078, 0.2165, { transform: "logit" }) // => 0.0132802
 */
export function errorFromLimits(
  lower: number,
  upper: number,
  options: Readonly<{ transform?: FittingScale; level?: number }> = {},
): number | Undefined {
  const { transform = "none", level = 0.95 } = options;
  const scale = fittingScales[transform];
  const z = normalMultiplier(level);
  if (Number.isNaN(lower + upper)) return missing("A limit");
  if (!(lower <= upper && scale.takes(lower) && scale.takes(upper)))
    return impossible("The limits are out of order, or outside what the transform takes.");
  return (scale.to(upper) - scale.to(lower)) / (2 * z);
}
