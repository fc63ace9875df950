import { type Difference, independentDifference, normalDifference } from "../comparison.ts";
import { betaQuantile } from "../distributions/beta-quantile.ts";
import { binomialTerm } from "../distributions/binomial.ts";
import { normalMultiplier, twoSidedP } from "../distributions/normal.ts";
import type { Estimate } from "../estimate.ts";
import { exp, hypot, log, min, sqrt } from "../maths.ts";
import { requireLevel, requireWhole } from "../misuse.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import type { Events } from "./crude-rate.ts";
import { countRefusal } from "./weighted-count.ts";

const eitherRefusal = (first: Events, second: Events): Undefined | undefined =>
  countRefusal(first.events, first.personYears) ?? countRefusal(second.events, second.personYears);

/** A ratio with limits and the two-sided test that it is one. */
export type Ratio = Estimate & Readonly<{ p: number }>;

/** A value with its standard error, as directRate and crudeRate return. */
export type WithError = Readonly<{ value: number; standardError: number }>;

/**
 * The ratio of two independent crude rates, the first over the second.
 *
 * Formula. (O₁/P₁)/(O₂/P₂). "exact": given O₁ + O₂, O₁ is binomial with π = RR·P₁/(RR·P₁ + P₂); Clopper-Pearson limits of π
 * are turned into limits of the ratio, and p sums the outcomes no likelier than the one seen. "wald": ratio ×
 * e^{±z√(1/O₁ + 1/O₂)}, p from ln(ratio) over its standard error.
 * Units. A ratio; person-years of both rates in the same unit.
 * Refuses. negative-events, no-person-years, missing-value; no-events where neither has events, where the second has
 * none ("exact" too: the ratio is infinite), or for "wald" where either has none. Throws RangeError for "exact" with
 * events that are not whole.
 * References. Rothman KJ, Greenland S, Modern Epidemiology, 1998, ch. 14; Lehmann EL, Romano JP, Testing Statistical
 * Hypotheses, 2005, 4.5 (conditional test).
 * Checked against. rate_comparison (poisson.test of R 4.5.0, epitools 0.5.10.1).
 * @example
 * rateRatio({ events: 30, personYears: 10000 }, { events: 20, personYears: 12000 })
 * // => { value: 1.8, lower: 0.988958, upper: 3.344105, level: 0.95, p: 0.046206 }
 * @example
 * rateRatio({ events: 3, personYears: 10 }, { events: 0, personYears: 12 }) // => { undefined: "no-events" }
 */
export function rateRatio(
  first: Events,
  second: Events,
  options: Readonly<{ method?: "exact" | "wald"; level?: number }> = {},
): Ratio | Undefined {
  const { method = "exact", level = 0.95 } = options;
  requireLevel(level);
  const refusal = eitherRefusal(first, second);
  if (refusal) return refusal;
  const [a, b] = [first.events, second.events];
  if (b === 0 || (method === "wald" && a === 0))
    return undefinedBecause(
      "no-events",
      "One of the two rates has no events, so their ratio or its limits do not exist.",
    );
  const [p, q] = [first.personYears, second.personYears];
  const value = a / p / (b / q);
  return method === "exact" ? exactRatio(value, a, p, b, q, level) : waldRatio(value, a, b, level);
}

function waldRatio(value: number, a: number, b: number, level: number): Ratio {
  const error = sqrt(1 / a + 1 / b);
  const factor = exp(normalMultiplier(level) * error);
  return { value, lower: value / factor, upper: value * factor, level, p: twoSidedP(log(value) / error) };
}

/** Of a events in p person-years and b in q: the limits of a's share of both, and its test. */
function exactRatio(value: number, a: number, p: number, b: number, q: number, level: number): Ratio {
  requireWhole("events", a);
  requireWhole("events", b);
  const tail = (1 - level) / 2;
  const odds = (share: number) => ((share / (1 - share)) * q) / p;
  const lower = a === 0 ? 0 : odds(betaQuantile(tail, a, b + 1));
  const upper = odds(betaQuantile(tail, a + 1, b, "upper"));
  return { value, lower, upper, level, p: noLikelier(a, a + b, p / (p + q)) };
}

