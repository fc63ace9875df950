import { sqrt } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, type Undefined } from "../undefined.ts";
import { type GroupOptions, type Groups, type KnownGroups, measured } from "./groups.ts";
import { type Inequality, withGradientLimits, withNormalLimits } from "./inequality.ts";

/**
 * The between-group variance (BGV): the population's mean squared distance of its groups from the mean.
 *
 * Formula. Σp(y − μ)² ± z·SE, SE² = 4Σp²σ²(y − μ)² + 2{(Σp²σ²)² − Σp⁴σ⁴ + Σp²(1 − p)²σ⁴}.
 * Units. Those of the values, squared; population in any unit.
 * Refuses. missing-value, impossible-value, too-few-groups for fewer than three with people; limits no-uncertainty
 * where a group lacks its standard error.
 * References. Ahn J et al, JCO Clin Cancer Inform 2018;2:1-19; Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public
 * Health 2022;19:3697.
 * Checked against. heat_dispersion and heat_corrected (healthequal 1.0.1).
 * @example
 * betweenGroupVariance({ values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] })
 * // => { value: 61, limits: { lower: 36.0738, upper: 85.9262, standardError: 12.7177 } }
 */
export function betweenGroupVariance(groups: Groups, options: GroupOptions = {}): Inequality | Undefined {
  return measured(groups, options, (known, level) => {
    const { errors } = known;
    return withNormalLimits(variance(known), errors && varianceError(known, errors), level);
  });
}

function varianceError({ values, shares, mean }: KnownGroups, errors: Float64Array): number {
  const weighed = errors.map((error, j) => (shares[j]! * error) ** 2);
  const linear = sumOf(weighed, (square, j) => square * (values[j]! - mean) ** 2);
  const fourth = sumOf(weighed, (square, j) => square * errors[j]! ** 2 * (1 - 2 * shares[j]!));
  return sqrt(4 * linear + 2 * (sumOf(weighed) ** 2 + fourth));
}

/**
 * The between-group standard deviation (BGSD).
 *
 * Formula. √BGV; its gradient p(y − μ)/BGSD gives the standard error by the delta method; limits not below zero.
 * Units. Those of the values; population in any unit.
 * Refuses. As betweenGroupVariance; limits no-variation where all values are equal.
 * References. Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health 2022;19:3697.
 * Checked against. heat_dispersion (healthequal 1.0.1), its values. Its limits are percentiles of 100 draws around the
 * estimates, which add noise to noise and so lie too high, sometimes above the estimate itself; these do not.
 * @example
 * betweenGroupDeviation({ values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] })
 * // => { value: 7.81025, limits: { lower: 6.22113, upper: 9.39936, standardError: 0.81079 } }
 */
export function betweenGroupDeviation(groups: Groups, options: GroupOptions = {}): Inequality | Undefined {
  return measured(groups, options, (known, level) => {
    const { values, shares, errors, mean } = known;
    const value = sqrt(variance(known));
    const gradient = values.map((y, j) => (shares[j]! * (y - mean)) / value);
    return withGradientLimits(value, gradient, errors, level);
  });
}

/**
 * The coefficient of variation (COV): the between-group standard deviation as a share of the mean.
 *
 * Formula. 100 × BGSD/μ; gradient 100 × {p(y − μ)/(BGSD μ) − p BGSD/μ²}; limits not below zero.
 * Units. Percent of the mean; population in any unit.
 * Refuses. As betweenGroupVariance; impossible-value for a mean that is not above zero; limits no-variation where all
 * values are equal.
 * References. Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health 2022;19:3697.
 * Checked against. heat_dispersion (healthequal 1.0.1), its values; its limits are as in betweenGroupDeviation.
 * @example
 * coefficientOfVariation({ values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] })
 * // => { value: 45.9426, limits: { lower: 36.3497, upper: 55.5356 } }
 */
export function coefficientOfVariation(groups: Groups, options: GroupOptions = {}): Inequality | Undefined {
  return measured(groups, options, (known, level) => {
    const { values, shares, errors, mean } = known;
    if (!(mean > 0)) return meanNotPositive;
    const deviation = sqrt(variance(known));
    const gradient = values.map((y, j) => 100 * shares[j]! * ((y - mean) / (deviation * mean) - deviation / mean ** 2));
    return withGradientLimits((100 * deviation) / mean, gradient, errors, level);
  });
}

/** Why a measure relative to the mean does not exist. */
export const meanNotPositive = impossible("A measure relative to the mean needs a mean above zero.");

function variance({ values, shares, mean }: KnownGroups): number {
  return sumOf(values, (y, j) => shares[j]! * (y - mean) ** 2);
}
