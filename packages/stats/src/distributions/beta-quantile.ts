import { exp, log, max, min, sqrt } from "../maths.ts";
import { requirePositive, requireProbability } from "../misuse.ts";
import { betaTail, betaTerm } from "./beta.ts";
import type { Tail } from "./gamma-quantile.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal.ts";
import { tailRoot } from "./tail-root.ts";

/**
 * The value that a beta variable stays below (or, for the upper tail, exceeds) with a given probability.
 *
 * Formula. x with I_x(a, b) = p; Halley's iteration on ln I in logit x.
 * Units. Between 0 and 1.
 * Refuses. Throws RangeError for a probability outside 0 to 1 or an a or b that is not above zero.
 * References. Abramowitz M, Stegun IA, Handbook of Mathematical Functions, 26.5.22 (start).
 * Checked against. mpmath at 50 digits, a and b 0.05 to 1e5, both tails to 1e-100, relative 1e-11; proportion (binom 1.1.1.1).
 * @example
 * betaQuantile(0.025, 3, 5) // => 0.09898827844
 */
export function betaQuantile(probability: number, a: number, b: number, tail: Tail = "lower"): number {
  requireProbability(probability);
  requirePositive("a", a);
  requirePositive("b", b);
  const upper = tail === "upper";
  if (probability === 0) return upper ? 1 : 0;
  if (probability === 1) return upper ? 0 : 1;
  return 1 / (1 + exp(-betaLogitQuantile(probability, a, b, upper)));
}

/** The logit of a beta quantile, which keeps its digits at both ends; the probability is strictly between 0 and 1. */
export function betaLogitQuantile(probability: number, a: number, b: number, upper: boolean): number {
  const inSmallerTail = probability <= 0.5;
  const falling = upper === inSmallerTail;
  const target = inSmallerTail ? probability : 1 - probability;
  const { low, high } = endPowers(target, a, b, falling);
  // So near an end its leading power is the tail to the last digit, and x itself may be below what a number can hold.
  if (low < -60) return low;
  if (high < -60) return -high;
  const x = (u: number) => 1 / (1 + exp(-u));
  return tailRoot(
    target,
    falling,
    startingPoint(target, a, b, falling, low, high),
    (u) => betaTail(x(u), x(-u), a, b, falling),
    (u) => betaTerm(x(u), x(-u), a, b),
    (u) => a - (a + b) * x(u),
  );
}

/** ln x from I ≈ xᵃ/(aB) near zero, and ln(1 − x) from the same near one. */
function endPowers(target: number, a: number, b: number, falling: boolean): { low: number; high: number } {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const [lower, upper] = falling ? [1 - target, target] : [target, 1 - target];
  return { low: (log(lower) + log(a) + logBeta) / a, high: (log(upper) + log(b) + logBeta) / b };
}

/** The logit of x to begin from: an end's power for a U or J shape, Abramowitz and Stegun's normal form otherwise. */
function startingPoint(
  target: number,
  a: number,
  b: number,
  falling: boolean,
  lowEnd: number,
  highEnd: number,
): number {
  if (a < 1 || b < 1) return lowEnd < highEnd ? min(lowEnd, 1) : max(-highEnd, -1);
  const z = falling ? normalQuantile(target) : -normalQuantile(target);
  const lambda = (z * z - 3) / 6;
  const h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
  if (h + lambda <= 0) return lowEnd < highEnd ? lowEnd : -highEnd;
  const skew = (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * h));
  return log(a / b) - 2 * ((z * sqrt(h + lambda)) / h - skew);
}
