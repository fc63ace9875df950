/** Numbers the different values of one dimension of a table, from 0 on, in the order of their first appearance. */
export type Dimension<T> = Readonly<{
  /** The number of a value; -1 where there would be more values than the limit. */
  numberOf: (value: T) => number;
  values: readonly T[];
}>;

/**
 * A dimension of at most `limit` values.
 *
 * @example
 * dimension(10).numberOf("area:26") // => 0
 */
export function dimension<T extends string | number>(limit: number): Dimension<T> {
  const numbers = new Map<T, number>();
  const values: T[] = [];
  const add = (value: T): number => {
    if (values.length >= limit) return -1;
    numbers.set(value, values.length);
    return values.push(value) - 1;
  };
  return { numberOf: (value) => numbers.get(value) ?? add(value), values };
}
