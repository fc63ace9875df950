import { bracketedRoot } from "../bracketed-root.ts";
import { betaTail } from "../distributions/beta.ts";
import { betaQuantile } from "../distributions/beta-quantile.ts";
import { binomialTerm } from "../distributions/binomial.ts";
import { deviancePart } from "../distributions/log-gamma.ts";
import { normalCdf, normalMultiplier, normalQuantile } from "../distributions/normal.ts";
import { fittingScales } from "../inequality/fitting-scale.ts";
import { abs, exp, log, max, min, sqrt } from "../maths.ts";
import type { Limits } from "./poisson-count-limits.ts";

/** How the limits of a proportion are found. */
export type ProportionMethod =
  | "wilson"
  | "wilson-corrected"
  | "clopper-pearson"
  | "agresti-coull"
  | "wald"
  | "logit"
  | "probit"
  | "complementary-log-log"
  | "likelihood-ratio"
  | "mid-p"
  | "jeffreys"
  | "score-skewness";

/** Limits of x in n by a named method; undefined where the method has none when x is 0 or n. */
export function proportionLimits(x: number, n: number, method: ProportionMethod, level: number): Limits | undefined {
  const z = normalMultiplier(level);
  switch (method) {
    case "wilson":
      return wilson(x, n, z, 0);
    case "wilson-corrected":
      return wilson(x, n, z, min(0.5, abs(x - n / 2)));
    case "clopper-pearson":
      return clopperPearson(x, n, level);
    case "agresti-coull": {
      const trials = n + z * z;
      const centre = (x + (z * z) / 2) / trials;
      return around(centre, z * sqrt((centre * (1 - centre)) / trials));
    }
    case "wald":
      return around(x / n, z * sqrt(((x / n) * (1 - x / n)) / n));
    case "likelihood-ratio":
      return likelihoodRatio(x, n, z);
    case "mid-p":
      return midP(x, n, level);
    case "jeffreys":
      return clopperPearson(x, n, level, 0.5);
    case "score-skewness":
      return scoreWithSkewness(x, n, z);
    default:
      return x === 0 || x === n ? undefined : transformed(x / n, n, z, method);
  }
}

const around = (centre: number, reach: number): Limits => ({ lower: centre - reach, upper: centre + reach });

function wilson(x: number, n: number, z: number, correction: number): Limits {
  const limit = (sign: number) => {
    const shifted = x + sign * correction;
    const root = z * sqrt((z * z) / 4 + (shifted * (n - shifted)) / n);
    return (shifted + (z * z) / 2 + sign * root) / (n + z * z);
  };
  return { lower: x === 0 ? 0 : max(0, limit(-1)), upper: x === n ? 1 : min(1, limit(1)) };
}

/**
 * Exact limits; a fractional x is an effective count from a survey (Korn & Graubard 1998). With a prior of half an event
 * and half a trial without one, Jeffreys' limits.
 */
export function clopperPearson(x: number, n: number, level: number, prior = 0): Limits {
  const tail = (1 - level) / 2;
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x + prior, n - x + 1 - prior),
    upper: x === n ? 1 : betaQuantile(tail, x + 1 - prior, n - x + prior, "upper"),
  };
}

const scales = {
  logit: fittingScales.logit,
  probit: {
    to: normalQuantile,
    from: normalCdf,
    steepness: (p: number) => exp(-(normalQuantile(p) ** 2) / 2) / sqrt(2 * Math.PI),
  },
  "complementary-log-log": {
    to: (p: number) => -log(-log(p)),
    from: (x: number) => exp(-exp(-x)),
    steepness: (p: number) => -p * log(p),
  },
};

/** Limits as far below as above on a scale, whose standard error is that of p over the steepness of the way back. */
function transformed(p: number, n: number, z: number, scale: keyof typeof scales): Limits {
  const { to, from, steepness } = scales[scale];
  const at = to(p);
  const reach = (z * sqrt((p * (1 - p)) / n)) / steepness(p);
  return { lower: from(at - reach), upper: from(at + reach) };
}

function likelihoodRatio(x: number, n: number, z: number): Limits {
  const excess = (p: number) => 2 * (deviancePart(x, n * p) + deviancePart(n - x, n * (1 - p))) - z * z;
  return {
    lower: x === 0 ? 0 : bracketedRoot(excess, Number.MIN_VALUE, x / n),
    upper: x === n ? 1 : bracketedRoot(excess, x / n, 1 - 2 ** -53),
  };
}

function midP(x: number, n: number, level: number): Limits {
  const tail = (1 - level) / 2;
  const outer = clopperPearson(x, n, level);
  const half = (p: number) => binomialTerm(x, n, p) / 2;
  const atMost = (p: number) => (x === n ? 1 : betaTail(p, 1 - p, x + 1, n - x, true));
  const atLeast = (p: number) => (x === 0 ? 1 : betaTail(p, 1 - p, x, n - x + 1, false));
  const limit = (f: (p: number) => number) => bracketedRoot((p) => f(p) - half(p) - tail, outer.lower, outer.upper);
  return { lower: x === 0 ? 0 : limit(atLeast), upper: x === n ? 1 : limit(atMost) };
}

/** Score limits corrected for skewness: (p̂ − p)/√V − (z² − 1)(1 − 2p)/(6√(np(1 − p))) = ±z (Laud 2017). */
const scoreWithSkewness = (x: number, n: number, z: number): Limits => ({
  lower: 1 - skewedUpper(n - x, n, z),
  upper: skewedUpper(x, n, z),
});

/** The equation has a second root near zero when x is small; the one meant lies above both x and z²/4. */
function skewedUpper(x: number, n: number, z: number): number {
  if (x === n) return 1;
  const edge = 1 - 2 ** -50;
  const gap = (p: number) => {
    const deviation = sqrt((p * (1 - p)) / n);
    const skew = (1 - 2 * p) / (6 * sqrt(n * p * (1 - p)));
    return (x / n - p) / deviation + z - (z * z - 1) * skew;
  };
  const start = max(x, (z * z) / 4, 1e-9) / n;
  return start >= edge ? 1 : bracketedRoot(gap, start, edge);
}
