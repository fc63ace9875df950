import { sumOf } from "../sum-of.ts";

/**
 * The weighted mean distance of values from a centre, and its gradient where the centre itself moves with the values by
 * `movesWith` (their shares where it is their mean, a single one where it is one of them). A value at the centre has no
 * direction and counts as at rest.
 */
export function distances(
  values: Float64Array,
  weights: Float64Array,
  centre: number,
  movesWith: Float64Array,
): { value: number; gradient: Float64Array } {
  const pulls = values.map((y, j) => weights[j]! * Math.sign(y - centre));
  const pull = sumOf(pulls);
  return {
    value: sumOf(pulls, (towards, j) => towards * (values[j]! - centre)),
    gradient: pulls.map((towards, j) => towards - movesWith[j]! * pull),
  };
}
