import { logGamma } from "../distributions/log-gamma.ts";
import { abs, exp, floor, log, sqrt } from "../maths.ts";
import type { Xoshiro } from "./xoshiro.ts";

/** A Poisson count: by inversion for small means, by Hörmann's transformed rejection (PTRS, 1993) from 10 on. */
export const drawPoisson = (source: Xoshiro, mean: number): number =>
  mean < 10 ? byInversion(source, mean) : byRejection(source, mean);

function byInversion(source: Xoshiro, mean: number): number {
  const u = source.uniform();
  let term = exp(-mean);
  let sum = term;
  let k = 0;
  while (u > sum && term > 0) {
    k++;
    term *= mean / k;
    sum += term;
  }
  return k;
}

function byRejection(source: Xoshiro, mean: number): number {
  const root = sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const u = source.uniform() - 0.5;
    const v = source.uniform();
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - logGamma(k + 1)) return k;
  }
}
