/** A polynomial by Horner's rule, coefficients from the highest power down. */
export function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
