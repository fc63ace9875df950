import { logGamma } from "../distributions/log-gamma.ts";
import { abs, exp, floor, log, log1p, sqrt } from "../maths.ts";
import type { Xoshiro } from "./xoshiro.ts";

/** Successes in so many trials: by inversion for a small expectation, by Hörmann's rejection (BTRS, 1993) from 10 on. */
export function drawBinomial(source: Xoshiro, trials: number, probability: number): number {
  if (probability > 0.5) return trials - drawBinomial(source, trials, 1 - probability);
  return trials * probability < 10
    ? byInversion(source, trials, probability)
    : byRejection(source, trials, probability);
}

function byInversion(source: Xoshiro, trials: number, p: number): number {
  const u = source.uniform();
  const odds = p / (1 - p);
  let term = exp(trials * log1p(-p));
  let sum = term;
  let k = 0;
  while (u > sum && k < trials) {
    term *= ((trials - k) / (k + 1)) * odds;
    k++;
    sum += term;
  }
  return k;
}

function byRejection(source: Xoshiro, trials: number, p: number): number {
  const spread = sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = trials * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const quick = 0.92 - 4.2 / b;
  const logOdds = log(p / (1 - p));
  const mode = floor((trials + 1) * p);
  const height = logGamma(mode + 1) + logGamma(trials - mode + 1);
  for (;;) {
    const u = source.uniform() - 0.5;
    const v = source.uniform();
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || k > trials) continue;
    const accepted = log((v * alpha) / (a / (us * us) + b));
    if (accepted <= height - logGamma(k + 1) - logGamma(trials - k + 1) + (k - mode) * logOdds) return k;
  }
}
