import { abs, isKnown, log, max } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";
import { fittingScales, type Scale } from "./fitting-scale.ts";
import { inverse, sandwich, type TwoByTwo } from "./two-by-two.ts";

/** A line fitted to counts on the scale of their log-odds or logarithm. */
export type CountLine = Readonly<{
  intercept: number;
  slope: number;
  /** Of intercept and slope: the model's, and the sandwich that asks only that groups are independent (HC1). */
  covariance: TwoByTwo;
  robustCovariance: TwoByTwo;
  deviance: number;
  fitted: (rank: number) => number;
  /** How fast a fitted share or rate changes with the line. */
  steepness: (rate: number) => number;
}>;

/** How counts are distributed about their line. */
export type CountFamily = "binomial" | "poisson";

/** Twice the log-likelihood lost, for y events out of n expected at a rate. */
const families = {
  binomial: {
    scale: fittingScales.logit,
    deviance: (y: number, n: number, rate: number) => 2 * (part(y, n * rate) + part(n - y, n - n * rate)),
  },
  poisson: {
    scale: fittingScales.log,
    deviance: (y: number, n: number, rate: number) => 2 * (part(y, n * rate) - (y - n * rate)),
  },
} as const;

const part = (seen: number, expected: number): number => (seen === 0 ? 0 : seen * log(seen / expected));

/** Intercept and slope. */
type Line = readonly [number, number];

const leastStep = 2 ** -30;

/**
 * Maximum likelihood by Newton's method, steps halved until the deviance falls. `events` out of `among` (people, or
 * weights of people) at each rank; those among nobody count for nothing.
 */
export function countLine(
  ranks: ArrayLike<number>,
  events: ArrayLike<number>,
  among: ArrayLike<number>,
  name: CountFamily,
): CountLine | Undefined {
  const { scale, deviance: lost } = families[name];
  const fitted = ([intercept, slope]: Line, rank: number) => scale.from(intercept + slope * rank);
  const devianceAt = (line: Line) =>
    sumOf(ranks, (rank, i) => (among[i]! > 0 ? lost(events[i]!, among[i]!, fitted(line, rank)) : 0));
  let at: Line = [scale.to(sumOf(events) / sumOf(among)), 0];
  let deviance = devianceAt(at);
  for (let round = 0; round < 50; round++) {
    const { information, score } = sumsAt(ranks, events, among, scale, at);
    const [a, b, c] = inverse(information);
    const step = [a * score[0] + b * score[1], b * score[0] + c * score[1]] as const;
    const stepped = (share: number, [intercept, slope]: Line): Line => [
      intercept + share * step[0],
      slope + share * step[1],
    ];
    let share = 1;
    let next = stepped(share, at);
    let reached = devianceAt(next);
    while (!(reached <= deviance + 1e-9 * (1 + deviance)) && share > leastStep) {
      share /= 2;
      next = stepped(share, at);
      reached = devianceAt(next);
    }
    at = next;
    deviance = reached;
    const moved = share * max(...next.map((to, k) => abs(step[k]!) / (1 + abs(to))));
    if (moved < 1e-11) {
      const { steepness } = scale;
      return {
        ...covariances(ranks, events, among, scale, at),
        deviance,
        fitted: (rank) => fitted(next, rank),
        steepness,
      };
    }
    if (!isKnown(deviance) || abs(at[1]) > 500) break;
  }
  return undefinedBecause("no-convergence", "No line fits best: the events part at a rank, or all lie in one group.");
}

function sumsAt(
  ranks: ArrayLike<number>,
  events: ArrayLike<number>,
  among: ArrayLike<number>,
  { from, steepness }: Scale,
  [intercept, slope]: Line,
) {
  const information: [number, number, number] = [0, 0, 0];
  const score: [number, number] = [0, 0];
  const meat: [number, number, number] = [0, 0, 0];
  let points = 0;
  for (let i = 0; i < ranks.length; i++) {
    const x = ranks[i]!;
    const rate = from(intercept + slope * x);
    const weight = among[i]! * steepness(rate);
    const residual = events[i]! - among[i]! * rate;
    if (among[i]! > 0) points++;
    score[0] += residual;
    score[1] += residual * x;
    for (const [k, power] of [1, x, x * x].entries()) {
      information[k]! += weight * power;
      meat[k]! += residual * residual * power;
    }
  }
  return { information, score, meat, points };
}

function covariances(
  ranks: ArrayLike<number>,
  events: ArrayLike<number>,
  among: ArrayLike<number>,
  scale: Scale,
  at: Line,
) {
  const { information, meat, points } = sumsAt(ranks, events, among, scale, at);
  const covariance = inverse(information);
  const [a, b, c] = sandwich(covariance, meat);
  const hc1 = points / (points - 2);
  const robustCovariance: TwoByTwo = [a * hc1, b * hc1, c * hc1];
  return { intercept: at[0], slope: at[1], covariance, robustCovariance };
}
