import { columnOf, emptyColumn } from "../column.ts";
import { isKnown } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, isUndefined, missing, type Undefined, undefinedBecause } from "../undefined.ts";

/** Options of the measures of a distribution. */
export type WeightOptions = Readonly<{
  /** What each value counts for, such as people; one each unless given. */
  weights?: ArrayLike<number>;
}>;

/** Values in ascending order with the shares they count for; `places` is where each was given. */
export type WeighedValues = Readonly<{
  values: Float64Array;
  shares: Float64Array;
  mean: number;
  places: readonly number[];
}>;

/** Values that a measure of a distribution can be made of: none missing or negative, and not all zero. */
function weighedValues(
  values: ArrayLike<number>,
  weights: ArrayLike<number> = emptyColumn(values.length).fill(1),
): WeighedValues | Undefined {
  requireSameLength({ values, weights });
  if (values.length === 0) return undefinedBecause("no-observations", "Nothing has no distribution.");
  const all = Array.from(values, (value, i) => ({ value, weight: weights[i]!, i }));
  if (!all.every(({ value, weight }) => isKnown(value + weight))) return missing("A value or weight");
  if (all.some(({ value, weight }) => value < 0 || weight < 0)) return impossible("A value or weight is negative.");
  const total = sumOf(all, ({ weight }) => weight);
  all.sort((a, b) => a.value - b.value || a.i - b.i);
  const lowest = all[0]!.value;
  const mean = lowest + sumOf(all, ({ value, weight }) => (weight / total) * (value - lowest));
  if (!(mean > 0)) return impossible("All values or weights are zero, so there are no shares.");
  return {
    values: columnOf(all, ({ value }) => value),
    shares: columnOf(all, ({ weight }) => weight / total),
    mean,
    places: all.map(({ i }) => i),
  };
}

/** What a measure makes of values and their weights, or why it cannot. */
export function ofValues<Answer>(
  values: ArrayLike<number>,
  { weights }: WeightOptions,
  measure: (known: WeighedValues) => Answer | Undefined,
): Answer | Undefined {
  const known = weighedValues(values, weights);
  return isUndefined(known) ? known : measure(known);
}

/** The mean of a function of each value over the mean of them all; what nobody has does not count. */
export const averageOf = ({ values, shares, mean }: WeighedValues, of: (ratio: number) => number): number =>
  sumOf(values, (value, i) => (shares[i] === 0 ? 0 : shares[i]! * of(value / mean)));
