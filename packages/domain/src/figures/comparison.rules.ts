import { normalMultiplier } from "@evenspan/stats";
import type { Figure } from "./figure.ts";

/** What of a figure decides whether it can be told apart from another. */
export type Compared = Pick<
  Figure,
  "indicator" | "unit" | "sex" | "cause" | "state" | "value" | "lower" | "upper" | "level"
>;

/** What can be said of two figures of the same measure, at the 95% level. Differences are the first less the second. */
export type Comparison = Readonly<{
  verdict: "first-higher" | "second-higher" | "cannot-tell";
  difference: number;
  lower: number;
  upper: number;
}>;

/** Why two figures cannot be held against each other. */
export type NotComparable = Readonly<{ notComparable: "not-shown" | "different-measure" | "no-interval" }>;

/** A value with its limits at the 95% level. */
type Measured = Readonly<{ value: number; lower: number; upper: number }>;

/**
 * Whether two figures can be told apart, and by how much they differ.
 *
 * Formula. d = a - b; lower = d - sqrt((a - aLower)² + (bUpper - b)²), upper = d + sqrt((aUpper - a)² + (b - bLower)²).
 * For limits that lie evenly about their value this is the normal approximation with the error taken from the limits;
 * for uneven ones (small counts) it keeps their skew. Limits at another level are scaled to 95% by the normal
 * multiplier. The two are told apart where the interval of the difference does not hold zero.
 *
 * Refuses. Values that are not shown, are of another measure, or have no interval. Both are taken as independent: a
 * place and the city it lies in are nearly so where the place is small.
 *
 * References. Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach.
 * Statistics in Medicine 2008;27:1693-1702, eq. 7.
 *
 * @example
 * comparison(
 *   { indicator: "e0", unit: "years", sex: "all", cause: "all", state: "shown", value: 85, lower: 83.6, upper: 86.4, level: 0.95 },
 *   { indicator: "e0", unit: "years", sex: "all", cause: "all", state: "shown", value: 68.8, lower: 66.9, upper: 70.6, level: 0.95 },
 * ).verdict // => "first-higher"
 */
export function comparison(first: Compared, second: Compared): Comparison | NotComparable {
  if (!sameMeasure(first, second)) return { notComparable: "different-measure" };
  if (first.state !== "shown" || second.state !== "shown") return { notComparable: "not-shown" };
  const a = measured(first);
  const b = measured(second);
  return a && b ? differenceOf(a, b) : { notComparable: "no-interval" };
}

/**
 * Whether a comparison came to nothing.
 *
 * @example
 * isNotComparable({ notComparable: "no-interval" }) // => true
 */
export const isNotComparable = (it: Comparison | NotComparable): it is NotComparable => "notComparable" in it;

/** The positions that a place may hold in an ordered list, 1 being the highest value. */
export type RankRange = Readonly<{ from: number; to: number }>;

/**
 * For each figure, the positions it may hold: those above it are the figures that are told apart as higher, those
 * below it the ones told apart as lower. Two that cannot be told apart always have ranges that meet.
 * Null where the figure has no value or no interval; such figures take no position.
 *
 * References. Goldstein H, Spiegelhalter DJ. League tables and their limitations. Journal of the Royal Statistical
 * Society A 1996;159:385-443 (why a position without its uncertainty misleads); here by pairs, at 95% each.
 */
export function rankRanges(figures: readonly Compared[]): readonly (RankRange | null)[] {
  const all = figures.map((figure) => (figure.state === "shown" ? measured(figure) : null));
  const ranked = all.filter((one) => one !== null);
  return all.map((one) => {
    if (one === null) return null;
    const verdicts = ranked.map((other) => differenceOf(one, other).verdict);
    const above = verdicts.filter((verdict) => verdict === "second-higher").length;
    const below = verdicts.filter((verdict) => verdict === "first-higher").length;
    return { from: above + 1, to: ranked.length - below };
  });
}

/**
 * The shared rank of each figure: a new rank begins only where every figure above the break is told apart from every
 * one below it, so that two with different ranks are always told apart, and two that are not always share one.
 * Like places in a race, the next rank counts those before it: 1, 1, 3. Null where the figure takes no position.
 */
export function sharedRanks(figures: readonly Compared[]): readonly (number | null)[] {
  const ranges = rankRanges(figures);
  const taken = ranges.filter((range) => range !== null);
  const starts = new Set(taken.map(({ from }) => from).filter((from) => isBreak(taken, from)));
  return ranges.map((range) => range && Math.max(...[...starts].filter((start) => start <= range.from)));
}

/** Whether exactly `start - 1` figures can only stand before this position, and all others only from it on. */
function isBreak(ranges: readonly RankRange[], start: number): boolean {
  const before = ranges.filter(({ to }) => to < start).length;
  return before === start - 1 && ranges.every(({ from, to }) => to < start || from >= start);
}

const sameMeasure = (a: Compared, b: Compared): boolean =>
  a.indicator === b.indicator && a.unit === b.unit && a.sex === b.sex && a.cause === b.cause;

function measured({ value, lower, upper, level }: Compared): Measured | null {
  if (value === null || lower === null || upper === null || level === null) return null;
  const scale = level === 0.95 ? 1 : normalMultiplier(0.95) / normalMultiplier(level);
  return { value, lower: value - (value - lower) * scale, upper: value + (upper - value) * scale };
}

function differenceOf(a: Measured, b: Measured): Comparison {
  const difference = a.value - b.value;
  const lower = difference - Math.hypot(a.value - a.lower, b.upper - b.value);
  const upper = difference + Math.hypot(a.upper - a.value, b.value - b.lower);
  const verdict = lower > 0 ? "first-higher" : upper < 0 ? "second-higher" : "cannot-tell";
  return { verdict, difference, lower, upper };
}
