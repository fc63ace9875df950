import { gaussianNoiseDeviation, geometricNoise, laplaceNoise } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Densities, cumulative probabilities and quantiles of Laplace and geometric noise; the deviation of Gaussian noise. */
export function differentialPrivacyCase({ input }: OracleCase): Answer {
  const { epsilon, sensitivity, delta, x, probabilities } = input;
  const budget = { epsilon, sensitivity };
  if (delta !== undefined) return { sigma: gaussianNoiseDeviation(budget, delta) };
  const laplace = laplaceNoise(budget);
  const geometric = geometricNoise(budget);
  return {
    laplace: {
      scale: laplace.scale,
      sd: laplace.standardDeviation,
      pdf: x.map(laplace.density),
      cdf: x.map(laplace.cdf),
      quantiles: probabilities.map(laplace.quantile),
      half_width_95: laplace.halfWidth(0.95),
    },
    geometric: {
      alpha: geometric.alpha,
      variance: geometric.variance,
      pmf: x.map(geometric.probability),
      cdf: x.map(geometric.cdf),
      quantiles: probabilities.map(geometric.quantile),
    },
  };
}
