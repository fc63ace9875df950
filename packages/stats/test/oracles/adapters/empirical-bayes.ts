import {
  empiricalBayesRates,
  gammaPoissonRatios,
  isUndefined,
  localEmpiricalBayes,
  neighboursOf,
} from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";

const unclamped = "spdep lets the variance of its binomial family fall below zero; compared after that";

/** spdep's global and local smoothers and SpatialEpi's gamma-Poisson one. */
export function empiricalBayesCase({ source, input }: OracleCase): Answer {
  if (source === "ebayes") return gammaPoisson(input);
  const counts = { events: input.events, personYears: input.population };
  return source === "ebest" ? global(counts) : local(counts, neighboursOf(input.neighbours));
}

function global(counts: Readonly<{ events: number[]; personYears: number[] }>): Answer {
  const smoothed = empiricalBayesRates(counts, { per: 1 });
  const binomial = empiricalBayesRates(counts, { per: 1, family: "binomial" });
  if (isUndefined(smoothed)) return smoothed;
  if (isUndefined(binomial)) return binomial;
  const { values, mean, variance } = smoothed;
  const raw = counts.events.map((d, i) => d / counts.personYears[i]!);
  const { momentVariance: moment } = binomial;
  const asPeer = raw.map((r, i) => {
    const noise = (mean * (1 - mean) - moment) / counts.personYears[i]!;
    return departing(unclamped, mean + (moment / (moment + noise)) * (r - mean));
  });
  return { raw, estimate: [...values], a: variance, b: mean, binomial_estimate: moment < 0 ? asPeer : binomial.values };
}

function local(
  counts: Readonly<{ events: number[]; personYears: number[] }>,
  neighbours: ReturnType<typeof neighboursOf>,
): Answer {
  const own = localEmpiricalBayes(counts, neighbours, { per: 1, about: "each-mean" });
  const centre = localEmpiricalBayes(counts, neighbours, { per: 1, about: "centre-mean" });
  return {
    estimate: own.value,
    a: own.variance,
    m: own.mean,
    estimate_geoda: centre.value,
    a_geoda: centre.variance,
  };
}

function gammaPoisson(input: Readonly<{ observed: number[]; expected_count: number[] }>): Answer {
  const ratios = gammaPoissonRatios({ observed: input.observed, expected: input.expected_count });
  if (isUndefined(ratios)) return ratios;
  return {
    RR: ratios.values,
    RR_median: ratios.medians,
    SMR: input.observed.map((o, i) => o / input.expected_count[i]!),
    alpha: 1 / ratios.dispersion,
    beta: Math.log(ratios.overall),
  };
}
