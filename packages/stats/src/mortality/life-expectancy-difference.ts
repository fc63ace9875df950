import { type Difference, independentDifference } from "../comparison.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import type { Estimate } from "../estimate.ts";
import { misuse } from "../misuse.ts";
import type { Undefined } from "../undefined.ts";

/**
 * The difference between two independent life expectancies, the first minus the second, with its limits and z-test.
 *
 * Formula. e₁ − e₂ ± z √(SE₁² + SE₂²); z = (e₁ − e₂)/SE; p two-sided.
 * Units. Years.
 * Refuses. no-uncertainty where both standard errors are zero. The two must share no deaths: an area and the city that
 * contains it are not independent. Throws RangeError for a level outside 0 to 1.
 * References. Chiang CL, The Life Table and Its Applications, 1984; Toson B, Baker A, ONS NSMS 33, 2003.
 * Checked against. life_expectancy_se_and_comparison (independent R).
 * @example
 * lifeExpectancyDifference({ value: 85, standardError: 0.72 }, { value: 68.8, standardError: 0.94 })
 * // => { value: 16.2, lower: 13.9, upper: 18.5, standardError: 1.18, z: 13.7 }
 */
export function lifeExpectancyDifference(
  first: Readonly<{ value: number; standardError: number }>,
  second: Readonly<{ value: number; standardError: number }>,
  options: Readonly<{ level?: number }> = {},
): Difference | Undefined {
  return independentDifference(first, second, options);
}

/**
 * The difference between two independent figures known only by their published value and limits, the first minus the
 * second.
 *
 * Formula. SE = (upper − lower)/(2z) for each at its own level; then the half-widths add in quadrature:
 * value₁ − value₂ ± z √(SE₁² + SE₂²).
 * Units. Those of the figures. Rounded limits bring their rounding along: with one decimal, up to about 0.05.
 * Refuses. no-uncertainty where both intervals have no width. Throws RangeError for limits that do not enclose their
 * value. Only for intervals that are symmetric, or nearly, around their value.
 * References. Altman DG, Bland JM, BMJ 2003;326:219 (interaction revisited: the difference between two estimates).
 * Checked against. Chicago life expectancy 2010 as published: Loop 85.0 (83.6–86.4), West Garfield Park 68.8 (66.9–70.6).
 * @example
 * publishedDifference(
 *   { value: 85, lower: 83.6, upper: 86.4, level: 0.95 },
 *   { value: 68.8, lower: 66.9, upper: 70.6, level: 0.95 },
 * ) // => { value: 16.2, lower: 13.9, upper: 18.5, level: 0.95 }
 */
export function publishedDifference(
  first: Estimate,
  second: Estimate,
  options: Readonly<{ level?: number }> = {},
): Difference | Undefined {
  return independentDifference(withError(first), withError(second), options);
}

function withError({ value, lower, upper, level }: Estimate) {
  if (!(lower <= value && value <= upper)) misuse(`Limits ${lower} to ${upper} do not enclose their value ${value}.`);
  return { value, standardError: (upper - lower) / (2 * normalMultiplier(level)) };
}
