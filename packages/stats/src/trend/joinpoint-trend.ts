import type { Estimate, EstimateWithError } from "../estimate.ts";
import { floor, max, min } from "../maths.ts";
import { misuse, requireWhole } from "../misuse.ts";
import { isUndefined, tooFew, type Undefined } from "../undefined.ts";
import { byPermutation, type Candidate, candidatesOn, type JoinpointTest, leastBic } from "./joinpoint-choice.ts";
import { gridOf, mostPlaces, placeCount, roomFor } from "./joinpoint-grid.ts";
import { averageSlopeOf, joinpointError, lineWith, segmentOf } from "./joinpoint-line.ts";
import { refinedJoinpoints } from "./joinpoint-refinement.ts";
import { type RateSeries, type Responses, responsesOf } from "./series.ts";
import { type LogTrend, percentChange } from "./trend.ts";

/** One straight part of a trend. */
export type TrendSegment = LogTrend & Readonly<{ from: number; to: number }>;

/** A trend in segments. */
export type JoinpointTrend = Readonly<{
  /** Years at which the trend bends; the standard error is 0 where they were held to observed years. */
  joinpoints: readonly Readonly<{ year: number; standardError: number }>[];
  segments: readonly TrendSegment[];
  /** Over the range asked for, in percent a year (AAPC), and its slope on the scale of logarithms. */
  averagePercentChange: Estimate;
  averageSlope: EstimateWithError;
  sumOfSquares: number;
  degreesOfFreedom: number;
  /** The best of each number of joinpoints, from none on, on observed years. */
  considered: readonly Candidate[];
  /** What the choice was made by, where it was made by permutation. */
  tests: readonly JoinpointTest[];
}>;

/** How the number of joinpoints is chosen: by BIC, by permutation, or not at all. */
export type JoinpointChoice =
  | "bic"
  | Readonly<{ exactly: number }>
  | Readonly<{ seed: number; permutations?: number; significance?: number }>;

/** How a trend in segments is fitted. */
export type JoinpointOptions = Readonly<{
  choose?: JoinpointChoice;
  /**
   * Most joinpoints to be tried; unless given none up to six years, one from seven, another for each five more, to
   * five, and fewer where those would have over 30 000 places.
   */
  most?: number;
  /** Joinpoints on observed years (the default), or anywhere between them. */
  place?: "years" | "anywhere";
  /** The years to average over, all unless given. */
  from?: number;
  to?: number;
  level?: number;
}>;

/**
 * A trend of the logarithm of a rate in straight segments that meet (joinpoint regression), with the annual percent
 * change of each and their average.
 *
 * Formula. ln r = a + Σ b_i (years spent in segment i), by least squares with weights (r/SE)² where standard errors are
 * given; joinpoints on the observed years, searched through, two years or more besides joinpoints on each side. Their
 * number k by the least BIC = ln(SSE/n) + 2(k + 1) ln n/n; or by the sequence of permutation tests of fewest against
 * most, each at significance/most (4 499 permutations, 0.05 unless given); or as told. place "anywhere" then moves them
 * off the years to the least SSE. APC = 100(e^b − 1); AAPC = 100(exp(Σwb/Σw) − 1), w years; σ² = SSE/(n − 2(k + 1)),
 * limits by t; "years" takes the joinpoints for known, "anywhere" counts their uncertainty too, and both the covariance of
 * the slopes.
 * Units. Slopes in logarithms a year; APC and AAPC in percent a year.
 * Refuses. missing-value; no-events for a rate of zero, which has no logarithm; impossible-value for a negative rate;
 * no-uncertainty for a standard error not above zero; too-few-observations under three years, or too few for `exactly`;
 * no-observations for a range that holds no part of the trend. Throws RangeError for years that do not rise, a `most` or
 * `exactly` that is not whole, fewer than 99 permutations, or more than 30 000 places for the joinpoints asked for.
 * References. Kim HJ, Fay MP, Feuer EJ, Midthune DN, Stat Med 2000;19:335-351; Clegg LX, Hankey BF, Tiwari R, Feuer EJ,
 * Edwards BK, Stat Med 2009;28:3670-3682; Muggeo VMR, Stat Med 2003;22:3055-3071.
 * Checked against. trend (an independent search of the grid; R segmented 2.1.4 for "anywhere").
 * @example
 * const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018];
 * joinpointTrend({ years, rates: [100, 104, 108, 112.5, 117, 111, 105.6, 100.3, 95.2] })
 * // => { joinpoints: [{ year: 2014 }], segments: [{ to: 2014 }, { from: 2014 }] }
 */
export function joinpointTrend(of: RateSeries, options: JoinpointOptions = {}): JoinpointTrend | Undefined {
  const { choose = "bic", level = 0.95 } = options;
  const points = responsesOf(of, 3, true);
  if (isUndefined(points)) return points;
  const years = points.years.length;
  const most = mostJoinpoints(years, options);
  if (most > roomFor(years)) return tooFew(`${years} years have no room for ${most} joinpoints.`);
  const grids = Array.from({ length: most + 1 }, (_, k) => gridOf(points, k));
  const considered = candidatesOn(points, grids);
  const { chosen, tests } = chosenBy(choose, points, grids, considered);
  const onYears = considered[chosen]!.joinpoints;
  const anywhere = options.place === "anywhere";
  const joinpoints = anywhere ? refinedJoinpoints(points, onYears) : onYears;
  const line = lineWith(points, joinpoints, anywhere);
  const averageSlope = averageSlopeOf(line, options, level);
  if (isUndefined(averageSlope)) return averageSlope;
  return {
    joinpoints: joinpoints.map((year, i) => ({ year, standardError: joinpointError(line, i) })),
    segments: Array.from(line.slopes, (_, i) => segmentOf(line, i, level)),
    averagePercentChange: percentChange(averageSlope),
    averageSlope,
    sumOfSquares: line.sumOfSquares,
    degreesOfFreedom: line.degreesOfFreedom,
    considered,
    tests,
  };
}

function mostJoinpoints(years: number, { most, choose }: JoinpointOptions): number {
  const exactly = typeof choose === "object" && "exactly" in choose ? choose.exactly : undefined;
  const wanted = exactly ?? most;
  if (wanted === undefined) return usualMost(years);
  requireWhole("joinpoints", wanted);
  const room = roomFor(years);
  const tried = exactly ?? min(wanted, room);
  if (tried <= room && placeCount(years, tried) > mostPlaces)
    misuse(`${years} years have over ${mostPlaces} places for ${tried} joinpoints; allow fewer.`);
  return tried;
}

/** The number that the National Cancer Institute's program would try, or the most that can be searched through. */
function usualMost(years: number): number {
  let most = min(5, max(0, floor((years - 2) / 5)));
  while (placeCount(years, most) > mostPlaces) most--;
  return most;
}

function chosenBy(
  choose: JoinpointChoice,
  points: Responses,
  grids: Parameters<typeof byPermutation>[1],
  considered: readonly Candidate[],
): Readonly<{ chosen: number; tests: readonly JoinpointTest[] }> {
  if (choose === "bic") return { chosen: leastBic(considered), tests: [] };
  if ("exactly" in choose) return { chosen: choose.exactly, tests: [] };
  const { seed, permutations = 4499, significance = 0.05 } = choose;
  requireWhole("permutations", permutations, 99);
  return byPermutation(points, grids, considered, { seed, permutations, significance });
}
