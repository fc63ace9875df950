import { studentQuantile } from "../distributions/student.ts";
import type { Estimate } from "../estimate.ts";
import { isKnown, min } from "../maths.ts";
import { requireLevel, requirePositive } from "../misuse.ts";
import { impossible, missing, tooFew, type Undefined, undefinedBecause } from "../undefined.ts";
import { clopperPearson, type ProportionMethod, proportionLimits } from "./proportion-limits.ts";

/**
 * A proportion of a whole, with confidence limits.
 *
 * Formula. p = x/n. "wilson" (2x + z² ∓ z√(z² + 4x(1 − p)))/(2(n + z²)), 0 and 1 exact at the ends; "wilson-corrected" the
 * same with x ∓ ½; "clopper-pearson" beta quantiles B⁻¹(α/2; x, n − x + 1) and B⁻¹(1 − α/2; x + 1, n − x);
 * "agresti-coull" p̃ ± z√(p̃(1 − p̃)/ñ), ñ = n + z², p̃ = (x + z²/2)/ñ; "wald" p ± z√(p(1 − p)/n); "logit", "probit",
 * "complementary-log-log" Wald limits on that scale; "likelihood-ratio" deviance ≤ z²; "mid-p" half the observed
 * probability to each tail; "jeffreys" quantiles of Beta(x + ½, n − x + ½); "score-skewness" the score interval with
 * Laud's correction. All times `per`.
 * Units. A fraction unless `per` is given, as 100 for per cent. Agresti-Coull and Wald limits may leave 0 to 1.
 * Refuses. no-observations (n = 0), negative-events, more-events-than-trials, missing-value; no-variation for logit,
 * probit and complementary-log-log limits of 0 or of all.
 * References. Wilson EB, J Am Stat Assoc 1927;22:209; Newcombe RG, Stat Med 1998;17:857; Brown LD, Cai TT, DasGupta A,
 * Stat Sci 2001;16:101; Laud PJ, Pharm Stat 2017;16:334.
 * Checked against. proportion (PHEindicatormethods 2.1.0, binom 1.1.1.1, R 4.5.0), phe_published_tests, and the cases of
 * crude_rate made with ratesci 1.0.0, which are binomial.
 * @example
 * proportion(65, 100, { per: 100 }) // => { value: 65, lower: 55.25444, upper: 73.63575, level: 0.95 }
 * @example
 * proportion(3, 7, { method: "clopper-pearson" }) // => { lower: 0.0989883, upper: 0.8159484 }
 * @example
 * proportion(3, 0) // => { undefined: "no-observations" }
 */
export function proportion(
  count: number,
  of: number,
  options: Readonly<{ method?: ProportionMethod; per?: number; level?: number }> = {},
): Estimate | Undefined {
  const { method = "wilson", per = 1, level = 0.95 } = options;
  requireLevel(level);
  if (!isKnown(count) || !isKnown(of)) return missing("The count or its whole");
  if (count < 0) return undefinedBecause("negative-events", "There cannot be fewer than none.");
  if (of <= 0) return ofNobody;
  if (count > of) return undefinedBecause("more-events-than-trials", "The part is larger than the whole.");
  const limits = proportionLimits(count, of, method, level);
  if (!limits) {
    return undefinedBecause("no-variation", "These limits do not exist for none or all; Wilson's or exact limits do.");
  }
  return { value: (per * count) / of, lower: per * limits.lower, upper: per * limits.upper, level };
}

/** A survey proportion with what a presentation standard asks about it. */
export type SurveyProportion = Estimate & Readonly<{ standardError: number; effectiveSampleSize: number }>;

/**
 * Korn and Graubard's limits for a proportion from a complex survey.
 *
 * Formula. n* = min(n, p(1 − p)/SE²) (n itself for 0 or 1), enlarged or reduced by (t_{n−1}/t_df)² where degrees of
 * freedom are given; then Clopper-Pearson limits of n*p in n*.
 * Units. Fractions. n* is returned before the adjustment for degrees of freedom, as the standards count it.
 * Refuses. impossible-value for a proportion outside 0 to 1 or a negative standard error; no-observations for n = 0;
 * too-few-observations for n = 1 with degrees of freedom.
 * References. Korn EL, Graubard BI, Survey Methodology 1998;24:193-201; Parker JD et al, NCHS Vital Health Stat 2(175), 2017.
 * Checked against. nchs_presentation_standards (limits of surveytable 0.9.10 where its inputs are given).
 * @example
 * surveyProportion({ proportion: 0.2, standardError: 0.03, sampleSize: 474 })
 * // => { value: 0.2, lower: 0.144, upper: 0.266, effectiveSampleSize: 177.8 }
 */
export function surveyProportion(
  of: Readonly<{ proportion: number; standardError: number; sampleSize: number; degreesOfFreedom?: number }>,
  options: Readonly<{ level?: number }> = {},
): SurveyProportion | Undefined {
  const { proportion: value, standardError, sampleSize, degreesOfFreedom } = of;
  const { level = 0.95 } = options;
  requireLevel(level);
  if (!(value >= 0 && value <= 1 && standardError >= 0)) {
    return impossible("A proportion lies between 0 and 1 and its standard error is not negative.");
  }
  if (!(sampleSize > 0)) return ofNobody;
  const byError = (value * (1 - value)) / (standardError * standardError);
  const effectiveSampleSize = value === 0 || value === 1 || standardError === 0 ? sampleSize : min(sampleSize, byError);
  let adjusted = effectiveSampleSize;
  if (degreesOfFreedom !== undefined) {
    if (sampleSize <= 1) return tooFew("One observation has no degrees of freedom.");
    requirePositive("degreesOfFreedom", degreesOfFreedom);
    const upper = (1 + level) / 2;
    adjusted *= (studentQuantile(upper, sampleSize - 1) / studentQuantile(upper, degreesOfFreedom)) ** 2;
    adjusted = min(sampleSize, adjusted);
  }
  return { value, ...clopperPearson(adjusted * value, adjusted, level), level, standardError, effectiveSampleSize };
}

const ofNobody = undefinedBecause("no-observations", "A proportion of nobody does not exist.");
