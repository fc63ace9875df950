import { logGammaOf } from "./plain-log-gamma.ts";

/** A directly standardised rate with Fay and Feuer's limits, written plainly: a baseline to be faster than. */
export function plainFayFeuer(
  events: readonly number[],
  personYears: readonly number[],
  standard: readonly number[],
): Readonly<{ value: number; lower: number; upper: number }> {
  const total = standard.reduce((sum, n) => sum + n, 0);
  const weights = standard.map((n, i) => n / total / personYears[i]!);
  const rate = events.reduce((sum, d, i) => sum + weights[i]! * d, 0);
  const variance = events.reduce((sum, d, i) => sum + weights[i]! ** 2 * d, 0);
  const most = Math.max(...weights);
  const quantile = (p: number, mean: number, spread: number) =>
    (spread / mean) * gammaQuantileOf(p, mean ** 2 / spread);
  return {
    value: 1e5 * rate,
    lower: 1e5 * (rate === 0 ? 0 : quantile(0.025, rate, variance)),
    upper: 1e5 * quantile(0.975, rate + most, variance + most ** 2),
  };
}

function gammaQuantileOf(p: number, shape: number): number {
  let [low, high] = [0, 10 * shape + 50];
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (lowerGamma(shape, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(a, x): its series below a + 1, one less its continued fraction above. */
function lowerGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGammaOf(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  let [b, c, fraction] = [x + 1 - a, 1e300, 1 / (x + 1 - a)];
  let d = fraction;
  for (let n = 1; n < 1000; n++) {
    b += 2;
    d = 1 / (n * (a - n) * d + b);
    c = b + (n * (a - n)) / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 - front * fraction;
}
