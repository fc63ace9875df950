import { normalMultiplier } from "../distributions/normal.ts";
import type { Interval } from "../estimate.ts";
import { exp, max, sqrt } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";

/** A measure of inequality. It may have no limits though it has a value, and then `limits` says why. */
export type Inequality = Readonly<{
  value: number;
  limits: (Interval & Readonly<{ standardError: number }>) | Undefined;
}>;

/** A ratio that measures inequality; its limits are symmetric about its logarithm. */
export type InequalityRatio = Readonly<{
  value: number;
  limits: (Interval & Readonly<{ logStandardError: number }>) | Undefined;
}>;

/** Why a measure of groups without standard errors has no limits. */
export const noErrors = undefinedBecause(
  "no-uncertainty",
  "Not every group has a standard error, so the measure has no limits.",
);

/** Why the normal approximation to a measure that cannot be negative fails where there is no inequality. */
const noSpread = undefinedBecause(
  "no-variation",
  "All groups have the same value, where this measure has no standard error.",
);

/** A value with its normal limits, or, with another multiplier than that of the level, as another distribution has them. */
export function withNormalLimits(
  value: number,
  standardError: number | undefined,
  level: number,
  z = normalMultiplier(level),
): Inequality {
  if (standardError === undefined) return { value, limits: noErrors };
  const reach = z * standardError;
  return { value, limits: { lower: value - reach, upper: value + reach, level, standardError } };
}

/** A ratio with limits that are normal on the scale of its logarithm. */
export function withLogLimits(
  value: number,
  logStandardError: number | undefined,
  level: number,
  z = normalMultiplier(level),
): InequalityRatio {
  if (logStandardError === undefined) return { value, limits: noErrors };
  const factor = exp(z * logStandardError);
  return { value, limits: { lower: value / factor, upper: value * factor, level, logStandardError } };
}

/** Limits of a measure that cannot be negative: from its gradient, none where all values are equal, never below zero. */
export function withGradientLimits(
  value: number,
  gradient: ArrayLike<number>,
  errors: Float64Array | undefined,
  level: number,
): Inequality {
  if (value === 0 && errors) return { value, limits: noSpread };
  const { limits } = withNormalLimits(value, gradientError(gradient, errors), level);
  return { value, limits: isUndefined(limits) ? limits : { ...limits, lower: max(0, limits.lower) } };
}

/** The standard error of a function of independent values, from its gradient. */
export const gradientError = (gradient: ArrayLike<number>, errors: Float64Array | undefined): number | undefined =>
  errors && sqrt(sumOf(errors, (error, j) => (gradient[j]! * error) ** 2));
