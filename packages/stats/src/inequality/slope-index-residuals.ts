import { normalMultiplier } from "../distributions/normal.ts";
import { studentQuantile } from "../distributions/student.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { type Groups, knownGroups } from "./groups.ts";
import { riditsOf } from "./ridits.ts";
import { indexOfEnds, type SlopeIndex } from "./slope-index.ts";
import { combinedError } from "./two-by-two.ts";
import { weightedLine } from "./weighted-line.ts";

/**
 * The slope and relative indices of inequality with limits from the scatter of the groups about their line, for values
 * whose standard errors are not known.
 *
 * Formula. The line of slopeIndex. Errors from the residuals, by the model (Student limits with n − 2 degrees of freedom)
 * or, if `robust`, by the HC1 sandwich (normal limits); RII by the delta method on its logarithm.
 * Units. SII in those of the values, RII a ratio; population in any unit; groups from the most to the least
 * disadvantaged.
 * Refuses. missing-value, impossible-value, too-few-groups for fewer than three with people; RII impossible-value where a
 * fitted end is not above zero.
 * References. Pamuk ER, Popul Stud 1985;39:17-31; MacKinnon JG, White H, J Econometrics 1985;29:305-325 (HC1).
 * Checked against. sii_rii_heat (R 4.5.0 lm; healthequal 1.0.1 with a linear model, whose standard error of the SII stays on
 * the scale of 0 to 1 while its limits do not).
 * @example
 * slopeIndexByResiduals({ values: [33.4, 29.4, 24.2, 20.9], population: [19679, 13294, 16152, 4230] })
 * // => { sii: { value: -15.8898, limits: { lower: -20.21785, upper: -11.56175 } }, rii: { value: 0.565522 } }
 */
export function slopeIndexByResiduals(
  groups: Groups,
  options: Readonly<{ level?: number; robust?: boolean }> = {},
): SlopeIndex | Undefined {
  const { level = 0.95, robust = false } = options;
  const known = knownGroups(groups);
  if (isUndefined(known)) return known;
  const { values, shares, mean } = known;
  const line = weightedLine(riditsOf(shares), values, shares, robust);
  const { intercept: bottom, slope, covariance } = line;
  const top = bottom + slope;
  const z = robust ? normalMultiplier(level) : studentQuantile((1 + level) / 2, line.degreesOfFreedom);
  const slopeError = combinedError(covariance, 0, 1);
  const logRatioError = combinedError(covariance, 1 / top - 1 / bottom, 1 / top);
  return indexOfEnds(bottom, top, mean, slope, { slopeError, logRatioError, shareError: slopeError / mean }, level, z);
}
