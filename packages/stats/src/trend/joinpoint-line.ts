import { columnOf } from "../column.ts";
import type { EstimateWithError } from "../estimate.ts";
import { max, sqrt } from "../maths.ts";
import { dot, sumOf } from "../sum-of.ts";
import type { Undefined } from "../undefined.ts";
import { outsideYears, yearShares } from "./average-percent-change.ts";
import { segmentedLine, unscaledWithJoinpoints } from "./segmented-line.ts";
import type { Responses } from "./series.ts";
import { type LogTrend, percentChange, slopeEstimate, slopeOf } from "./trend.ts";

/** A line that bends at joinpoints, with the covariance of its level, slopes and, if they were free, joinpoints. */
export type JoinpointLine = Readonly<{
  /** First year, joinpoints, last year. */
  bounds: readonly number[];
  /** Of the segments. */
  slopes: Float64Array;
  covariance: readonly Float64Array[];
  sumOfSquares: number;
  degreesOfFreedom: number;
}>;

/** Which row of the covariance the first slope has: the level comes before it. */
const firstSlope = 1;

/** The line with bends at these years; each joinpoint takes a degree of freedom, as its slope does. */
export function lineWith(points: Responses, joinpoints: readonly number[], free: boolean): JoinpointLine {
  const { years } = points;
  const fit = segmentedLine(points, joinpoints);
  const degreesOfFreedom = years.length - 2 * (joinpoints.length + 1);
  const scatter = fit.sumOfSquares / degreesOfFreedom;
  const unscaled = free ? unscaledWithJoinpoints(points, joinpoints, fit) : fit.unscaled;
  return {
    bounds: [years[0]!, ...joinpoints, years[years.length - 1]!],
    slopes: fit.coefficients.subarray(firstSlope),
    covariance: unscaled.map((row) => row.map((entry) => scatter * entry)),
    sumOfSquares: fit.sumOfSquares,
    degreesOfFreedom,
  };
}

/** The standard error of joinpoint i; 0 where joinpoints were held. */
export function joinpointError({ slopes, covariance }: JoinpointLine, i: number): number {
  const row = firstSlope + slopes.length + i;
  return sqrt(covariance[row]?.[row] ?? 0);
}

/** Segment i of the line. */
export function segmentOf(line: JoinpointLine, i: number, level: number): LogTrend & { from: number; to: number } {
  const error = sqrt(line.covariance[firstSlope + i]![firstSlope + i]!);
  const slope = slopeOf(line.slopes[i]!, error, line.degreesOfFreedom, level);
  return { from: line.bounds[i]!, to: line.bounds[i + 1]!, slope, annualPercentChange: percentChange(slope) };
}

/** The average slope over some years, by the delta method: joinpoints within them trade one slope's years for another's. */
export function averageSlopeOf(
  line: JoinpointLine,
  range: Readonly<{ from?: number; to?: number }>,
  level: number,
): EstimateWithError | Undefined {
  const { bounds, slopes, covariance } = line;
  const { from = bounds[0]!, to = bounds[bounds.length - 1]! } = range;
  const shares = yearShares(bounds, from, to);
  const years = sumOf(shares);
  if (!(years > 0)) return outsideYears;
  const trades = bounds.slice(1, -1).map((at, i) => (at > from && at < to ? slopes[i]! - slopes[i + 1]! : 0));
  const gradient = [0, ...shares, ...trades].slice(0, covariance.length);
  const moved = columnOf(covariance, (row) => dot(row, gradient));
  const error = sqrt(max(0, dot(gradient, moved) / years ** 2));
  return slopeEstimate(dot(shares, slopes) / years, error, line.degreesOfFreedom, level);
}