/** Probability of all outcomes no likelier than k, with the tolerance for ties that binom.test of R uses. */
function noLikelier(k: number, trials: number, share: number): number {
  const seen = binomialTerm(k, trials, share) * (1 + 1e-7);
  let sum = 0;
  for (let i = 0; i <= trials; i++) {
    const term = binomialTerm(i, trials, share);
    if (term <= seen) sum += term;
  }
  return min(1, sum);
}

/**
 * The difference of two independent crude rates, the first minus the second.
 *
 * Formula. O₁/P₁ − O₂/P₂ ± z √(O₁/P₁² + O₂/P₂²), times per.
 * Units. Per `per` person-years, 100 000 unless given.
 * Refuses. negative-events, no-person-years, missing-value; no-uncertainty where neither has events.
 * References. Rothman KJ, Greenland S, Modern Epidemiology, 1998, ch. 14.
 * Checked against. Its formula by hand, in its test.
 * @example
 * rateDifference({ events: 30, personYears: 10000 }, { events: 20, personYears: 12000 })
 * // => { value: 133.333, lower: 3.488, upper: 263.178, standardError: 66.2487 }
 */
export function rateDifference(
  first: Events,
  second: Events,
  options: Readonly<{ per?: number; level?: number }> = {},
): Difference | Undefined {
  const { per = 100_000, level = 0.95 } = options;
  const refusal = eitherRefusal(first, second);
  if (refusal) return refusal;
  const value = first.events / first.personYears - second.events / second.personYears;
  const error = hypot(sqrt(first.events) / first.personYears, sqrt(second.events) / second.personYears);
  return normalDifference(per * value, per * error, level);
}

/**
 * The ratio of two independent estimates with standard errors, such as directly standardised rates.
 *
 * Formula. r₁/r₂ × exp(±z √(SE₁²/r₁² + SE₂²/r₂²)).
 * Units. A ratio.
 * Refuses. no-events where either value is not above zero; no-uncertainty where neither has a standard error.
 * References. Rothman KJ, Greenland S, Modern Epidemiology, 1998, ch. 15.
 * Checked against. rate_comparison (independent R; dsrr() of dsr 0.2.2 takes exp(log(RR ± z·se)), which is not this).
 * @example
 * standardisedRateRatio({ value: 848.87, standardError: 19.108 }, { value: 709.55, standardError: 12.141 })
 * // => { value: 1.19635, lower: 1.13185, upper: 1.26452 }
 */
export function standardisedRateRatio(
  first: WithError,
  second: WithError,
  options: Readonly<{ level?: number }> = {},
): Ratio | Undefined {
  const { level = 0.95 } = options;
  if (!(first.value > 0 && second.value > 0)) {
    return undefinedBecause("no-events", "A ratio of rates needs two rates above zero.");
  }
  const error = hypot(first.standardError / first.value, second.standardError / second.value);
  const logs = normalDifference(log(first.value / second.value), error, level);
  if (isUndefined(logs)) return logs;
  return { value: first.value / second.value, lower: exp(logs.lower), upper: exp(logs.upper), level, p: logs.p };
}

/**
 * The difference of two independent estimates with standard errors, such as directly standardised rates.
 *
 * Formula. r₁ − r₂ ± z √(SE₁² + SE₂²).
 * Units. Those of the two values.
 * Refuses. no-uncertainty where neither has a standard error.
 * References. Rothman KJ, Greenland S, Modern Epidemiology, 1998, ch. 15.
 * Checked against. rate_comparison (independent R).
 * @example
 * standardisedRateDifference({ value: 848.87, standardError: 19.108 }, { value: 709.55, standardError: 12.141 })
 * // => { value: 139.32, lower: 94.95, upper: 183.69, z: 6.15 }
 */
export function standardisedRateDifference(
  first: WithError,
  second: WithError,
  options: Readonly<{ level?: number }> = {},
): Difference | Undefined {
  return independentDifference(first, second, options);
}
