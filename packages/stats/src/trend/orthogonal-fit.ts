import { columnOf, emptyColumn } from "../column.ts";
import { sqrt } from "../maths.ts";
import { dot } from "../sum-of.ts";

/** Least squares: coefficients, what they leave unexplained, and their covariance but for the scale of the scatter. */
export type Fit = Readonly<{
  coefficients: Float64Array;
  sumOfSquares: number;
  /** Inverse of the information, row by row; times the variance of the scatter it is the covariance. */
  unscaled: readonly Float64Array[];
}>;

/** Columns made orthonormal one after another, each twice, so that rounding does not bring the first ones back. */
export function orthonormal(columns: readonly Float64Array[], before: readonly Float64Array[] = []): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const directions = [...before, ...basis];
    const rest = restBeside(restBeside(column, directions), directions);
    const length = sqrt(dot(rest, rest));
    basis.push(rest.map((entry) => entry / length));
  }
  return basis;
}

/** The least squares fit of a response on independent columns; errors of all points are taken to be alike. */
export function orthogonalFit(columns: readonly Float64Array[], response: Float64Array): Fit {
  const basis = orthonormal(columns);
  const inverse = inverseTriangle(columns, basis);
  const rest = response.slice();
  const along = basis.map((direction) => {
    const share = dot(direction, rest);
    subtract(rest, direction, share);
    return share;
  });
  const coefficients = columnOf(inverse, (row) => dot(row, along));
  const unscaled = inverse.map((row) => columnOf(inverse, (other) => dot(row, other)));
  return { coefficients, sumOfSquares: dot(rest, rest), unscaled };
}

/** R⁻¹ of columns = basis · R, by back substitution. */
function inverseTriangle(columns: readonly Float64Array[], basis: readonly Float64Array[]): Float64Array[] {
  const count = columns.length;
  const inverse = Array.from({ length: count }, () => emptyColumn(count));
  for (let j = 0; j < count; j++) {
    for (let i = j; i >= 0; i--) {
      let sum = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) sum -= dot(basis[i]!, columns[k]!) * inverse[k]![j]!;
      inverse[i]![j] = sum / dot(basis[i]!, columns[i]!);
    }
  }
  return inverse;
}

/** What is left of a column once all that lies along orthonormal directions is taken away. */
export function restBeside(column: Float64Array, directions: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  for (const direction of directions) subtract(rest, direction, dot(direction, rest));
  return rest;
}

/** Takes so much of a direction away from a vector, in place. */
export function subtract(from: Float64Array, direction: Float64Array, share: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= share * direction[i]!;
}
