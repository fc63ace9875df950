/**
 * Quantiles are found by solving ln T(u) = ln target for a tail T of a distribution, where u is a coordinate that runs
 * over the whole line (ln x, logit x). For gamma and beta alike the slope s = ±w/T with w the density of u, and d ln w/du
 * ("bend") is known exactly, so that each step can be Halley's and triples the digits.
 */
export function halleyStep(logExcess: number, slope: number, bend: number, u: number): number {
  const newton = -logExcess / slope;
  const step = newton / Math.max(0.2, 1 + (newton * (bend - slope)) / 2);
  const furthest = 4 + Math.abs(u) / 2;
  return Math.max(-furthest, Math.min(furthest, step));
}

/** ln(tail/target), exact to the last digit when the two are close. */
export function logRatio(tail: number, target: number): number {
  const relative = (tail - target) / target;
  return Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(tail) - Math.log(target);
}

/** The point proposed, or, where it leaves the bracket, one inside: a bad start cannot escape. */
export function nextPoint(proposed: number, low: number, high: number, u: number): number {
  if (proposed > low && proposed < high) return proposed;
  if (low === -Infinity) return u - 2 - Math.abs(u) / 2;
  if (high === Infinity) return u + 2 + Math.abs(u) / 2;
  return (low + high) / 2;
}
