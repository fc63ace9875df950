import { max, sqrt } from "../maths.ts";

/** A symmetric matrix of two rows: [first, both, second]. */
export type TwoByTwo = readonly [number, number, number];

/** Its inverse; infinite where there is none. */
export function inverse([a, b, c]: TwoByTwo): TwoByTwo {
  const determinant = a * c - b * b;
  return [c / determinant, -b / determinant, a / determinant];
}

/** outer × inner × outer. */
export function sandwich([a, b, c]: TwoByTwo, [p, q, r]: TwoByTwo): TwoByTwo {
  const first = [a * p + b * q, a * q + b * r] as const;
  const second = [b * p + c * q, b * q + c * r] as const;
  return [first[0] * a + first[1] * b, first[0] * b + first[1] * c, second[0] * b + second[1] * c];
}

/** The standard error of a·first + b·second under a covariance. */
export const combinedError = ([ii, is, ss]: TwoByTwo, a: number, b: number): number =>
  sqrt(max(0, a * a * ii + 2 * a * b * is + b * b * ss));
