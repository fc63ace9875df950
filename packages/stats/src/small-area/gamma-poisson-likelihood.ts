import { bracketedRoot } from "../bracketed-root.ts";
import { columnOf, emptyColumn } from "../column.ts";
import { log1p, max } from "../maths.ts";
import { sumOf } from "../sum-of.ts";

/** How many areas have more than k events, for every k that one of them has. */
export function reachedCounts(observed: ArrayLike<number>): Float64Array {
  const most = Array.from(observed).reduce((high, o) => max(high, o), 0);
  const reached = emptyColumn(most);
  for (let i = 0; i < observed.length; i++) if (observed[i]! > 0) reached[observed[i]! - 1]!++;
  for (let k = most - 2; k >= 0; k--) reached[k]! += reached[k + 1]!;
  return reached;
}

/** The prior's mean that is likeliest for a dispersion: where Σ (O − μE)/(1 + φμE) is zero, which falls in μ. */
export function overallRatio(observed: ArrayLike<number>, expected: ArrayLike<number>, dispersion: number): number {
  const ratios = columnOf(observed, (o, i) => o / expected[i]!).sort();
  const score = (overall: number) =>
    sumOf(observed, (o, i) => (o - overall * expected[i]!) / (1 + dispersion * overall * expected[i]!));
  return bracketedRoot(score, ratios[0]!, ratios.at(-1)!);
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
  const byCount = sumOf(reached, (areas, k) => (areas * k) / (1 + dispersion * k));
  const byArea = sumOf(observed, (o, i) => {
    const mean = overall * expected[i]!;
    return mean * mean * curve(dispersion * mean) - (o * mean) / (1 + dispersion * mean);
  });
  return byCount + byArea;
}

/** (ln(1 + u) − u/(1 + u))/u², by its series near zero where the difference would lose its digits. */
function curve(u: number): number {
  if (u > 0.03) return (log1p(u) - u / (1 + u)) / (u * u);
  let sum = 0;
  for (let j = 12; j >= 2; j--) sum = (j - 1) / j - u * sum;
  return sum;
}
