import { isKnown, log } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, type Undefined } from "../undefined.ts";
import { meanNotPositive } from "./between-group-variance.ts";
import { type GroupOptions, type Groups, type KnownGroups, measured } from "./groups.ts";
import { gradientError, type Inequality, withNormalLimits } from "./inequality.ts";

/** Options of the entropy measures. */
export type EntropyOptions = GroupOptions &
  Readonly<{
    /** What value and standard error are multiplied by: 1 unless given; WHO HEAT shows thousandths, 1000. */
    times?: number;
  }>;

/**
 * Theil's index between groups, weighing the high values more.
 *
 * Formula. T = Σp r ln r with r = y/μ, and 0 ln 0 = 0; SE² = Σ[(1 + ln r_j − Σp r(1 + ln r))² p_j²σ_j²/μ²]; T ± z·SE.
 * Units. Natural units, times `times`; population in any unit.
 * Refuses. missing-value, too-few-groups for fewer than three with people; impossible-value for a negative value or a
 * mean that is not above zero; limits no-uncertainty without standard errors, impossible-value where a value is zero.
 * References. Theil H, Economics and Information Theory, 1967; Ahn J et al, JCO Clin Cancer Inform 2018;2:1-19.
 * Checked against. heat_corrected (independent R) and the values of heat_dispersion. healthequal 1.0.1 multiplies the
 * value by 1000 and not its standard error, so its limits are a thousand times too narrow; it also fails where a value
 * is missing, and takes 1e-6 for a value of zero.
 * @example
 * theilIndex({ values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] })
 * // => { value: 0.101757, limits: { lower: 0.05938, upper: 0.14413, standardError: 0.02162 } }
 */
export function theilIndex(groups: Groups, options: EntropyOptions = {}): Inequality | Undefined {
  return measured(groups, options, (known) => {
    const { values, shares, mean } = known;
    if (!(mean > 0)) return meanNotPositive;
    if (values.some((y) => y < 0)) return impossible("Theil's index needs values not below zero.");
    const ratios = values.map((y) => y / mean);
    const value = sumOf(ratios, (r, j) => (r === 0 ? 0 : shares[j]! * r * log(r)));
    // As Σpr is one, what is left of the formula is ln r less the index itself.
    const gradient = ratios.map((r, j) => (shares[j]! * (log(r) - value)) / mean);
    return scaled(value, gradient, known, options);
  });
}

/**
 * The mean log deviation (MLD), weighing the low values more.
 *
 * Formula. MLD = −Σp ln r with r = y/μ; SE² = Σ[p_j²σ_j²/μ² (1 − 1/r_j)²]; MLD ± z·SE.
 * Units. Natural units, times `times`; population in any unit.
 * Refuses. As theilIndex, and impossible-value for a value of zero, whose logarithm does not exist.
 * References. Theil H, Economics and Information Theory, 1967; Ahn J et al, JCO Clin Cancer Inform 2018;2:1-19.
 * Checked against. heat_corrected (independent R) and the values of heat_dispersion; healthequal 1.0.1 differs as
 * theilIndex says.
 * @example
 * meanLogDeviation({ values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] }, { times: 1000 })
 * // => { value: 102.962, limits: { lower: 57.634, upper: 148.289, standardError: 23.127 } }
 */
export function meanLogDeviation(groups: Groups, options: EntropyOptions = {}): Inequality | Undefined {
  return measured(groups, options, (known) => {
    const { values, shares, mean } = known;
    if (values.some((y) => !(y > 0))) return impossible("The mean log deviation needs values above zero.");
    const value = sumOf(values, (y, j) => -shares[j]! * log(y / mean));
    const gradient = values.map((y, j) => (shares[j]! * (1 - mean / y)) / mean);
    return scaled(value, gradient, known, options);
  });
}

function scaled(value: number, gradient: Float64Array, { errors }: KnownGroups, options: EntropyOptions): Inequality {
  const { level = 0.95, times = 1 } = options;
  const error = gradientError(gradient, errors);
  if (error !== undefined && !isKnown(error)) {
    return {
      value: times * value,
      limits: impossible("A value is zero, so its logarithm and the limits do not exist."),
    };
  }
  return withNormalLimits(times * value, error && times * error, level);
}
