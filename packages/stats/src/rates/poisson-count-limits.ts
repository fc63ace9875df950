import { bracketedRoot } from "../bracketed-root.ts";
import { gammaTail } from "../distributions/gamma.ts";
import { unitGammaQuantile } from "../distributions/gamma-quantile.ts";
import { poissonTerm } from "../distributions/log-gamma.ts";
import { normalMultiplier } from "../distributions/normal.ts";

/** A pair of limits, written in place so that a column of a million rates needs no memory of its own. */
export type Limits = { lower: number; upper: number };

/** A confidence level with the two numbers every interval needs: z, and the probability of one tail. */
export type Confidence = Readonly<{ level: number; z: number; tail: number }>;

/** The numbers of a confidence level; throws RangeError for one outside 0 to 1. */
export function confidenceOf(level: number): Confidence {
  return { level, z: normalMultiplier(level), tail: (1 - level) / 2 };
}

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

/** Writes the limits of a Poisson count by a named method; false where the method has none for this count. */
export function countLimits(events: number, method: CountMethod, { z, tail }: Confidence, into: Limits): boolean {
  switch (method) {
    case "exact":
      return exactLimits(events, tail, into);
    case "byar":
      return byarLimits(events, z, into);
    case "ohid":
      return events < 10 ? exactLimits(events, tail, into) : byarLimits(events, z, into);
    case "byar-half":
      into.lower = cube(events + 0.5, -z);
      into.upper = cube(events + 0.5, z);
      return true;
    case "normal":
      return set(into, events - z * Math.sqrt(events), events + z * Math.sqrt(events));
    case "score":
      return scoreLimits(events, z, into);
    case "mid-p":
      return midPLimits(events, tail, into);
    case "jeffreys":
      into.lower = events === 0 ? 0 : unitGammaQuantile(tail, events + 0.5, false);
      into.upper = unitGammaQuantile(tail, events + 0.5, true);
      return true;
    case "log-normal":
      if (events === 0) return false;
      return set(into, events / Math.exp(z / Math.sqrt(events)), events * Math.exp(z / Math.sqrt(events)));
  }
}

function set(into: Limits, lower: number, upper: number): true {
  into.lower = lower;
  into.upper = upper;
  return true;
}

/** Garwood's exact limits. */
export function exactLimits(events: number, tail: number, into: Limits): true {
  const lower = events === 0 ? 0 : unitGammaQuantile(tail, events, false);
  return set(into, lower, unitGammaQuantile(tail, events + 1, true));
}

/** Byar's approximation with O in the lower and O + 1 in the upper limit (Breslow & Day 1987), never below zero. */
export function byarLimits(events: number, z: number, into: Limits): true {
  return set(into, events === 0 ? 0 : Math.max(0, cube(events, -z)), cube(events + 1, z));
}

function cube(count: number, z: number): number {
  const root = 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count));
  return count * root * root * root;
}

function scoreLimits(events: number, z: number, into: Limits): true {
  const centre = events + (z * z) / 2;
  const reach = z * Math.sqrt(events + (z * z) / 4);
  return set(into, events === 0 ? 0 : centre - reach, centre + reach);
}

/** Half the probability of the observed count is given to each side. */
function midPLimits(events: number, tail: number, into: Limits): true {
  const half = (mean: number) => poissonTerm(events, mean) / 2;
  const below = (mean: number) => gammaTail(events + 1, mean, true) - half(mean) - tail;
  const above = (mean: number) =>
    (events === 0 ? 1 - 2 * half(mean) : gammaTail(events, mean, false)) - half(mean) - tail;
  exactLimits(events, tail, into);
  const { lower, upper } = into;
  return set(into, events === 0 ? 0 : bracketedRoot(above, lower, upper), bracketedRoot(below, lower, upper));
}
