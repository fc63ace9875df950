import { bracketedRoot } from "../bracketed-root.ts";
import { gammaTail } from "../distributions/gamma.ts";
import { unitGammaQuantile } from "../distributions/gamma-quantile.ts";
import { exp, sqrt } from "../maths.ts";
import {
  byarLimits,
  type Confidence,
  type Limits,
  limitsAround,
  limitsByFactor,
  setLimits,
} from "./poisson-count-limits.ts";
import type { WeightedCount } from "./weighted-count.ts";

/** How the limits of a directly standardised rate are found. */
export type DirectRateMethod =
  | "fay-feuer"
  | "dobson-byar"
  | "tiwari"
  | "mean-weight"
  | "min-max-weight"
  | "fay-kim"
  | "anderson-rosenberg"
  | "normal"
  | "log-normal";

/** Writes the limits of a weighted count by a named method; false where the method has none without events. */
export function directLimits(of: WeightedCount, method: DirectRateMethod, by: Confidence, into: Limits): boolean {
  const { rate, variance, events, meanWeight, minWeight, maxWeight } = of;
  switch (method) {
    case "fay-feuer":
      return gammaLimits(of, maxWeight, by.tail, into);
    case "tiwari":
      return gammaLimits(of, meanWeight, by.tail, into, of.meanSquareWeight);
    case "mean-weight":
      return gammaLimits(of, meanWeight, by.tail, into);
    case "min-max-weight":
      return gammaLimits(of, (minWeight + maxWeight) / 2, by.tail, into);
    case "anderson-rosenberg":
      return events > 0 && gammaLimits(of, variance / rate, by.tail, into);
    case "fay-kim":
      return midPGammaLimits(of, by.tail, into);
    case "normal":
      return limitsAround(into, rate, by.z * sqrt(variance));
    case "log-normal":
      return events > 0 && limitsByFactor(into, rate, exp((by.z * sqrt(variance)) / rate));
    case "dobson-byar": {
      byarLimits(events, by.z, into);
      const scale = sqrt(variance / events);
      return events > 0 && setLimits(into, rate + scale * (into.lower - events), rate + scale * (into.upper - events));
    }
  }
}

/**
 * The gamma limits: below, the sum itself; above, the sum with one more event of the given weight. With the weight of an
 * average event, the variance over the sum, these are Anderson and Rosenberg's.
 */
function gammaLimits(
  { rate, variance }: WeightedCount,
  weight: number,
  tail: number,
  into: Limits,
  squareWeight = weight * weight,
): true {
  const mean = rate + weight;
  const spread = variance + squareWeight;
  return setLimits(
    into,
    rate === 0 ? 0 : (variance / rate) * unitGammaQuantile(tail, (rate * rate) / variance, false),
    (spread / mean) * unitGammaQuantile(tail, (mean * mean) / spread, true),
  );
}

/** Fay & Kim's mid-p limits: quantiles of an even mixture of the two gamma distributions. */
function midPGammaLimits(of: WeightedCount, tail: number, into: Limits): true {
  const { rate, variance, maxWeight } = of;
  const mean = rate + maxWeight;
  const spread = variance + maxWeight * maxWeight;
  const high = (x: number, upper: boolean) => gammaTail((mean * mean) / spread, (x * mean) / spread, upper);
  const low = (x: number, upper: boolean) =>
    rate === 0 ? (upper ? 0 : 1) : gammaTail((rate * rate) / variance, (x * rate) / variance, upper);
  const below = (x: number) => (low(x, false) + high(x, false)) / 2 - tail;
  const above = (x: number) => (low(x, true) + high(x, true)) / 2 - tail;
  gammaLimits(of, maxWeight, tail, into);
  let far = into.upper;
  while (above(far) > 0) far *= 2;
  return setLimits(into, rate === 0 ? 0 : bracketedRoot(below, 0, far), bracketedRoot(above, 0, far));
}
