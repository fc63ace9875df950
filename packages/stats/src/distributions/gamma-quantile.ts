import { abs, exp, log, max, sqrt } from "../maths.ts";
import { requirePositive, requireProbability } from "../misuse.ts";
import { gammaTail } from "./gamma.ts";
import { excessCoefficients } from "./gamma-uniform.ts";
import { halfLogTwoPi, poissonTerm, stirlingError } from "./log-gamma.ts";
import { normalQuantile } from "./normal.ts";
import { tailRoot } from "./tail-root.ts";

/** Which tail a probability is measured from. */
export type Tail = "lower" | "upper";

/**
 * The value that a gamma variable stays below (or, for the upper tail, exceeds) with a given probability.
 *
 * Formula. x with P(a, x/θ) = p, or Q(a, x/θ) = p for tail "upper"; Halley's iteration on ln P in ln x from Temme's start.
 * Units. The answer is in the unit of scale.
 * Refuses. Throws RangeError for a probability outside 0 to 1 or a shape or scale that is not above zero.
 * References. Temme NM, Math Comp 1992;58:755-764; Gil A, Segura J, Temme NM, SIAM J Sci Comput 2012;34:A2965.
 * Checked against. mpmath at 50 digits, shapes 0.05 to 1e6, both tails from 1e-300 to 0.5, relative 1e-12.
 * @example
 * gammaQuantile(0.025, 9) // => 4.115373097
 * @example
 * gammaQuantile(1e-10, 9) // => 0.33191995583
 * @example
 * gammaQuantile(1e-10, 9, 1, "upper") // => 42.6463015
 */
export function gammaQuantile(probability: number, shape: number, scale = 1, tail: Tail = "lower"): number {
  requireProbability(probability);
  requirePositive("shape", shape);
  requirePositive("scale", scale);
  const upper = tail === "upper";
  if (probability === 0) return upper ? Infinity : 0;
  if (probability === 1) return upper ? 0 : Infinity;
  return scale * unitGammaQuantile(probability, shape, upper);
}

/** gammaQuantile without its checks and with unit scale, for inner loops; the probability is strictly between 0 and 1. */
export function unitGammaQuantile(probability: number, shape: number, upper: boolean): number {
  const inSmallerTail = probability <= 0.5;
  const falling = upper === inSmallerTail;
  const target = inSmallerTail ? probability : 1 - probability;
  const error = stirlingError(shape);
  const start = startingPoint(target, shape, falling, error);
  // So near zero xᵃ/Γ(a + 1) is P to the last digit, and x itself may be below what a number can hold.
  if (start < -40) return exp(start);
  return exp(
    tailRoot(
      target,
      falling,
      start,
      (u) => gammaTail(shape, exp(u), falling, error),
      (u) => shape * poissonTerm(shape, exp(u), error),
      (u) => shape - exp(u),
    ),
  );
}

/** ln x to begin from: the leading power near zero, Temme's inversion with its first correction elsewhere. */
function startingPoint(target: number, shape: number, falling: boolean, error: number): number {
  if (shape < 12 || target < 1e-6) {
    const lower = falling ? 1 - target : target;
    const logFactorial = shape < 1e-5 ? 0 : error + (shape + 0.5) * log(shape) - shape + halfLogTwoPi;
    const power = (log(lower) + logFactorial) / shape;
    if (power < log(0.2 * (shape + 1))) return power + exp(power) / (shape + 1);
  }
  const z = falling ? -normalQuantile(target) : normalQuantile(target);
  const eta = z / sqrt(shape);
  const first = ratioOf(eta);
  const correction = abs(eta) < 1e-4 ? -1 / 3 : log(eta / (first - 1)) / eta;
  return log(max(1e-8, ratioOf(eta + correction / shape)) * shape);
}

/** λ with λ − 1 − ln λ = ½η² and the sign of η, to the few digits a start needs. */
function ratioOf(eta: number): number {
  if (abs(eta) < 1.5) {
    let sum = 0;
    for (let k = 8; k >= 1; k--) sum = (sum + excessCoefficients[k]!) * eta;
    return 1 + sum;
  }
  const half = (eta * eta) / 2;
  let lambda = eta > 0 ? 1 + half : 0;
  for (let turn = 0; turn < 4; turn++) lambda = eta > 0 ? 1 + half + log(lambda) : exp(lambda - 1 - half);
  return lambda;
}
