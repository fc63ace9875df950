import { weightedLine } from "../inequality/weighted-line.ts";
import { sqrt } from "../maths.ts";
import { dot, sumOf } from "../sum-of.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { type RateSeries, responsesOf } from "./series.ts";
import { type LogTrend, percentChange, type Slope, slopeOf } from "./trend.ts";

/** Where the uncertainty of a slope comes from: the years' scatter about their line, or their standard errors alone. */
export type SlopeVariance = "scatter" | "known";

/**
 * A straight trend of the logarithm of a rate: its annual percent change (APC).
 *
 * Formula. ln r = a + b t by least squares, weights (r/SE)² where standard errors are given; APC = 100(e^b − 1).
 * "scatter": SE(b)² = Σw e²/((n − 2) Σw(t − t̄)²), limits and test by t with n − 2 degrees of freedom. "known": SE(b)² =
 * 1/Σw(t − t̄)², limits and test by z.
 * Units. The slope in logarithms a year; APC in percent a year. Rates in any unit. p is two-sided.
 * Refuses. missing-value; no-events for a rate of zero, which has no logarithm (nothing is added to it: use eventTrend);
 * impossible-value for a negative rate; no-uncertainty for a standard error not above zero, or none for "known";
 * too-few-observations under three years (two for "known"). Throws RangeError for years that do not rise.
 * References. Kim HJ, Fay MP, Feuer EJ, Midthune DN, Stat Med 2000;19:335-351; Fay MP, Tiwari RC, Feuer EJ, Zou Z,
 * Biometrics 2006;62:847-854.
 * Checked against. trend (R 4.5.0 lm, both variances).
 * @example
 * logLinearTrend({ years: [2019, 2020, 2021, 2022], rates: [100, 110, 121, 133.1] }).annualPercentChange.value // => 10
 * @example
 * logLinearTrend({ years: [2019, 2020, 2021], rates: [4.1, 0, 3.8] }) // => { undefined: "no-events" }
 */
export function logLinearTrend(
  of: RateSeries,
  options: Readonly<{ variance?: SlopeVariance; level?: number }> = {},
): LogTrend | Undefined {
  const slope = slopeThrough(of, true, options);
  return isUndefined(slope) ? slope : { slope, annualPercentChange: percentChange(slope) };
}

/**
 * A straight trend of a rate itself: its change a year.
 *
 * Formula. r = a + b t by least squares, weights 1/SE² where standard errors are given; variances as logLinearTrend.
 * Units. The slope in the rates' unit a year. p is two-sided.
 * Refuses. missing-value; no-uncertainty for a standard error not above zero, or none for "known"; too-few-observations
 * under three years (two for "known"). Throws RangeError for years that do not rise.
 * References. Draper NR, Smith H, Applied Regression Analysis, 1998, ch. 1.
 * Checked against. trend (R 4.5.0 lm, both variances).
 * @example
 * linearTrend({ years: [2019, 2020, 2021], rates: [50, 53, 55] }) // => { value: 2.5, standardError: 0.2886751, t: 8.660254 }
 */
export function linearTrend(
  of: RateSeries,
  options: Readonly<{ variance?: SlopeVariance; level?: number }> = {},
): Slope | Undefined {
  return slopeThrough(of, false, options);
}

function slopeThrough(
  of: RateSeries,
  isLogged: boolean,
  { variance = "scatter", level = 0.95 }: Readonly<{ variance?: SlopeVariance; level?: number }>,
): Slope | Undefined {
  const points = responsesOf(of, variance === "scatter" ? 3 : 2, isLogged);
  if (isUndefined(points)) return points;
  const { years, responses, weights } = points;
  const { slope, covariance, degreesOfFreedom } = weightedLine(years, responses, weights, false);
  if (variance === "scatter") return slopeOf(slope, sqrt(covariance[2]), degreesOfFreedom, level);
  if (!of.standardErrors)
    return undefinedBecause("no-uncertainty", "Without standard errors the uncertainty of the years is not known.");
  const middle = dot(years, weights) / sumOf(weights);
  const spread = sumOf(years, (year, i) => weights[i]! * (year - middle) ** 2);
  return slopeOf(slope, 1 / sqrt(spread), Infinity, level);
}
