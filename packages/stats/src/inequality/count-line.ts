import { type Undefined, undefinedBecause } from "../undefined.ts";
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
  /** Inverse of the information, for other sandwiches. */
  bread: TwoByTwo;
}>;

/** How counts are distributed about their line. */
export type CountFamily = "binomial" | "poisson";

const families = {
  binomial: {
    start: (share: number) => Math.log(share / (1 - share)),
    fitted: (line: number) => 1 / (1 + Math.exp(-line)),
    information: (rate: number) => rate * (1 - rate),
    deviance: (y: number, n: number, rate: number) => 2 * (part(y, n * rate) + part(n - y, n - n * rate)),
  },
  poisson: {
    start: Math.log,
    fitted: Math.exp,
    information: (rate: number) => rate,
    deviance: (y: number, n: number, rate: number) => 2 * (part(y, n * rate) - (y - n * rate)),
  },
} as const;

function part(seen: number, expected: number): number {
  return seen === 0 ? 0 : seen * Math.log(seen / expected);
}

const halvings = 30;

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
  const family = families[name];
  const sum = (column: ArrayLike<number>) => Array.from(column).reduce((total, n) => total + n, 0);
  let at: readonly [number, number] = [family.start(sum(events) / sum(among)), 0];
  const devianceAt = ([intercept, slope]: readonly [number, number]) => {
    let total = 0;
    for (let i = 0; i < ranks.length; i++)
      if (among[i]! > 0) total += family.deviance(events[i]!, among[i]!, family.fitted(intercept + slope * ranks[i]!));
    return total;
  };
  let deviance = devianceAt(at);
  for (let round = 0; round < 50; round++) {
    const { information, score } = stepAt(ranks, events, among, family, at);
    const [a, b, c] = inverse(information);
    let step: readonly [number, number] = [a * score[0] + b * score[1], b * score[0] + c * score[1]];
    let next: readonly [number, number] = [at[0] + step[0], at[1] + step[1]];
    let reached = devianceAt(next);
    for (let halving = 0; !(reached <= deviance + 1e-9 * (1 + deviance)) && halving < halvings; halving++) {
      step = [step[0] / 2, step[1] / 2];
      next = [at[0] + step[0], at[1] + step[1]];
      reached = devianceAt(next);
    }
    const moved = Math.max(Math.abs(step[0]) / (1 + Math.abs(next[0])), Math.abs(step[1]) / (1 + Math.abs(next[1])));
    at = next;
    deviance = reached;
    if (moved < 1e-11) return finished(ranks, events, among, family, at, deviance);
    if (!Number.isFinite(deviance) || Math.abs(at[1]) > 500) break;
  }
  return undefinedBecause("no-convergence", "No line fits best: the events part at a rank, or all lie in one group.");
}

type Family = (typeof families)[CountFamily];

function stepAt(
  ranks: ArrayLike<number>,
  events: ArrayLike<number>,
  among: ArrayLike<number>,
  family: Family,
  [intercept, slope]: readonly [number, number],
) {
  const information: [number, number, number] = [0, 0, 0];
  const score: [number, number] = [0, 0];
  const meat: [number, number, number] = [0, 0, 0];
  let points = 0;
  for (let i = 0; i < ranks.length; i++) {
    const x = ranks[i]!;
    const rate = family.fitted(intercept + slope * x);
    const weight = among[i]! * family.information(rate);
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

function finished(
  ranks: ArrayLike<number>,
  events: ArrayLike<number>,
  among: ArrayLike<number>,
  family: Family,
  at: readonly [number, number],
  deviance: number,
): CountLine {
  const { information, meat, points } = stepAt(ranks, events, among, family, at);
  const bread = inverse(information);
  const [a, b, c] = sandwich(bread, meat);
  const hc1 = points / (points - 2);
  const [intercept, slope] = at;
  const fitted = (rank: number) => family.fitted(intercept + slope * rank);
  return {
    intercept,
    slope,
    covariance: bread,
    robustCovariance: [a * hc1, b * hc1, c * hc1],
    deviance,
    fitted,
    bread,
  };
}
