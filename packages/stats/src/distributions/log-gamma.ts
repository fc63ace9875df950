import { abs, exp, log, sqrt } from "../maths.ts";

/** ½ ln 2π. */
export const halfLogTwoPi = 0.9189385332046728;
const rootTwoPi = sqrt(2 * Math.PI);

// Bernoulli numbers over 2k(2k-1): the asymptotic series of ln Γ, good to 1e-16 from 8 on with eight terms.
const stirlingSeries = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

function stirlingTail(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = stirlingSeries.length - 1; k >= 0; k--) sum = sum * square + stirlingSeries[k]!;
  return sum * inverse;
}

/** ln Γ(x) for x > 0: Stirling's series from 8 on, below it by the recurrence Γ(x + 1) = x Γ(x). */
export function logGamma(x: number): number {
  if (x >= 8) return (x - 0.5) * log(x) - x + halfLogTwoPi + stirlingTail(x);
  let product = 1;
  let shifted = x;
  while (shifted < 8) product *= shifted++;
  const gammaShifted = rootTwoPi * shifted ** (shifted - 0.5) * exp(stirlingTail(shifted) - shifted);
  return log(gammaShifted / product);
}

/** ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π]: what Stirling's formula misses (Loader 2000). */
export function stirlingError(x: number): number {
  if (x >= 8) return stirlingTail(x);
  let product = x ** (x + 0.5);
  let shifted = x + 1;
  while (shifted < 8) product *= shifted++;
  // Formed as a quotient and not as a difference of logarithms, which would lose two digits.
  return log((shifted ** (shifted - 0.5) * exp(x - shifted + stirlingTail(shifted))) / product);
}

/**
 * x ln(x/mean) + mean − x without cancellation when the two are close (Loader 2000); half a Poisson deviance.
 * `gap` is x − mean, given separately where the caller knows it to more digits than the subtraction would.
 */
export function deviancePart(x: number, mean: number, gap = x - mean): number {
  if (x === 0) return mean;
  if (abs(gap) >= 0.1 * (x + mean)) return x * log(x / mean) - gap;
  const ratio = gap / (x + mean);
  const square = ratio * ratio;
  let sum = gap * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** mean^x e^(−mean) / Γ(x + 1) for real x ≥ 0, by Loader's saddle-point form: the Poisson probability without overflow. */
export function poissonTerm(x: number, mean: number, error = stirlingError(x)): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return exp(-mean);
  if (x < 1e-5) return exp(x * log(mean) - mean - logGamma(x + 1));
  return exp(-error - deviancePart(x, mean)) / sqrt(2 * Math.PI * x);
}
