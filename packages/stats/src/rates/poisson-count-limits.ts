import { bracketedRoot } from "../bracketed-root.ts";
import { gammaTail } from "../distributions/gamma.ts";
import { unitGammaQuantile } from "../distributions/gamma-quantile.ts";
import { poissonTerm } from "../distributions/log-gamma.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { poissonLimits } from "../distributions/poisson.ts";

/** Limits of a count. */
export type Limits = Readonly<{ lower: number; upper: number }>;

/** How the limits of a Poisson count, and so of a crude rate, are found. */
export type CountMethod =
  | "exact"
  | "byar"
  | "ohid"
  | "byar-half"
  | "normal"
  | "score"
  | "mid-p"
  | "jeffreys"
  | "log-normal";

/** Byar's approximation with O in the lower and O + 1 in the upper limit (Breslow & Day 1987); 0 below for no events. */
export function byarLimits(events: number, z: number): Limits {
  const lower = events === 0 ? 0 : events * (1 - 1 / (9 * events) - z / (3 * Math.sqrt(events))) ** 3;
  const above = events + 1;
  return { lower: Math.max(0, lower), upper: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3 };
}

/** Limits of a Poisson count by a named method; undefined where the method has none for this count. */
export function countLimits(events: number, method: CountMethod, level: number): Limits | undefined {
  const z = normalMultiplier(level);
  switch (method) {
    case "exact":
      return poissonLimits(events, level);
    case "byar":
      return byarLimits(events, z);
    case "ohid":
      return events < 10 ? poissonLimits(events, level) : byarLimits(events, z);
    case "byar-half":
      return halfByar(events, z);
    case "normal":
      return { lower: events - z * Math.sqrt(events), upper: events + z * Math.sqrt(events) };
    case "score":
      return scoreLimits(events, z);
    case "mid-p":
      return midPLimits(events, level);
    case "jeffreys":
      return jeffreysLimits(events, level);
    case "log-normal": {
      const factor = Math.exp(z / Math.sqrt(events));
      return events === 0 ? undefined : { lower: events / factor, upper: events * factor };
    }
  }
}

/** Rothman & Boice's form with O + ½ in both limits; below zero for no events, as they leave it. */
function halfByar(events: number, z: number): Limits {
  const half = events + 0.5;
  const limit = (side: number) => half * (1 - 1 / (9 * half) + (side * z) / (3 * Math.sqrt(half))) ** 3;
  return { lower: limit(-1), upper: limit(1) };
}

function scoreLimits(events: number, z: number): Limits {
  const centre = events + (z * z) / 2;
  const reach = z * Math.sqrt(events + (z * z) / 4);
  return { lower: events === 0 ? 0 : centre - reach, upper: centre + reach };
}

/** Half the probability of the observed count is given to each side. */
function midPLimits(events: number, level: number): Limits {
  const tail = (1 - level) / 2;
  const half = (mean: number) => poissonTerm(events, mean) / 2;
  const exact = poissonLimits(events, level);
  const below = (mean: number) => gammaTail(events + 1, mean, true) - half(mean) - tail;
  const above = (mean: number) =>
    (events === 0 ? 1 - 2 * half(mean) : gammaTail(events, mean, false)) - half(mean) - tail;
  const upper = bracketedRoot(below, exact.lower, exact.upper);
  return { lower: events === 0 ? 0 : bracketedRoot(above, exact.lower, exact.upper), upper };
}

/** Equal tails of the posterior under Jeffreys' prior, Gamma(O + ½), with 0 below for no events. */
function jeffreysLimits(events: number, level: number): Limits {
  const tail = (1 - level) / 2;
  const lower = events === 0 ? 0 : unitGammaQuantile(tail, events + 0.5, false);
  return { lower, upper: unitGammaQuantile(tail, events + 0.5, true) };
}
