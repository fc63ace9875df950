import { bracketedRoot } from "../bracketed-root.ts";
import { gammaTail } from "../distributions/gamma.ts";
import { unitGammaQuantile } from "../distributions/gamma-quantile.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { byarLimits, type Limits } from "./poisson-count-limits.ts";

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

/** What the limits of a weighted sum of Poisson counts rest on; `c` is a weight over its person-years. */
export type WeightedCount = Readonly<{
  /** Σ cD. */
  rate: number;
  /** Σ c²D. */
  variance: number;
  /** ΣD. */
  events: number;
  meanWeight: number;
  meanSquareWeight: number;
  minWeight: number;
  maxWeight: number;
}>;

/** Limits of a weighted count by a named method; undefined where the method has none without events. */
export function directLimits(of: WeightedCount, method: DirectRateMethod, level: number): Limits | undefined {
  const { rate, variance, events, meanWeight, maxWeight } = of;
  const z = normalMultiplier(level);
  const reach = z * Math.sqrt(variance);
  switch (method) {
    case "fay-feuer":
      return gammaLimits(of, maxWeight, maxWeight * maxWeight, level);
    case "tiwari":
      return gammaLimits(of, meanWeight, of.meanSquareWeight, level);
    case "mean-weight":
      return gammaLimits(of, meanWeight, meanWeight * meanWeight, level);
    case "min-max-weight": {
      const middle = (of.minWeight + maxWeight) / 2;
      return gammaLimits(of, middle, middle * middle, level);
    }
    case "fay-kim":
      return midPGammaLimits(of, level);
    case "normal":
      return { lower: rate - reach, upper: rate + reach };
  }
  if (events === 0) return undefined;
  switch (method) {
    case "dobson-byar": {
      const byar = byarLimits(events, z);
      const scale = Math.sqrt(variance / events);
      return { lower: rate + scale * (byar.lower - events), upper: rate + scale * (byar.upper - events) };
    }
    case "anderson-rosenberg": {
      const effective = (rate * rate) / variance;
      const tail = (1 - level) / 2;
      const each = rate / effective;
      return {
        lower: each * unitGammaQuantile(tail, effective, false),
        upper: each * unitGammaQuantile(tail, effective + 1, true),
      };
    }
    case "log-normal":
      return { lower: rate * Math.exp(-reach / rate), upper: rate * Math.exp(reach / rate) };
  }
}

/** The gamma limits: below, the sum itself; above, the sum with one more event of the given weight. */
export function gammaLimits(of: WeightedCount, weight: number, squareWeight: number, level: number): Limits {
  const tail = (1 - level) / 2;
  const { rate, variance } = of;
  const lower = rate === 0 ? 0 : (variance / rate) * unitGammaQuantile(tail, (rate * rate) / variance, false);
  const mean = rate + weight;
  const spread = variance + squareWeight;
  return { lower, upper: (spread / mean) * unitGammaQuantile(tail, (mean * mean) / spread, true) };
}

/** Fay & Kim's mid-p limits: quantiles of an even mixture of the two gamma distributions. */
function midPGammaLimits(of: WeightedCount, level: number): Limits {
  const { rate, variance, maxWeight } = of;
  const tail = (1 - level) / 2;
  const mean = rate + maxWeight;
  const spread = variance + maxWeight * maxWeight;
  const high = (x: number, upper: boolean) => gammaTail((mean * mean) / spread, (x * mean) / spread, upper);
  const low = (x: number, upper: boolean) =>
    rate === 0 ? (upper ? 0 : 1) : gammaTail((rate * rate) / variance, (x * rate) / variance, upper);
  const below = (x: number) => (low(x, false) + high(x, false)) / 2 - tail;
  const above = (x: number) => (low(x, true) + high(x, true)) / 2 - tail;
  let far = gammaLimits(of, maxWeight, maxWeight * maxWeight, level).upper;
  while (above(far) > 0) far *= 2;
  return { lower: rate === 0 ? 0 : bracketedRoot(below, 0, far), upper: bracketedRoot(above, 0, far) };
}
