import type { Estimate } from "../estimate.ts";
import { max } from "../maths.ts";
import {
  type AgainstReference,
  expectedByStratum,
  type IndirectMethod,
  observedEvents,
} from "../rates/indirect-rate.ts";
import { confidenceOf, limitsOfCount } from "../rates/poisson-count-limits.ts";
import { sumOf } from "../sum-of.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";

/** Deaths beyond those expected at a reference's rates. */
export type ExcessDeaths = Estimate &
  Readonly<{
    observed: number;
    expected: number;
    /** By band, where deaths were given by band. */
    byBand?: number[];
    /** What reaching the reference's rates would avert; none where there is no excess. */
    averted: number;
    /** Excess as a share of the deaths observed. */
    attributableFraction: number;
  }>;

/**
 * Deaths in excess of those expected at a reference's age-specific rates, and what reaching them would avert.
 *
 * Formula. E = Σ P D_ref/P_ref; excess O − E, its limits those of the count O less E; averted max(0, O − E); attributable
 * fraction (O − E)/O. The reference is taken as known without error.
 * Units. Deaths; a fraction.
 * Refuses. missing-value, negative-events, no-person-years; no-events where nobody died, so that no fraction exists.
 * References. Breslow NE, Day NE, Statistical Methods in Cancer Research II, 1987; Garcia MC et al, MMWR Surveill Summ
 * 2019;68(10) (potentially excess deaths).
 * Checked against. excess_deaths (PHEindicatormethods 2.1.0, expected counts and limits).
 * @example
 * excessDeaths({
 *   events: [10, 40],
 *   personYears: [5000, 2000],
 *   referenceEvents: [10, 100],
 *   referencePersonYears: [10000, 10000],
 * }) // => { value: 25, lower: 12.108, upper: 40.920, byBand: [5, 20], averted: 25, attributableFraction: 0.5 }
 */
export function excessDeaths(
  of: AgainstReference,
  options: Readonly<{ method?: IndirectMethod; level?: number }> = {},
): ExcessDeaths | Undefined {
  const { method = "ohid", level = 0.95 } = options;
  const by = confidenceOf(level);
  const observed = observedEvents(of);
  const each = expectedByStratum(of);
  if (isUndefined(observed)) return observed;
  if (isUndefined(each)) return each;
  if (observed === 0) return undefinedBecause("no-events", "Nobody died, so no share of the deaths can be in excess.");
  const limits = limitsOfCount(observed, method, by);
  if (isUndefined(limits)) return limits;
  const expected = sumOf(each);
  const { events } = of;
  const value = observed - expected;
  return {
    value,
    lower: limits.lower - expected,
    upper: limits.upper - expected,
    level,
    observed,
    expected,
    ...(typeof events !== "number" && { byBand: each.map((e, i) => events[i]! - e) }),
    averted: max(0, value),
    attributableFraction: value / observed,
  };
}
