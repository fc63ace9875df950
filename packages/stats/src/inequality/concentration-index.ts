import { columnOf } from "../column.ts";
import { tiesOf } from "../groups/ties-of.ts";
import { max, sqrt } from "../maths.ts";
import { misuse } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, isUndefined, type Undefined } from "../undefined.ts";
import { type Inequality, withNormalLimits } from "./inequality.ts";
import { type RankedPeople, rankedPeople } from "./survey-people.ts";
import { combinedError } from "./two-by-two.ts";
import { weightedLine } from "./weighted-line.ts";

/** People: what is measured, what they are ranked by (low is most disadvantaged) and what each counts for. */
export type WeighedPeople = Readonly<{
  outcomes: ArrayLike<number>;
  rankedBy: ArrayLike<number>;
  weights?: ArrayLike<number>;
}>;

/** Options of the concentration index of people. */
export type PeopleConcentrationOptions = Readonly<{
  /** C itself, C times the mean, or a correction for an outcome between `bounds`. */
  kind?: "relative" | "generalised" | "erreygers" | "wagstaff";
  /** The lowest and highest outcome there can be, [0, 1] unless given; not those that happened to be seen. */
  bounds?: readonly [number, number];
  /** The regression with the mean let vary, the same with the mean held fixed, or Kakwani's formula. */
  variance?: "delta" | "convenience" | "kakwani";
  level?: number;
}>;

/**
 * The concentration index of single people's outcomes: relative, generalised, or corrected for bounds.
 *
 * Formula. C = 2Σp(h − μ)(R − ½)/μ with weight shares p and fractional ranks R, equal people sharing the middle of theirs.
 * Generalised μC; Erreygers 4μC/(u − l); Wagstaff (u − l)μC/[(u − μ)(μ − l)]. Variance "delta": of 2σ²_R b f(a + b/2) through
 * the weighted line h = a + bR; "convenience": the same with the mean held fixed; "kakwani": {Σpa² − (1 + C)²}/n, a =
 * h/μ(2R − 1 − C) + 2 − q_before − q_through, q the weighted share of h up to a rank, then the factor held fixed.
 * Units. A share, or the outcome's unit for "generalised"; weights in any unit.
 * Refuses. missing-value; impossible-value for negative weights, outcomes outside the bounds, or a mean at zero or a bound;
 * too-few-observations below three; no-variation where all are ranked the same.
 * References. Kakwani N, Wagstaff A, van Doorslaer E, J Econometrics 1997;77:87-103; Erreygers G, J Health Econ
 * 2009;28:504-515; Wagstaff A, Health Econ 2005;14:429-432; O'Donnell O et al, Stata J 2016;16:112-138.
 * Checked against. concentration_index_individual (rineq 0.2.3). It divides weighted covariances by 1 − Σp² and multiplies
 * the index (not its variance) by (n − 1)/n, which cancel only for equal weights; takes the observed range for bounds;
 * leaves weights out of q; and gives the variance of the ranks for one of its methods.
 * @example
 * concentrationIndex({ outcomes: [1, 2, 3, 4], rankedBy: [10, 20, 30, 40] }) // => { value: 0.25 }
 * @example
 * concentrationIndex({ outcomes: [0, 0, 1, 1], rankedBy: [10, 20, 30, 40] }, { kind: "erreygers" }) // => { value: 1 }
 */
export function concentrationIndex(
  people: WeighedPeople,
  options: PeopleConcentrationOptions = {},
): Inequality | Undefined {
  const { kind = "relative", bounds = [0, 1], variance = "delta", level = 0.95 } = options;
  const ranked = rankedPeople(people);
  if (isUndefined(ranked)) return ranked;
  const { outcomes, mean } = ranked;
  const [lowest, highest] = bounds;
  requireBounds(bounds);
  const bounded = kind === "erreygers" || kind === "wagstaff";
  if (bounded && columnOf(outcomes).some((h) => h < lowest || h > highest))
    return impossible("An outcome lies outside the bounds.");
  const atBound = kind === "relative" ? !(mean > 0) : kind === "wagstaff" && !(mean > lowest && mean < highest);
  if (atBound) return meanAtBound;
  const { line, spread } = lineOf(ranked);
  const { factor, change } = concentrationFactors[kind](mean, lowest, highest);
  // Of the absolute index A = 2σ²b and the mean a + b/2: A·factor(mean).
  const absolute = 2 * spread * line.slope;
  const value = absolute * factor;
  if (variance === "kakwani")
    return withNormalLimits(value, mean * factor * kakwaniError(ranked, absolute / mean), level);
  const moves = variance === "delta" ? absolute * change : 0;
  return withNormalLimits(value, combinedError(line.covariance, moves, 2 * spread * factor + moves / 2), level);
}

/** Bounds must be in order. */
export function requireBounds([lowest, highest]: readonly [number, number]): void {
  if (!(highest > lowest)) misuse(`The bounds ${lowest} and ${highest} are not in order.`);
}

/** A mean where an index relative to it, or to its bounds, would divide by zero. */
export const meanAtBound = impossible("The mean is at a bound, where a relative index does not exist.");

/** What the absolute index is multiplied by, and how that changes with the mean. */
export const concentrationFactors = {
  relative: (mean: number) => ({ factor: 1 / mean, change: -1 / mean ** 2 }),
  generalised: () => ({ factor: 1, change: 0 }),
  erreygers: (_: number, lowest: number, highest: number) => ({ factor: 4 / (highest - lowest), change: 0 }),
  wagstaff: (mean: number, lowest: number, highest: number) => {
    const room = (highest - mean) * (mean - lowest);
    const width = highest - lowest;
    return { factor: width / room, change: (width * (2 * mean - highest - lowest)) / room ** 2 };
  },
} as const;

/** The line through ranks, and how far these spread. */
export function lineOf({
  outcomes,
  weights,
  ranks,
  total,
}: Pick<RankedPeople, "outcomes" | "weights" | "ranks" | "total">) {
  const spread = sumOf(ranks, (rank, i) => (weights[i]! * (rank - 0.5) ** 2) / total);
  return { line: weightedLine(ranks, outcomes, weights, false), spread };
}

/** Kakwani, Wagstaff and van Doorslaer's error; people of one rank share the middle of their part of the total. */
function kakwaniError({ outcomes, weights, ranks, total, mean }: RankedPeople, index: number): number {
  let before = 0;
  let sum = 0;
  for (const tied of tiesOf(ranks)) {
    const through = before + sumOf(tied, (i) => (weights[i]! * outcomes[i]!) / (total * mean));
    for (const i of tied) {
      const a = (outcomes[i]! / mean) * (2 * ranks[i]! - 1 - index) + 2 - before - through;
      sum += (weights[i]! / total) * a * a;
    }
    before = through;
  }
  return sqrt(max(0, sum - (1 + index) ** 2) / ranks.length);
}
