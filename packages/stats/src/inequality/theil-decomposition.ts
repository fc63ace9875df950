import { log, max } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import type { Undefined } from "../undefined.ts";
import { ofValues, type WeighedValues, type WeightOptions } from "./weighed-values.ts";

/** Theil's T of all, parted into what lies between groups and within them. */
export type TheilDecomposition<Group> = Readonly<{
  total: number;
  between: number;
  within: number;
  groups: readonly Readonly<{
    group: Group;
    /** Share of the weight, and of the sum of values. */
    share: number;
    valueShare: number;
    /** Theil's T inside the group, and what each part of the total owes to it. */
    theil: number;
    between: number;
    within: number;
  }>[];
}>;

/**
 * Theil's index of a distribution, parted exactly into inequality between groups and within them.
 *
 * Formula. T = Σ_g s_g ln(s_g/p_g) + Σ_g s_g T_g with each group's share p_g of the weight and s_g of the sum of values.
 * Units. Natural units.
 * Refuses. no-observations, missing-value; impossible-value for negative values or where all are zero.
 * References. Theil H, Economics and Information Theory, 1967; Shorrocks AF, Econometrica 1980;48:613-625.
 * Checked against. gini_theil_atkinson (IC2 1.0.1) and inequality_pysal.
 * @example
 * theilDecomposition([1, 2, 3, 4], ["a", "a", "b", "b"])
 * // => { total: 0.10644, between: 0.08228, within: 0.02416 }
 */
export function theilDecomposition<Group>(
  values: ArrayLike<number>,
  groups: ArrayLike<Group>,
  options: WeightOptions = {},
): TheilDecomposition<Group> | Undefined {
  requireSameLength({ values, groups });
  return ofValues(values, options, (known) => decomposed(known, groups));
}

function decomposed<Group>(known: WeighedValues, groups: ArrayLike<Group>): TheilDecomposition<Group> {
  const members = new Map<Group, { share: number; valueShare: number; sum: number }>();
  for (const [i, place] of known.places.entries()) {
    const group = groups[place]!;
    const of = members.get(group) ?? { share: 0, valueShare: 0, sum: 0 };
    const ratio = known.values[i]! / known.mean;
    of.share += known.shares[i]!;
    of.valueShare += known.shares[i]! * ratio;
    of.sum += ratio === 0 ? 0 : known.shares[i]! * ratio * log(ratio);
    members.set(group, of);
  }
  const parts = [...members].map(([group, { share, valueShare, sum }]) => {
    const between = valueShare === 0 ? 0 : valueShare * log(valueShare / share);
    const within = max(0, sum - between);
    return { group, share, valueShare, theil: valueShare === 0 ? 0 : within / valueShare, between, within };
  });
  const [between, within] = [sumOf(parts, (part) => part.between), sumOf(parts, (part) => part.within)];
  return { total: between + within, between, within, groups: parts };
}
