import { min } from "../maths.ts";

/** What a presentation standard says about a figure: whether to show it, why not, and what a person should look at. */
export type Presentation = Readonly<{
  show: boolean;
  /** Why it must be withheld. */
  reasons: readonly PresentationReason[];
  /** What a statistician should review before it is shown. */
  review: readonly ReviewReason[];
  /** A footnote that must stand with it. */
  footnotes: readonly "unreliable-complement"[];
}>;

/** Why a figure is withheld. */
export type PresentationReason =
  | "too-few-events"
  | "sample-too-small"
  | "interval-too-wide"
  | "relative-interval-too-wide";

/** Why a figure needs a statistician. */
export type ReviewReason = "few-degrees-of-freedom" | "none-or-all";

/** Limits of a decimal input can miss a boundary they were meant to meet by a last binary digit; it does not count. */
export const above = (width: number, limit: number): boolean => width > limit * (1 + 1e-12);

/**
 * Whether a rate or count may be presented under the data presentation standard of the National Center for Health
 * Statistics for rates and counts.
 *
 * Formula. Withhold where events, sample size or effective sample size are below 10, or (U − L)/value > 160%; review
 * where degrees of freedom are below 8. A crude vital rate of 10 events or more always passes the second rule, an
 * age-adjusted one may not.
 * Units. value, lower and upper in the same unit.
 * Refuses. Nothing: a value of zero has an infinite relative width and is withheld.
 * References. Parker JD et al, National Center for Health Statistics data presentation standards for rates and counts,
 * Vital Health Stat 2(200), 2023.
 * Checked against. nchs_presentation_standards (surveytable 0.9.10, CDC's own package; independent R for vital rates).
 * @example
 * nchsRatePresentation({ value: 100, lower: 50, upper: 210, events: 10 }).show // => true
 * @example
 * nchsRatePresentation({ value: 100, lower: 50, upper: 210.1, events: 9 }).reasons
 * // => ["too-few-events", "relative-interval-too-wide"]
 */
export function nchsRatePresentation(
  of: Readonly<{
    value: number;
    lower: number;
    upper: number;
    events?: number;
    sampleSize?: number;
    effectiveSampleSize?: number;
    degreesOfFreedom?: number;
  }>,
): Presentation {
  const reasons: PresentationReason[] = [];
  if (of.events !== undefined && !(of.events >= 10)) reasons.push("too-few-events");
  const sample = min(of.sampleSize ?? Infinity, of.effectiveSampleSize ?? Infinity);
  if (!(sample >= 10)) reasons.push("sample-too-small");
  if (!(of.value > 0) || above((of.upper - of.lower) / of.value, 1.6)) reasons.push("relative-interval-too-wide");
  return { show: reasons.length === 0, reasons, review: reviewOf(of.degreesOfFreedom), footnotes: [] };
}

/** What a statistician should look at: an estimate of which a survey tells the variance from fewer than eight degrees. */
export const reviewOf = (degreesOfFreedom = Infinity): ReviewReason[] =>
  degreesOfFreedom < 8 ? ["few-degrees-of-freedom"] : [];
