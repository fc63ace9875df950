import { abs } from "../maths.ts";
import { impossible, type Undefined, undefinedBecause } from "../undefined.ts";

/**
 * The standard error as a share of the estimate.
 *
 * Formula. 100 × SE/|estimate|; for a Poisson count D it is 100/√D, so that 20 events give 22.4%.
 * Units. Per cent.
 * Refuses. no-events where the estimate is zero; impossible-value for a negative standard error.
 * References. National Center for Health Statistics, Vital statistics technical appendix.
 * Checked against. nchs_presentation_standards.
 * @example
 * relativeStandardError({ value: 20, standardError: Math.sqrt(20) }) // => 22.36068
 */
export function relativeStandardError(of: Readonly<{ value: number; standardError: number }>): number | Undefined {
  if (!(of.standardError >= 0)) return impossible("A standard error is not negative.");
  if (of.value === 0) return undefinedBecause("no-events", "An estimate of zero has no relative standard error.");
  return (100 * of.standardError) / abs(of.value);
}
