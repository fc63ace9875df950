import { max, min, sqrt } from "../maths.ts";
import { type Fit, orthogonalFit } from "./orthogonal-fit.ts";
import type { Responses } from "./series.ts";

/** The columns of a line that bends at joinpoints: a level, and for each segment the years spent in it. */
export function segmentColumns({ years, weights }: Responses, joinpoints: readonly number[]): Float64Array[] {
  const bounds = [years[0]!, ...joinpoints, Infinity];
  const roots = weights.map(sqrt);
  const segments = bounds.slice(0, -1).map((from, i) => {
    const width = bounds[i + 1]! - from;
    return years.map((year, j) => roots[j]! * min(width, max(0, year - from)));
  });
  return [roots, ...segments];
}

/** Responses times the roots of their weights. */
export function weighed({ responses, weights }: Responses): Float64Array {
  return responses.map((response, i) => sqrt(weights[i]!) * response);
}

/** The line with bends at these years, its coefficients a level and the slopes of the segments. */
export const segmentedLine = (points: Responses, joinpoints: readonly number[]): Fit =>
  orthogonalFit(segmentColumns(points, joinpoints), weighed(points));

/**
 * The inverse information of level, slopes and joinpoints together, when the joinpoints too were estimated: a joinpoint's
 * column is how the line changes as it moves, the difference of the slopes beside it from there on.
 */
export function unscaledWithJoinpoints(
  points: Responses,
  joinpoints: readonly number[],
  { coefficients }: Fit,
): readonly Float64Array[] {
  const moving = joinpoints.map((at, i) => {
    const bend = coefficients[i + 1]! - coefficients[i + 2]!;
    return points.years.map((year, j) => (year > at ? bend * sqrt(points.weights[j]!) : 0));
  });
  return orthogonalFit([...segmentColumns(points, joinpoints), ...moving], weighed(points)).unscaled;
}
