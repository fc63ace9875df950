import { sqrt } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { type Rate, scaledRate } from "./crude-rate.ts";
import { type DirectRateMethod, directLimits } from "./direct-rate-limits.ts";
import { type Confidence, confidenceOf } from "./poisson-count-limits.ts";
import {
  emptyWeightedCount,
  fillWeightedCount,
  rateRefusal,
  standardWeights,
  type WeightedCount,
  withoutEvents,
  withoutStandard,
} from "./weighted-count.ts";

/** Events and person-years by stratum (usually age), and the standard population they are weighted to. */
export type Strata = Readonly<{
  events: ArrayLike<number>;
  personYears: ArrayLike<number>;
  /** People or weights of the standard; they are scaled to sum to one. */
  standardPopulation: ArrayLike<number>;
}>;

/** How a standardised rate is asked for. */
export type DirectRateOptions = Readonly<{ method?: DirectRateMethod; per?: number; level?: number }>;

/**
 * A directly standardised (age-adjusted) rate: the rate the standard population would have at these stratum rates.
 *
 * Formula. r = Σ wD/P, w = standard/Σ standard; V = Σ (w/P)² D; O = ΣD; c = w/P.
 * "fay-feuer": L = G⁻¹(α/2; r²/V, V/r), U = G⁻¹(1 − α/2; (r + c)²/(V + c²), (V + c²)/(r + c)) with c the largest; "tiwari"
 * with mean c and mean c²; "mean-weight" with mean c in both; "min-max-weight" with half the sum of least and largest c;
 * "fay-kim" the mid-p mixture of both gammas; "dobson-byar": r + √(V/O)(Byar limit of O − O); "anderson-rosenberg"
 * (NCHS below 100 deaths): D* = r²/V, L = r G⁻¹(α/2; D*)/D*, U = r G⁻¹(1 − α/2; D* + 1)/D*; "normal" r ± z√V;
 * "log-normal" r e^{±z√V/r}.
 * Units. Per `per` person-years, 100 000 unless given. The standard error is per × √V.
 * Refuses. negative-events, no-person-years in a stratum, missing-value (a stratum without a count is not a stratum
 * without events), no-standard-population; no-events for Dobson-Byar, Anderson-Rosenberg and log-normal limits of no
 * events (the gamma limits exist: 0 to −c ln(α/2)). Suppressing rates of few events is policy, not statistics: see
 * nchsRatePresentation. Throws RangeError for columns of different lengths.
 * References. Fay MP, Feuer EJ, Stat Med 1997;16:791; Dobson AJ et al, Stat Med 1991;10:457; Tiwari RC, Clegg LX, Zou Z,
 * Stat Methods Med Res 2006;15:547; Fay MP, Kim S, Biom J 2017;59:281; Anderson RN, Rosenberg HM, NVSS 1998;47(3);
 * Talih M, Anderson RN, Parker JD, Popul Health Metr 2022;20:13 (which recommends Fay-Feuer).
 * Checked against. dsr_gamma (asht 1.0.1, epitools 0.5.10.1, whose lower limit of no events is NaN, and dsr 0.2.2, whose
 * "gamma" is Anderson-Rosenberg), dsr_dobson_byar and phe_published_tests (PHEindicatormethods 2.1.0, which answers
 * nothing below 10 events), standardisation_esda (esda 2.7.0, which fails without events); CDC WONDER US age-adjusted
 * rates 1999–2018.
 * @example
 * directRate({
 *   events: [107, 141, 60, 40, 39, 25],
 *   personYears: [230061, 329449, 114920, 39487, 14208, 3052],
 *   standardPopulation: [319933, 931318, 786511, 488235, 237863, 61313],
 * }) // => { value: 92.3045255, lower: 80.4417499, upper: 105.7633457 }
 * @example
 * directRate(
 *   { events: [0, 0], personYears: [100, 200], standardPopulation: [1, 1] },
 *   { method: "dobson-byar" },
 * ) // => { undefined: "no-events" }
 */
export function directRate(strata: Strata, options: DirectRateOptions = {}): Rate | Undefined {
  const { method = "fay-feuer", per = 100_000, level = 0.95 } = options;
  const by = confidenceOf(level);
  const weighted = weightedCount(strata);
  return isUndefined(weighted) ? weighted : rateOfWeighted(weighted, method, per, by);
}

/** A weighted count as a rate with the limits of a method. */
export function rateOfWeighted(
  weighted: WeightedCount,
  method: DirectRateMethod,
  per: number,
  by: Confidence,
): Rate | Undefined {
  const limits = { lower: 0, upper: 0 };
  if (!directLimits(weighted, method, by, limits)) return withoutEvents;
  return scaledRate(per, weighted.rate, limits, sqrt(weighted.variance), weighted.events, per, by.level);
}

/** The sums every interval rests on, or why there are none. */
export function weightedCount({ events, personYears, standardPopulation }: Strata): WeightedCount | Undefined {
  requireSameLength({ events, personYears, standardPopulation });
  const weights = standardWeights(standardPopulation);
  if (!weights) return withoutStandard;
  const sums = emptyWeightedCount();
  const reason = fillWeightedCount(sums, weights, events, personYears, 0);
  return rateRefusal(reason) ?? sums;
}
