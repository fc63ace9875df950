import { studentCdf, studentQuantile } from "../distributions/student.ts";
import { type Estimate, type EstimateWithError, estimateAround } from "../estimate.ts";
import { abs, expm1 } from "../maths.ts";
import { requireLevel } from "../misuse.ts";

/** Change a year, with the test that there is none. */
export type Slope = EstimateWithError &
  Readonly<{
    /** The slope over its standard error: a t value, or z where degrees of freedom are infinite. */
    t: number;
    p: number;
    /** Of t; infinite where the variance is known. */
    degreesOfFreedom: number;
  }>;

/** A trend on the scale of logarithms. */
export type LogTrend = Readonly<{
  /** Of the logarithm, a year. */
  slope: Slope;
  /** Percent a year. */
  annualPercentChange: Estimate;
}>;

/** A slope with its limits. */
export function slopeEstimate(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  level: number,
): EstimateWithError {
  requireLevel(level);
  return estimateAround(value, standardError, -studentQuantile((1 - level) / 2, degreesOfFreedom), level);
}

/** A slope with its limits and test. A slope without scatter is sure: t is infinite and p 0, or, where it is level, 0 and 1. */
export function slopeOf(value: number, standardError: number, degreesOfFreedom: number, level: number): Slope {
  const t = value === 0 ? 0 : value / standardError;
  const p = 2 * studentCdf(-abs(t), degreesOfFreedom);
  return { ...slopeEstimate(value, standardError, degreesOfFreedom, level), t, p, degreesOfFreedom };
}

/** The same change in percent a year: 100(e^b − 1). */
export function percentChange({ value, lower, upper, level }: Estimate): Estimate {
  const percent = (slope: number) => 100 * expm1(slope);
  return { value: percent(value), lower: percent(lower), upper: percent(upper), level };
}
