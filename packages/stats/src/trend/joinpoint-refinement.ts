import { abs, max, sqrt } from "../maths.ts";
import { yearsApart } from "./joinpoint-grid.ts";
import { segmentedLine } from "./segmented-line.ts";
import type { Responses } from "./series.ts";

/**
 * Joinpoints moved off the observed years to where they leave least: one after another over every interval between years
 * that the rule of points allows, until none moves. Within an interval what is left is smooth and is searched by sections.
 */
export function refinedJoinpoints(points: Responses, start: readonly number[]): number[] {
  const joinpoints = [...start];
  for (let round = 0; round < 50; round++) {
    let moved = 0;
    for (let i = 0; i < joinpoints.length; i++) {
      const left = (at: number) => segmentedLine(points, joinpoints.with(i, at)).sumOfSquares;
      const best = leastWithin(left, allowed(points.years, joinpoints, i), joinpoints[i]!);
      moved = max(moved, abs(best - joinpoints[i]!));
      joinpoints[i] = best;
    }
    if (joinpoints.length === 1 || moved < 1e-7) break;
  }
  return joinpoints;
}

/** The observed years between which a joinpoint may lie, with enough others on both sides. */
function allowed(years: Float64Array, joinpoints: readonly number[], i: number): Float64Array {
  const [before, after] = [joinpoints[i - 1] ?? -Infinity, joinpoints[i + 1] ?? Infinity];
  const first = years.findIndex((year) => year > before);
  const next = years.findIndex((year) => year >= after);
  const last = (next < 0 ? years.length : next) - 1;
  return years.subarray(first + yearsApart, last - yearsApart + 1);
}

function leastWithin(left: (at: number) => number, bounds: Float64Array, start: number): number {
  let [best, least] = [start, left(start)];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const at = goldenSection(left, bounds[i]!, bounds[i + 1]!);
    const here = left(at);
    if (here < least) [best, least] = [at, here];
  }
  return best;
}

const golden = (sqrt(5) - 1) / 2;

function goldenSection(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let a = high - golden * (high - low);
  let b = low + golden * (high - low);
  let [fa, fb] = [f(a), f(b)];
  while (high - low > 1e-8 * (to - from)) {
    if (fa <= fb) {
      [high, b, fb] = [b, a, fa];
      a = high - golden * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + golden * (high - low);
      fb = f(b);
    }
  }
  return (low + high) / 2;
}
