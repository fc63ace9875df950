import { columnOf } from "../column.ts";
import { dot, sumOf } from "../sum-of.ts";
import type { TwoByTwo } from "./two-by-two.ts";

/** A weighted straight line, with what its standard errors are made from. */
export type WeightedLine = Readonly<{
  intercept: number;
  slope: number;
  /** Of intercept and slope. */
  covariance: TwoByTwo;
  degreesOfFreedom: number;
}>;

/**
 * Weighted least squares of y on x. The covariance is the model's, from the scatter of the residuals, or the one robust
 * to unequal variances with MacKinnon and White's first correction (HC1). Points without weight count for nothing.
 */
export function weightedLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  robust: boolean,
): WeightedLine {
  // Measured from the first value, so that equal values lie on their line exactly.
  const total = sumOf(weights);
  const meanX = dot(weights, x) / total;
  // Measured from the first value, so that equal values lie on their line exactly.
  const first = y[0]!;
  const meanY = first + sumOf(y, (value, i) => weights[i]! * (value - first)) / total;
  const away = columnOf(x, (value) => value - meanX);
  const spread = sumOf(away, (distance, i) => weights[i]! * distance ** 2);
  const slope = sumOf(away, (distance, i) => weights[i]! * distance * (y[i]! - meanY)) / spread;
  const points = sumOf(x, (_, i) => (weights[i]! > 0 ? 1 : 0));
  const degreesOfFreedom = points - 2;
  const errors = columnOf(away, (distance, i) => {
    const residual = y[i]! - meanY - slope * distance;
    return (robust ? weights[i]! ** 2 : weights[i]!) * residual ** 2;
  });
  const scatter = sumOf(errors);
  // The variances of the mean and of the slope, and between them their covariance.
  const [level, cross, steep] = robust
    ? [
        scatter / total ** 2,
        dot(errors, away) / (total * spread),
        sumOf(away, (d, i) => errors[i]! * d * d) / spread ** 2,
      ]
    : [scatter / total, 0, scatter / spread];
  const scale = (robust ? points : 1) / degreesOfFreedom;
  const between = cross - meanX * steep;
  return {
    intercept: meanY - slope * meanX,
    slope,
    covariance: [scale * (level - meanX * (cross + between)), scale * between, scale * steep],
    degreesOfFreedom,
  };
}
