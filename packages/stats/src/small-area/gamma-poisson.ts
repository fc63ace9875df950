import { bracketedRoot } from "../bracketed-root.ts";
import { columnOf } from "../column.ts";
import { unitGammaQuantile } from "../distributions/gamma-quantile.ts";
import { isKnown } from "../maths.ts";
import { isWhole, requireSameLength } from "../misuse.ts";
import { impossible, missing, tooFew, type Undefined, undefinedBecause } from "../undefined.ts";
import { dispersionSlope, overallRatio, reachedCounts } from "./gamma-poisson-likelihood.ts";

/** Relative risks of areas with the prior that they share. */
export type SmoothedRatios = Readonly<{
  /** Means of the areas' relative risks given their counts. */
  values: Float64Array;
  /** Their medians. */
  medians: Float64Array;
  /** The mean of the prior. */
  overall: number;
  /** The square of the prior's coefficient of variation; 0 where the areas scatter no more than their counts would. */
  dispersion: number;
}>;

/**
 * Relative risks of small areas by Clayton and Kaldor's gamma-Poisson model, its prior found by maximum likelihood.
 *
 * Formula. O ~ Poisson(E θ), θ ~ Gamma with mean μ and variance φμ²; μ and φ maximise the negative binomial likelihood;
 * θ̃ = μ(1 + φO)/(1 + φμE), the median that of Gamma(O + 1/φ) over E + 1/(φμ). With φ = 0 all areas have μ. The prior is
 * taken for known afterwards, so that no limits are given: they would be too narrow.
 * Units. Ratios of observed to expected events.
 * Refuses. missing-value, impossible-value (an observed count that is not whole or below zero), no-expected-events (in
 * any area), no-events, too-few-observations under two areas, no-convergence. Throws RangeError for columns of different
 * lengths.
 * References. Clayton D, Kaldor J, Biometrics 1987;43:671-681.
 * Checked against. empirical_bayes_smoothing (SpatialEpi 1.2.8.9000 eBayes, whose fit stops at four digits).
 * @example
 * gammaPoissonRatios({ observed: [9, 41, 6, 2, 30], expected: [7.8, 29, 6, 20.2, 17.9] })
 * // => { overall: 1.069347, dispersion: 0.500366, values: [1.137513, 1.392939, 1.016470, 0.181184, 1.618627] }
 */
export function gammaPoissonRatios(
  of: Readonly<{ observed: ArrayLike<number>; expected: ArrayLike<number> }>,
): SmoothedRatios | Undefined {
  const { observed, expected } = of;
  requireSameLength({ observed, expected });
  const refusal = refusalOf(observed, expected);
  if (refusal) return refusal;
  const reached = reachedCounts(observed);
  const at = (dispersion: number) => {
    const overall = overallRatio(observed, expected, dispersion);
    return dispersionSlope(observed, expected, reached, overall, dispersion);
  };
  const dispersion = at(0) > 0 ? dispersionWithin(at) : 0;
  if (dispersion === undefined) return undefinedBecause("no-convergence", "No prior fits these areas best.");
  const overall = overallRatio(observed, expected, dispersion);
  const values = columnOf(
    observed,
    (o, i) => (overall * (1 + dispersion * o)) / (1 + dispersion * overall * expected[i]!),
  );
  const medians = values.map((value, i) =>
    dispersion === 0 ? value : medianOf(observed[i]! + 1 / dispersion, expected[i]! + 1 / (dispersion * overall)),
  );
  return { values, medians, overall, dispersion };
}

const medianOf = (shape: number, rate: number): number => unitGammaQuantile(0.5, shape, false) / rate;

/** Where the likelihood stops rising, looked for in steps of twice the width; nothing where it never does. */
function dispersionWithin(slope: (dispersion: number) => number): number | undefined {
  for (let high = 1e-3; high < 1e9; high *= 2) if (slope(high) < 0) return bracketedRoot(slope, 0, high);
  return undefined;
}

function refusalOf(observed: ArrayLike<number>, expected: ArrayLike<number>): Undefined | undefined {
  let events = 0;
  for (let i = 0; i < observed.length; i++) {
    const [o, e] = [observed[i]!, expected[i]!];
    if (!isKnown(o + e)) return missing("The number of events, or of those expected, of an area");
    if (!isWhole(o)) return impossible(`An observed count is a whole number; ${o} is not.`);
    if (!(e > 0)) return undefinedBecause("no-expected-events", "In one of the areas no events are expected.");
    events += o;
  }
  if (observed.length < 2) return tooFew("At least two areas are needed.");
  return events > 0 ? undefined : undefinedBecause("no-events", "No area has an event.");
}
