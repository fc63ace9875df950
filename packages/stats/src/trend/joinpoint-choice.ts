import { floor, log } from "../maths.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { randomStream } from "../random/random-stream.ts";
import { dot } from "../sum-of.ts";
import { bestPlace, type Grid, straightDirections } from "./joinpoint-grid.ts";
import { restBeside, subtract } from "./orthogonal-fit.ts";
import { segmentColumns, segmentedLine, weighed } from "./segmented-line.ts";
import type { Responses } from "./series.ts";

/** The best fit of so many joinpoints on the grid. */
export type Candidate = Readonly<{
  joinpoints: readonly number[];
  sumOfSquares: number;
  /** ln(SSE/n) + 2(k + 1) ln n/n; −Infinity for a line that leaves nothing. */
  bic: number;
}>;

/** One step of the sequence of permutation tests. */
export type JoinpointTest = Readonly<{ fewer: number; more: number; p: number }>;

/** The best of each grid. */
export function candidatesOn(points: Responses, grids: readonly Grid[]): Candidate[] {
  const whole = weighed(points);
  const beside = restBeside(whole, straightDirections(points));
  // What rounding leaves of a perfect fit is nothing.
  const nothing = 1e-24 * dot(whole, whole);
  const years = points.years.length;
  return grids.map((grid) => {
    const { place } = bestPlace(grid, beside);
    const { sumOfSquares } = segmentedLine(points, place);
    const left = sumOfSquares > nothing ? sumOfSquares : 0;
    const bic = log(left / years) + (2 * (grid.joinpoints + 1) * log(years)) / years;
    return { joinpoints: place, sumOfSquares: left, bic };
  });
}

/** How many joinpoints have the least BIC; the fewest of those that have. */
export const leastBic = (candidates: readonly Candidate[]): number =>
  candidates.reduce((best, { bic }, k) => (bic < candidates[best]!.bic ? k : best), 0);

/**
 * Kim and others' sequence: the fewest still possible against the most, by permuted residuals, until they meet. Each
 * test is made at `significance` over the most joinpoints, so that all together err no more often than `significance`.
 */
export function byPermutation(
  points: Responses,
  grids: readonly Grid[],
  candidates: readonly Candidate[],
  { seed, permutations, significance }: Readonly<{ seed: number; permutations: number; significance: number }>,
): Readonly<{ chosen: number; tests: readonly JoinpointTest[] }> {
  const stream = randomStream(seed);
  const tests: JoinpointTest[] = [];
  let [fewer, more] = [0, grids.length - 1];
  while (fewer < more) {
    const p = permutedShare(points, [grids[fewer]!, grids[more]!], candidates[fewer]!, permutations, stream);
    tests.push({ fewer, more, p });
    if (p <= significance / (grids.length - 1)) fewer++;
    else more--;
  }
  return { chosen: fewer, tests };
}

/** How often permuted residuals of the simpler line gain as much from the other as the residuals themselves. */
function permutedShare(
  points: Responses,
  [simple, rich]: readonly [Grid, Grid],
  { joinpoints, sumOfSquares }: Candidate,
  permutations: number,
  stream: RandomStream,
): number {
  if (sumOfSquares === 0) return 1;
  const line = straightDirections(points);
  const gain = (whole: Float64Array) => {
    const beside = restBeside(whole, line);
    return bestPlace(simple, beside).sumOfSquares / bestPlace(rich, beside).sumOfSquares;
  };
  const whole = weighed(points);
  const { coefficients } = segmentedLine(points, joinpoints);
  const residuals = whole.slice();
  for (const [i, column] of segmentColumns(points, joinpoints).entries()) subtract(residuals, column, coefficients[i]!);
  const fitted = whole.map((y, i) => y - residuals[i]!);
  const seen = gain(whole) * (1 - 1e-12);
  let asMuch = 1;
  for (let turn = 0; turn < permutations; turn++) {
    shuffle(residuals, stream);
    if (gain(fitted.map((y, i) => y + residuals[i]!)) >= seen) asMuch++;
  }
  return asMuch / (permutations + 1);
}

function shuffle(values: Float64Array, stream: RandomStream): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = floor((i + 1) * stream.uniform());
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}
