import { emptyColumn } from "../column.ts";
import { exp, sqrt } from "../maths.ts";
import { errorTailOfSquare } from "./error-function.ts";
import { deviancePart } from "./log-gamma.ts";

// Temme's uniform expansion. With λ = x/a and ½η² = λ − 1 − ln λ, both tails of the gamma distribution are
// ½ erfc(±η√(a/2)) ± R, where R = exp(−½aη²)/√(2πa) · S(η)/Γ*(a) and S comes from the Taylor coefficients of
// f(η) = η/(λ − 1) by a backward recurrence (Gil, Segura & Temme, SIAM J Sci Comput 2012;34:A2965-A2981).
const terms = 32;

/** Coefficients of λ − 1 in powers of η, from η(1 + m) = m m′: 1, 1/3, 1/36, −1/270 … */
export const excessCoefficients = excess();
const ratioCoefficients = ratio();

function excess(): Float64Array {
  const m = emptyColumn(terms + 2);
  m[1] = 1;
  for (let k = 2; k < m.length; k++) {
    let products = 0;
    for (let i = 2; i < k; i++) products += m[i]! * m[k + 1 - i]!;
    m[k] = m[k - 1]! / (k + 1) - products / 2;
  }
  return m;
}

function ratio(): Float64Array {
  const d = emptyColumn(terms + 1);
  d[0] = 1;
  for (let n = 1; n <= terms; n++) {
    let sum = 0;
    for (let k = 1; k <= n; k++) sum += excessCoefficients[k + 1]! * d[n - k]!;
    d[n] = -sum;
  }
  return d;
}

/** Whether the expansion is good to machine precision here: shape of at least 12 and x within |η| ≤ 1 of it. */
export const uniformApplies = (shape: number, x: number): boolean =>
  shape >= 12 && x > 0.302 * shape && x < 2.357 * shape;

/** A tail of the gamma distribution of unit scale by the uniform expansion; `upper` chooses which. */
export function uniformTail(shape: number, x: number, upper: boolean): number {
  const part = deviancePart(shape, x);
  const size = sqrt((2 * part) / shape);
  const eta = x < shape ? -size : size;
  let odd = 0;
  let even = ratioCoefficients[terms]!;
  let sum = even;
  for (let n = terms - 1; n >= 1; n--) {
    const next = ratioCoefficients[n]! + ((n + 1) / shape) * odd;
    odd = even;
    even = next;
    sum = sum * eta + next;
  }
  const stirlingFactor = 1 + odd / shape;
  const exponential = exp(-part);
  const remainder = (exponential / sqrt(2 * Math.PI * shape)) * (sum / stirlingFactor);
  const half = 0.5 * errorTailOfSquare(part, exponential, upper === x < shape);
  return upper ? half + remainder : half - remainder;
}
