import type { Estimate } from "../estimate.ts";
import { requireSameLength } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { type CountMethod, confidenceOf, limitsOfCount } from "./poisson-count-limits.ts";
import { countRefusal } from "./weighted-count.ts";

/** Events of an area and of its reference by stratum, with the person-years of both. */
export type AgainstReference = Readonly<{
  /** By stratum, or their total where strata are not known. */
  events: ArrayLike<number> | number;
  personYears: ArrayLike<number>;
  referenceEvents: ArrayLike<number>;
  referencePersonYears: ArrayLike<number>;
}>;

/** An observed number of events beside the number expected at the reference's rates. */
export type StandardisedRatio = Estimate & Readonly<{ observed: number; expected: number }>;

/** A standardised ratio as a rate, with the crude rate of the reference that it multiplies. */
export type IndirectRate = StandardisedRatio & Readonly<{ per: number; referenceRate: number }>;

/** The limits of the observed count that both functions offer. */
export type IndirectMethod = Extract<CountMethod, "ohid" | "exact" | "byar" | "log-normal">;

/**
 * A standardised ratio (SMR): events observed over events expected at the reference's stratum rates.
 *
 * Formula. E = Σ P D_ref/P_ref; ratio = times × O/E; limits are those of the count O over E: "ohid" exact below ten events
 * and Byar from ten, "exact", "byar", or "log-normal" O e^{±z/√O}.
 * Units. `times` is 100 unless given; the expected count is in events.
 * Refuses. missing-value, negative-events, no-person-years (also of the reference), no-expected-events; no-events for
 * log-normal limits of no events (epitools gives NaN there). Throws RangeError for columns of different lengths.
 * References. Breslow NE, Day NE, Statistical Methods in Cancer Research II, 1987; Office for Health Improvement and
 * Disparities, Technical guide: standardisation, 2018.
 * Checked against. indirect_standardisation (PHEindicatormethods 2.1.0, epitools 0.5.10.1), phe_published_tests, standardisation_esda.
 * @example
 * standardisedRatio({
 *   events: 412,
 *   personYears: [230061, 329449, 114920, 39487, 14208, 3052],
 *   referenceEvents: [0, 8, 63, 112, 262, 295],
 *   referencePersonYears: [327, 30666, 123419, 149919, 104088, 34392],
 * }) // => { value: 174.5408, lower: 158.0914, upper: 192.2365, observed: 412, expected: 236.048 }
 */
export function standardisedRatio(
  of: AgainstReference,
  options: Readonly<{ method?: IndirectMethod; times?: number; level?: number }> = {},
): StandardisedRatio | Undefined {
  const { method = "ohid", times = 100, level = 0.95 } = options;
  const by = confidenceOf(level);
  const observed = observedEvents(of);
  const byStratum = expectedByStratum(of);
  if (isUndefined(observed)) return observed;
  if (isUndefined(byStratum)) return byStratum;
  const expected = sumOf(byStratum);
  if (expected === 0)
    return undefinedBecause("no-expected-events", "The reference has no events, so none are expected here.");
  const limits = limitsOfCount(observed, method, by);
  if (isUndefined(limits)) return limits;
  const each = times / expected;
  const [lower, upper] = [limits.lower * each, limits.upper * each];
  return { value: observed * each, lower, upper, level, observed, expected };
}

/**
 * An indirectly standardised rate: the standardised ratio times the crude rate of the reference.
 *
 * Formula. per × (ΣD_ref/ΣP_ref) × O/E; limits as standardisedRatio.
 * Units. Per `per` person-years, 100 000 unless given.
 * Refuses. As standardisedRatio. Two indirectly standardised rates should not be compared: each has its own weights.
 * References. As standardisedRatio.
 * Checked against. indirect_standardisation (PHEindicatormethods 2.1.0, epitools 0.5.10.1), phe_published_tests.
 * @example
 * indirectRate({
 *   events: [107, 141, 60, 40, 39, 25],
 *   personYears: [230061, 329449, 114920, 39487, 14208, 3052],
 *   referenceEvents: [0, 8, 63, 112, 262, 295],
 *   referencePersonYears: [327, 30666, 123419, 149919, 104088, 34392],
 * }) // => { value: 291.6824, lower: 264.1932, upper: 321.2544, referenceRate: 167.1142 }
 */
export function indirectRate(
  of: AgainstReference,
  options: Readonly<{ method?: IndirectMethod; per?: number; level?: number }> = {},
): IndirectRate | Undefined {
  const { method = "ohid", per = 100_000, level = 0.95 } = options;
  const referenceRate = (per * sumOf(of.referenceEvents)) / sumOf(of.referencePersonYears);
  const ratio = standardisedRatio(of, { method, times: referenceRate, level });
  return isUndefined(ratio) ? ratio : { ...ratio, per, referenceRate };
}

/** All events observed, or why they are not known. */
export function observedEvents({ events, personYears }: AgainstReference): number | Undefined {
  const each = typeof events === "number" ? [events] : Array.from(events);
  if (typeof events !== "number") requireSameLength({ events, personYears });
  return each.map((count) => countRefusal(count, 1)).find(isUndefined) ?? sumOf(each);
}

/** Events expected by stratum at the reference's rates, or why there are none. */
export function expectedByStratum(of: AgainstReference): number[] | Undefined {
  const { personYears, referenceEvents, referencePersonYears } = of;
  requireSameLength({ personYears, referenceEvents, referencePersonYears });
  const expected: number[] = [];
  for (let i = 0; i < personYears.length; i++) {
    const [here, events, people] = [personYears[i]!, referenceEvents[i]!, referencePersonYears[i]!];
    const refusal = countRefusal(events, people) ?? countRefusal(here, 1);
    if (refusal) return refusal;
    expected.push((here * events) / people);
  }
  return expected;
}
