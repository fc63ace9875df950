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
  let value = 0;
  let pull = 0;
  for (let j = 0; j < values.length; j++) {
    value += weights[j]! * Math.abs(values[j]! - centre);
    pull += weights[j]! * Math.sign(values[j]! - centre);
  }
  const gradient = values.map((y, j) => weights[j]! * Math.sign(y - centre) - movesWith[j]! * pull);
  return { value, gradient };
}
