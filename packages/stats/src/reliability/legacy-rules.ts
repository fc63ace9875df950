import { abs } from "../maths.ts";
import { sumOf } from "../sum-of.ts";

/**
 * Whether a count is too small for the older rule that calls a vital rate unreliable.
 *
 * Formula. Fewer than 20 events, which is a relative standard error above 1/√20 = 22.4%.
 * Units. Events.
 * Refuses. Nothing.
 * References. National Vital Statistics Reports, technical notes; CDC WONDER, "unreliable" flag.
 * Checked against. nchs_presentation_standards.
 * @example
 * isLegacyUnreliable(19) // => true
 */
export function isLegacyUnreliable(events: number): boolean {
  return !(events >= 20);
}

/**
 * The older 30/30 rule of the ambulatory care surveys.
 *
 * Formula. "withhold" where the sample has fewer than 30; else "footnote" where SE/estimate ≥ 30%; else "show".
 * Units. Unweighted sample size; estimate and standard error in the same unit.
 * Refuses. Nothing.
 * References. National Center for Health Statistics, NAMCS and NHAMCS public-use documentation.
 * Checked against. nchs_presentation_standards (surveytable 0.9.10).
 * @example
 * rule3030({ value: 121, standardError: 72.2, sampleSize: 50 }) // => "footnote"
 */
export function rule3030(
  of: Readonly<{ value: number; standardError: number; sampleSize: number }>,
): "show" | "footnote" | "withhold" {
  if (!(of.sampleSize >= 30)) return "withhold";
  return of.standardError >= 0.3 * abs(of.value) ? "footnote" : "show";
}

/**
 * Which cells of a small table are confidential because they, or everybody else, are too few.
 *
 * Formula. A cell n is confidential where n < threshold or total − n < threshold.
 * Units. Unweighted people.
 * Refuses. Nothing.
 * References. National Center for Health Statistics, Staff Manual on Confidentiality, 2004.
 * Checked against. nchs_presentation_standards (surveytable 0.9.10).
 * @example
 * confidentialCells([3, 6, 40], 5) // => [true, false, false]
 */
export function confidentialCells(counts: readonly number[], threshold: number): boolean[] {
  const total = sumOf(counts);
  return counts.map((n) => n < threshold || total - n < threshold);
}
