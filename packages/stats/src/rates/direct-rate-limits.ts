import { bracketedRoot } from "../bracketed-root.ts";
import { gammaTail } from "../distributions/gamma.ts";
import { unitGammaQuantile } from "../distributions/gamma-quantile.ts";
import { byarLimits, type Confidence, type Limits } from "./poisson-count-limits.ts";
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
  const { meanWeight, maxWeight } = of;
  switch (method) {
    case "fay-feuer":
      return gammaLimits(of, maxWeight, maxWeight * maxWeight, by.tail, into);
    case "tiwari":
      return gammaLimits(of, meanWeight, of.meanSquareWeight, by.tail, into);
    case "mean-weight":
      return gammaLimits(of, meanWeight, meanWeight * meanWeight, by.tail, into);
    case "min-max-weight": {
      const middle = (of.minWeight + maxWeight) / 2;
      return gammaLimits(of, middle, middle * middle, by.tail, into);
    }
    case "fay-kim":
      return midPGammaLimits(of, by.tail, into);
    case "normal": {
      const reach = by.z * Math.sqrt(of.variance);
      into.lower = of.rate - reach;
      into.upper = of.rate + reach;
      return true;
    }
    default:
      return of.events > 0 && limitsOfSome(of, method, by, into);
  }
}

/** The methods that need at least one event. */
function limitsOfSome(
  { rate, variance, events }: WeightedCount,
  method: "dobson-byar" | "anderson-rosenberg" | "log-normal",
  { z, tail }: Confidence,
  into: Limits,
): boolean {
  if (method === "dobson-byar") {
    byarLimits(events, z, into);
    const scale = Math.sqrt(variance / events);
    into.lower = rate + scale * (into.lower - events);
    into.upper = rate + scale * (into.upper - events);
  } else if (method === "anderson-rosenberg") {
    const effective = (rate * rate) / variance;
    into.lower = (variance / rate) * unitGammaQuantile(tail, effective, false);
    into.upper = (variance / rate) * unitGammaQuantile(tail, effective + 1, true);
  } else {
    const factor = Math.exp((z * Math.sqrt(variance)) / rate);
    into.lower = rate / factor;
    into.upper = rate * factor;
  }
  return true;
}

/** The gamma limits: below, the sum itself; above, the sum with one more event of the given weight. */
function gammaLimits(of: WeightedCount, weight: number, squareWeight: number, tail: number, into: Limits): true {
  const { rate, variance } = of;
  const mean = rate + weight;
  const spread = variance + squareWeight;
  into.lower = rate === 0 ? 0 : (variance / rate) * unitGammaQuantile(tail, (rate * rate) / variance, false);
  into.upper = (spread / mean) * unitGammaQuantile(tail, (mean * mean) / spread, true);
  return true;
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
  gammaLimits(of, maxWeight, maxWeight * maxWeight, tail, into);
  let far = into.upper;
  while (above(far) > 0) far *= 2;
  into.lower = rate === 0 ? 0 : bracketedRoot(below, 0, far);
  into.upper = bracketedRoot(above, 0, far);
  return true;
}
