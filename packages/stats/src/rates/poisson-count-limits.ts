import { bracketedRoot } from "../bracketed-root.ts";
import { gammaTail } from "../distributions/gamma.ts";
import { unitGammaQuantile } from "../distributions/gamma-quantile.ts";
import { poissonTerm } from "../distributions/log-gamma.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { exp, max, sqrt } from "../maths.ts";
import type { Undefined } from "../undefined.ts";
import { withoutEvents } from "./weighted-count.ts";

/** A pair of limits, written in place so that a column of a million rates needs no memory of its own. */
export type Limits = { lower: number; upper: number };

/** A confidence level with the two numbers every interval needs: z, and the probability of one tail. */
export type Confidence = Readonly<{ level: number; z: number; tail: number }>;

/** The numbers of a confidence level; throws RangeError for one outside 0 to 1. */
export const confidenceOf = (level: number): Confidence => ({
  level,
  z: normalMultiplier(level),
  tail: (1 - level) / 2,
});

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
      return setLimits(into, cube(events + 0.5, -z), cube(events + 0.5, z));
    case "normal":
      return limitsAround(into, events, z * sqrt(events));
    case "score":
      return scoreLimits(events, z, into);
    case "mid-p":
      return midPLimits(events, tail, into);
    case "jeffreys":
      return exactLimits(events, tail, into, 0.5);
    case "log-normal":
      return events > 0 && limitsByFactor(into, events, exp(z / sqrt(events)));
  }
}

/** The limits of one count, or that the method has none for it. */
export function limitsOfCount(events: number, method: CountMethod, by: Confidence): Readonly<Limits> | Undefined {
  const limits = { lower: 0, upper: 0 };
  return countLimits(events, method, by, limits) ? limits : withoutEvents;
}

/** Writes two limits. */
export function setLimits(into: Limits, lower: number, upper: number): true {
  into.lower = lower;
  into.upper = upper;
  return true;
}

/** Writes limits as far below as above a value. */
export const limitsAround = (into: Limits, value: number, reach: number): true =>
  setLimits(into, value - reach, value + reach);

/** Writes limits as many times below as above a value. */
export const limitsByFactor = (into: Limits, value: number, factor: number): true =>
  setLimits(into, value / factor, value * factor);

/** Garwood's exact limits. */
export function exactLimits(events: number, tail: number, into: Limits, shift = 0): true {
  const lower = events === 0 ? 0 : unitGammaQuantile(tail, events + shift, false);
  return setLimits(into, lower, unitGammaQuantile(tail, events + 1 - shift, true));
}

/** Byar's approximation with O in the lower and O + 1 in the upper limit (Breslow & Day 1987), never below zero. */
export const byarLimits = (events: number, z: number, into: Limits): true =>
  setLimits(into, events === 0 ? 0 : max(0, cube(events, -z)), cube(events + 1, z));

function cube(count: number, z: number): number {
  const root = 1 - 1 / (9 * count) + z / (3 * sqrt(count));
  return count * root * root * root;
}

function scoreLimits(events: number, z: number, into: Limits): true {
  limitsAround(into, events + (z * z) / 2, z * sqrt(events + (z * z) / 4));
  if (events === 0) into.lower = 0;
  return true;
}

/** Half the probability of the observed count is given to each side. */
function midPLimits(events: number, tail: number, into: Limits): true {
  const half = (mean: number) => poissonTerm(events, mean) / 2;
  const below = (mean: number) => gammaTail(events + 1, mean, true) - half(mean) - tail;
  const above = (mean: number) =>
    (events === 0 ? 1 - 2 * half(mean) : gammaTail(events, mean, false)) - half(mean) - tail;
  exactLimits(events, tail, into);
  const { lower, upper } = into;
  return setLimits(into, events === 0 ? 0 : bracketedRoot(above, lower, upper), bracketedRoot(below, lower, upper));
}
