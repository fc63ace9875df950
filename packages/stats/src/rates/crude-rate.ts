import type { EstimateWithError } from "../estimate.ts";
import { sqrt } from "../maths.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import {
  type Confidence,
  type CountMethod,
  confidenceOf,
  exactLimits,
  type Limits,
  limitsOfCount,
} from "./poisson-count-limits.ts";
import { countRefusal } from "./weighted-count.ts";

/** Events and the person-years, or people, in which they happened. */
export type Events = Readonly<{ events: number; personYears: number }>;

/** How the limits of a crude rate are found; "chicago-2006-2010" repeats one publisher's tables to their rounding. */
export type CrudeRateMethod = CountMethod | "chicago-2006-2010";

/** A rate per so many person-years. */
export type Rate = EstimateWithError & Readonly<{ per: number; events: number }>;

/**
 * A crude rate: events over person-years, with confidence limits.
 *
 * Formula. per × O/P; limits are those of the count O over P: "exact" Garwood's ½χ²; "byar" O(1 − 1/(9O) − z/(3√O))³ and
 * the same with O + 1 and + above; "ohid" exact below 10 events and Byar from 10; "byar-half" O + ½ in both (below zero
 * for no events); "normal" O ± z√O; "score" O + z²/2 ± z√(O + z²/4); "mid-p" half the observed probability to each tail;
 * "jeffreys" quantiles of Gamma(O + ½); "log-normal" O e^{±z/√O}. "chicago-2006-2010" rounds the rate r to 0.1, then
 * exact limits times r/O below 100 events and r ± z r/√O from 100. Standard error per × √O/P.
 * Units. Per `per` person-years, 100 000 unless given; O may be fractional.
 * Refuses. negative-events, no-person-years, missing-value; no-events for log-normal limits of no events. Throws
 * RangeError for a level outside 0 to 1.
 * References. Garwood F, Biometrika 1936;28:437; Breslow NE, Day NE, Statistical Methods in Cancer Research II, 1987;
 * Office for Health Improvement and Disparities, Technical guide: confidence intervals, 2018; Rothman KJ, Boice JD,
 * Epidemiologic Analysis with a Programmable Calculator, 1979.
 * Checked against. crude_rate (PHEindicatormethods 2.1.0, R 4.5.0, epitools 0.5.10.1, whose pois.byar is "byar-half" and
 * not Byar; the ratesci cases there are binomial and are checked through `proportion`); all 1,399 crude rates of
 * Chicago's deaths 2006–2010 to 0.1 and their limits within 0.11.
 * @example
 * crudeRate({ events: 20, personYears: 15000 }, { method: "byar" })
 * // => { value: 133.33333, lower: 81.40953, upper: 205.93254, level: 0.95, standardError: 29.8142 }
 * @example
 * crudeRate({ events: 0, personYears: 1234 }) // => { value: 0, lower: 0, upper: 298.93675 }
 * @example
 * crudeRate({ events: 4, personYears: 0 }) // => { undefined: "no-person-years" }
 */
export function crudeRate(
  of: Events,
  options: Readonly<{ method?: CrudeRateMethod; per?: number; level?: number }> = {},
): Rate | Undefined {
  const { method = "exact", per = 100_000, level = 0.95 } = options;
  const by = confidenceOf(level);
  const { events, personYears } = of;
  const refusal = countRefusal(events, personYears);
  if (refusal) return refusal;
  if (method === "chicago-2006-2010") return chicagoRate(of, per, by);
  const limits = limitsOfCount(events, method, by);
  if (isUndefined(limits)) return limits;
  return scaledRate(per / personYears, events, limits, sqrt(events), events, per, level);
}

/** A rate with its limits and standard error, all brought to its unit. */
export function scaledRate(
  scale: number,
  value: number,
  limits: Readonly<Limits>,
  standardError: number,
  events: number,
  per: number,
  level: number,
): Rate {
  return {
    value: scale * value,
    lower: scale * limits.lower,
    upper: scale * limits.upper,
    level,
    standardError: scale * standardError,
    per,
    events,
  };
}

/** As Chicago's health department printed 2006–2010: limits grow out of the rate already rounded to one decimal. */
function chicagoRate({ events, personYears }: Events, per: number, { level, z, tail }: Confidence): Rate {
  const value = Math.round((10 * per * events) / personYears) / 10;
  const standardError = events === 0 ? 0 : value / sqrt(events);
  const limits = { lower: value - z * standardError, upper: value + z * standardError };
  if (events < 100) {
    exactLimits(events, tail, limits);
    const each = events === 0 ? per / personYears : value / events;
    limits.lower *= each;
    limits.upper *= each;
  }
  return { value, ...limits, level, standardError, per, events };
}
