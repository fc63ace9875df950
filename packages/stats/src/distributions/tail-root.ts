/**
 * Solves ln T(u) = ln target for a tail T of a distribution, where u is a coordinate running over the whole line
 * (ln x, logit x) and w = |dT/du|. For gamma and beta alike d ln w/du is known exactly, so each step is Halley's and
 * the root triples its digits; a bracket keeps a bad start from escaping.
 */
export type TailProblem = Readonly<{
  /** The tail at u. */
  tail: (u: number) => number;
  /** w at u: the density of u. */
  weight: (u: number) => number;
  /** d ln w / du at u. */
  bend: (u: number) => number;
  target: number;
  /** True for an upper tail, which falls as u rises. */
  falling: boolean;
}>;

/** The u whose tail is the target, from a start near it. */
export function tailRoot(problem: TailProblem, start: number): number {
  let low = -Infinity;
  let high = Infinity;
  let u = start;
  for (let turn = 0; turn < 200; turn++) {
    const tail = problem.tail(u);
    const short = problem.falling ? tail > problem.target : tail < problem.target;
    if (short) low = u;
    else high = u;
    const step = halleyStep(problem, u, tail);
    if (Math.abs(step) <= 1e-6) return u + step;
    const next = u + step;
    u = next > low && next < high ? next : between(low, high, u);
  }
  return u;
}

function halleyStep(problem: TailProblem, u: number, tail: number): number {
  const excess = logRatio(tail, problem.target);
  const slope = ((problem.falling ? -1 : 1) * problem.weight(u)) / tail;
  const newton = -excess / slope;
  const curve = (problem.bend(u) - slope) / 2;
  const step = newton / Math.max(0.2, 1 + newton * curve);
  return Math.max(-4 - Math.abs(u) / 2, Math.min(4 + Math.abs(u) / 2, step));
}

/** ln(tail/target), exact to the last digit when the two are close. */
function logRatio(tail: number, target: number): number {
  const relative = (tail - target) / target;
  return Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(tail) - Math.log(target);
}

function between(low: number, high: number, u: number): number {
  if (low === -Infinity) return u - 2 - Math.abs(u) / 2;
  if (high === Infinity) return u + 2 + Math.abs(u) / 2;
  return (low + high) / 2;
}
