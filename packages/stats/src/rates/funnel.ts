import { bracketedRoot } from "../bracketed-root.ts";
import { gammaTail } from "../distributions/gamma.ts";
import type { Interval } from "../estimate.ts";
import { max, min, sqrt } from "../maths.ts";
import { requirePositive, requireProbability } from "../misuse.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { crudeRate } from "./crude-rate.ts";
import { confidenceOf } from "./poisson-count-limits.ts";
import { proportion } from "./proportion.ts";

/** How far a value lies from the average: beyond the limits of 95% (0.025 in each tail) or of 99.8% (0.001), or within. */
export type FunnelSignificance = "low-0.001" | "low-0.025" | "within" | "high-0.025" | "high-0.001";

/**
 * Control limits of a funnel plot for proportions: where a share of so many people would fall by chance alone.
 *
 * Formula. p₀ ± z √(p₀(1 − p₀)/n), no further than 0 and 1.
 * Units. Fractions.
 * Refuses. Throws RangeError for an average outside 0 to 1 or a size not above zero.
 * References. Spiegelhalter DJ, Stat Med 2005;24:1185-1202.
 * Checked against. funnel_plot (PHEindicatormethods 2.1.0).
 * @example
 * proportionFunnel({ average: 0.3529675, of: 10 }, { level: 0.95 }) // => { lower: 0.0568, upper: 0.6492 }
 */
export function proportionFunnel(
  at: Readonly<{ average: number; of: number }>,
  options: Readonly<{ level?: number }> = {},
): Interval {
  const { z, level } = confidenceOf(options.level ?? 0.95);
  requireProbability(at.average);
  requirePositive("of", at.of);
  const reach = z * sqrt((at.average * (1 - at.average)) / at.of);
  return { lower: max(0, at.average - reach), upper: min(1, at.average + reach), level };
}

/**
 * Control limits of a funnel plot for ratios: the ratio of observed to expected that would just be significant.
 *
 * Formula. Upper: O/E where the exact lower limit of O is E, P(O, E) = α/2; lower: where its exact upper limit is E,
 * Q(O + 1, E) = α/2, or 0 where even no events would not be too few. O runs continuously, so that the funnel is smooth.
 * Units. Ratios around 1.
 * Refuses. Throws RangeError for an expected count not above zero.
 * References. Spiegelhalter DJ, Stat Med 2005;24:1185-1202; Dover DC, Schopflocher DP, Popul Health Metr 2011;9:58.
 * Checked against. poissonLimits, whose inverse it is.
 * @example
 * ratioFunnel({ expected: 11.668332 }, { level: 0.95 }).lower // => 0.428510
 */
export function ratioFunnel(at: Readonly<{ expected: number }>, options: Readonly<{ level?: number }> = {}): Interval {
  const { tail, level } = confidenceOf(options.level ?? 0.95);
  const { expected } = at;
  requirePositive("expected", expected);
  let far = expected + 1;
  while (gammaTail(far, expected, false) > tail) far *= 2;
  const upper = bracketedRoot((o) => gammaTail(o, expected, false) - tail, 1e-9, far);
  const least = gammaTail(1, expected, true) - tail;
  const lower = least >= 0 ? 0 : bracketedRoot((o) => gammaTail(o + 1, expected, true) - tail, 0, expected);
  return { lower: lower / expected, upper: upper / expected, level };
}

/**
 * Whether a proportion is unusual against an average, as a funnel plot colours it.
 *
 * Formula. Wilson's limits of x/n at 99.8% and 95% are held against the average.
 * Units. Fractions.
 * Refuses. As proportion.
 * References. Office for Health Improvement and Disparities, Technical guide: funnel plots, 2018.
 * Checked against. funnel_plot (PHEindicatormethods 2.1.0).
 * @example
 * proportionSignificance({ count: 346, of: 1121, average: 0.3529675 }) // => "low-0.001"
 */
export function proportionSignificance(
  of: Readonly<{ count: number; of: number; average: number }>,
): FunnelSignificance | Undefined {
  return colour((level) => proportion(of.count, of.of, { level }), of.average);
}

/**
 * Whether an observed number of events is unusual against the number expected, as a funnel plot colours it.
 *
 * Formula. The limits of O at 99.8% and 95%, exact below ten events and Byar from ten, are held against E.
 * Units. Events.
 * Refuses. negative-events, missing-value.
 * References. Office for Health Improvement and Disparities, Technical guide: funnel plots, 2018.
 * Checked against. funnel_plot (PHEindicatormethods 2.1.0).
 * @example
 * ratioSignificance({ observed: 217, expected: 184.246 }) // => "high-0.025"
 */
export function ratioSignificance(
  of: Readonly<{ observed: number; expected: number }>,
): FunnelSignificance | Undefined {
  const at = { events: of.observed, personYears: 1 };
  return colour((level) => crudeRate(at, { method: "ohid", per: 1, level }), of.expected);
}

function colour(limitsAt: (level: number) => Interval | Undefined, average: number): FunnelSignificance | Undefined {
  const [wide, narrow] = [limitsAt(0.998), limitsAt(0.95)];
  if (isUndefined(wide)) return wide;
  if (isUndefined(narrow)) return narrow;
  if (wide.upper < average) return "low-0.001";
  if (wide.lower > average) return "high-0.001";
  if (narrow.upper < average) return "low-0.025";
  return narrow.lower > average ? "high-0.025" : "within";
}
