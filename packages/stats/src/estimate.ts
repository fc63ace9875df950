/** A range with the confidence it was made for; `level` is a fraction such as 0.95. A limit may be infinite, never NaN. */
export type Interval = Readonly<{ lower: number; upper: number; level: number }>;

/** A value with its confidence limits. */
export type Estimate = Interval & Readonly<{ value: number }>;

/** A value with limits and the standard error they, or a comparison, may be built from. */
export type EstimateWithError = Estimate & Readonly<{ standardError: number }>;

/** A value whose limits lie so many standard errors from it on either side. */
export function estimateAround(value: number, standardError: number, z: number, level: number): EstimateWithError {
  const reach = z * standardError;
  return { value, lower: value - reach, upper: value + reach, level, standardError };
}
