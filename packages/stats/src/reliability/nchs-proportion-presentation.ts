import { above, type Presentation, type PresentationReason, reviewOf } from "./nchs-rate-presentation.ts";

/**
 * Whether a proportion may be presented under the data presentation standard of the National Center for Health
 * Statistics for proportions.
 *
 * Formula. Withhold where the sample or effective sample is below 30; else show where U − L ≤ 0.05; else withhold where
 * U − L ≥ 0.30; else withhold where (U − L)/p > 130%. One shown by the last rule whose complement has
 * (U − L)/(1 − p) > 130% is footnoted. Review where degrees of freedom are below 8, or p is 0 or 1.
 * Units. Fractions; limits by Korn and Graubard (surveyProportion).
 * Refuses. Nothing.
 * References. Parker JD et al, National Center for Health Statistics data presentation standards for proportions, Vital
 * Health Stat 2(175), 2017.
 * Checked against. nchs_presentation_standards (surveytable 0.9.10, CDC's own package).
 * @example
 * nchsProportionPresentation({ proportion: 0.1, lower: 0.04, upper: 0.1701, sampleSize: 100, effectiveSampleSize: 100 })
 * // => { show: false, reasons: ["relative-interval-too-wide"] }
 * @example
 * nchsProportionPresentation({ proportion: 0.9, lower: 0.82, upper: 0.95001, sampleSize: 100, effectiveSampleSize: 100 })
 * // => { show: true, footnotes: ["unreliable-complement"] }
 */
export function nchsProportionPresentation(
  of: Readonly<{
    proportion: number;
    lower: number;
    upper: number;
    sampleSize: number;
    effectiveSampleSize: number;
    degreesOfFreedom?: number;
  }>,
): Presentation {
  const { proportion, lower, upper } = of;
  const reason = withheld(of);
  const review = reviewOf(of.degreesOfFreedom);
  if (proportion === 0 || proportion === 1) review.push("none-or-all");
  const width = upper - lower;
  const complementWide = !reason && above(width, 0.05) && above(width / (1 - proportion), 1.3);
  return {
    show: !reason,
    reasons: reason ? [reason] : [],
    review: reason ? [] : review,
    footnotes: complementWide ? ["unreliable-complement"] : [],
  };
}

function withheld(of: Parameters<typeof nchsProportionPresentation>[0]): PresentationReason | undefined {
  if (!(of.sampleSize >= 30 && of.effectiveSampleSize >= 30)) return "sample-too-small";
  const width = of.upper - of.lower;
  if (!above(width, 0.05)) return undefined;
  if (width >= 0.3 * (1 - 1e-12)) return "interval-too-wide";
  return above(width / of.proportion, 1.3) ? "relative-interval-too-wide" : undefined;
}
