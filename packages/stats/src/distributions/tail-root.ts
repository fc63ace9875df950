import { abs, log, log1p, max, min } from "../maths.ts";

/**
 * Quantiles are found by solving ln T(u) = ln target for a tail T of a distribution, where u is a coordinate that runs
 * over the whole line (ln x, logit x). For gamma and beta alike the slope s = ±w/T with w the density of u, and d ln w/du
 * ("bend") is known exactly, so that each step can be Halley's and triples the digits. The tail falls in u, or rises.
 */
export function tailRoot(
  target: number,
  falling: boolean,
  start: number,
  tailAt: (u: number) => number,
  densityAt: (u: number) => number,
  bendAt: (u: number) => number,
): number {
  let [low, high] = [-Infinity, Infinity];
  let u = start;
  for (let turn = 0; turn < 200; turn++) {
    const tail = tailAt(u);
    const slope = ((falling ? -1 : 1) * densityAt(u)) / tail;
    const step = halleyStep(logRatio(tail, target), slope, bendAt(u), u);
    if (abs(step) <= 1e-6) return u + step;
    if (falling === tail > target) low = u;
    else high = u;
    u = nextPoint(u + step, low, high, u);
  }
  return u;
}

function halleyStep(logExcess: number, slope: number, bend: number, u: number): number {
  const newton = -logExcess / slope;
  const step = newton / max(0.2, 1 + (newton * (bend - slope)) / 2);
  const furthest = 4 + abs(u) / 2;
  return max(-furthest, min(furthest, step));
}

/** ln(tail/target), exact to the last digit when the two are close. */
function logRatio(tail: number, target: number): number {
  const relative = (tail - target) / target;
  return abs(relative) < 0.5 ? log1p(relative) : log(tail) - log(target);
}

/** The point proposed, or, where it leaves the bracket, one inside: a bad start cannot escape. */
function nextPoint(proposed: number, low: number, high: number, u: number): number {
  if (proposed > low && proposed < high) return proposed;
  if (low === -Infinity) return u - 2 - abs(u) / 2;
  if (high === Infinity) return u + 2 + abs(u) / 2;
  return (low + high) / 2;
}
