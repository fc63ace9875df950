import { bracketedRoot } from "../bracketed-root.ts";

/** How many areas have more than k events, for every k that one of them has. */
export function reachedCounts(observed: ArrayLike<number>): Float64Array {
  const most = Array.from(observed).reduce((high, o) => Math.max(high, o), 0);
  const reached = new Float64Array(most);
  for (let i = 0; i < observed.length; i++) if (observed[i]! > 0) reached[observed[i]! - 1]!++;
  for (let k = most - 2; k >= 0; k--) reached[k]! += reached[k + 1]!;
  return reached;
}

/** The prior's mean that is likeliest for a dispersion: where Σ (O − μE)/(1 + φμE) is zero, which falls in μ. */
export function overallRatio(observed: ArrayLike<number>, expected: ArrayLike<number>, dispersion: number): number {
  let [least, most] = [Infinity, 0];
  for (let i = 0; i < observed.length; i++) {
    const ratio = observed[i]! / expected[i]!;
    least = Math.min(least, ratio);
    most = Math.max(most, ratio);
  }
  const score = (overall: number) => {
    let sum = 0;
    for (let i = 0; i < observed.length; i++) {
      const mean = overall * expected[i]!;
      sum += (observed[i]! - mean) / (1 + dispersion * mean);
    }
    return sum;
  };
  return bracketedRoot(score, least, most);
}

/**
 * How the logarithm of the negative binomial likelihood changes with φ: Σ_{k<O} k/(1 + φk) + m² h(φm) − O m/(1 + φm) over
 * the areas, with m = μE; at φ = 0 it is ½ Σ ((O − m)² − O).
 */
export function dispersionSlope(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  reached: Float64Array,
  overall: number,
  dispersion: number,
): number {
  let slope = 0;
  for (let k = 1; k < reached.length; k++) slope += (reached[k]! * k) / (1 + dispersion * k);
  for (let i = 0; i < observed.length; i++) {
    const mean = overall * expected[i]!;
    const u = dispersion * mean;
    slope += mean * mean * curve(u) - (observed[i]! * mean) / (1 + u);
  }
  return slope;
}

/** (ln(1 + u) − u/(1 + u))/u², by its series near zero where the difference would lose its digits. */
function curve(u: number): number {
  if (u > 0.03) return (Math.log1p(u) - u / (1 + u)) / (u * u);
  let sum = 0;
  for (let j = 12; j >= 2; j--) sum = (j - 1) / j - u * sum;
  return sum;
}
