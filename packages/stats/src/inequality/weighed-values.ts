import { requireSameLength } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

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
export function weighedValues(
  values: ArrayLike<number>,
  weights: ArrayLike<number> = new Float64Array(values.length).fill(1),
): WeighedValues | Undefined {
  requireSameLength({ values, weights });
  if (values.length === 0) return undefinedBecause("no-observations", "Nothing has no distribution.");
  const all = Array.from(values, (value, i) => ({ value, weight: weights[i]!, i }));
  if (!all.every(({ value, weight }) => Number.isFinite(value + weight)))
    return undefinedBecause("missing-value", "A value or weight is missing, and a missing figure is not a zero.");
  if (all.some(({ value, weight }) => value < 0 || weight < 0))
    return undefinedBecause("impossible-value", "A value or weight is negative.");
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  all.sort((a, b) => a.value - b.value || a.i - b.i);
  const lowest = all[0]!.value;
  const mean = all.reduce((sum, { value, weight }) => sum + (weight / total) * (value - lowest), lowest);
  if (!(mean > 0))
    return undefinedBecause("impossible-value", "All values or weights are zero, so there are no shares.");
  return {
    values: Float64Array.from(all, ({ value }) => value),
    shares: Float64Array.from(all, ({ weight }) => weight / total),
    mean,
    places: all.map(({ i }) => i),
  };
}
