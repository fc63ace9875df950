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
  const first = y[0]!;
  const sums = { w: 0, x: 0, y: 0, points: 0 };
  for (let i = 0; i < x.length; i++) {
    sums.w += weights[i]!;
    sums.x += weights[i]! * x[i]!;
    sums.y += weights[i]! * (y[i]! - first);
    if (weights[i]! > 0) sums.points++;
  }
  const meanX = sums.x / sums.w;
  const meanY = first + sums.y / sums.w;
  let spread = 0;
  let both = 0;
  for (let i = 0; i < x.length; i++) {
    spread += weights[i]! * (x[i]! - meanX) ** 2;
    both += weights[i]! * (x[i]! - meanX) * (y[i]! - meanY);
  }
  const slope = both / spread;
  const intercept = meanY - slope * meanX;
  const degreesOfFreedom = sums.points - 2;
  const residual = (i: number) => y[i]! - meanY - slope * (x[i]! - meanX);
  // Centred at the mean of x, level and slope: their covariance is diagonal for the model, full for the robust one.
  let [level, cross, steep] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const error = (robust ? weights[i]! ** 2 : weights[i]!) * residual(i) ** 2;
    const away = x[i]! - meanX;
    level += error / sums.w ** 2;
    cross += (robust ? error * away : 0) / (sums.w * spread);
    steep += (robust ? (error * away * away) / spread : error) / spread;
  }
  if (!robust) level *= sums.w;
  const scale = (robust ? sums.points : 1) / degreesOfFreedom;
  const of = { ii: level - 2 * meanX * cross + meanX * meanX * steep, is: cross - meanX * steep, ss: steep };
  return {
    intercept,
    slope,
    covariance: [of.ii * scale, of.is * scale, of.ss * scale],
    degreesOfFreedom,
  };
}
