import { columnOf } from "../column.ts";
import { countLine } from "../inequality/count-line.ts";
import { sqrt } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { countRefusal } from "../rates/weighted-count.ts";
import { sumOf } from "../sum-of.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { fewYears, requireYears } from "./series.ts";
import { type LogTrend, percentChange, slopeOf } from "./trend.ts";

/** Events and person-years by year, years rising. */
export type EventSeries = Readonly<{
  years: ArrayLike<number>;
  events: ArrayLike<number>;
  personYears: ArrayLike<number>;
}>;

/**
 * The trend of a rate from its counts, for series in which a year may have none: a Poisson model, nothing added.
 *
 * Formula. D ~ Poisson(P e^{a + bt}) by maximum likelihood; APC = 100(e^b − 1). "poisson": the model's standard error,
 * limits and test by z. "scatter": times √(X²/(n − 2)), X² = Σ(D − fitted)²/fitted, by t with n − 2 degrees of freedom,
 * for counts that scatter more than Poisson's.
 * Units. The slope in logarithms a year; APC in percent a year.
 * Refuses. missing-value, negative-events, no-person-years, no-events (in all years together), too-few-observations
 * under two years (three for "scatter"), no-convergence where all events lie in one end year. Throws RangeError for
 * years that do not rise or columns of different lengths.
 * References. McCullagh P, Nelder JA, Generalized Linear Models, 1989, ch. 6.
 * Checked against. By hand for two years: b = ln(r₂/r₁), SE √(1/D₁ + 1/D₂).
 * @example
 * eventTrend({ years: [2020, 2021], events: [20, 30], personYears: [1000, 1000] })
 * // => { slope: { value: 0.405465108, standardError: 0.288675135 }, annualPercentChange: { value: 50 } }
 * @example
 * eventTrend({ years: [2020, 2021, 2022], events: [2, 0, 1], personYears: [900, 900, 900] }).slope.value // => -0.5224423
 */
export function eventTrend(
  of: EventSeries,
  options: Readonly<{ variance?: "poisson" | "scatter"; level?: number }> = {},
): LogTrend | Undefined {
  const { variance = "poisson", level = 0.95 } = options;
  const { years, events, personYears } = of;
  requireSameLength({ years, events, personYears });
  requireYears(years);
  const refusal = refusalOf(of, variance === "scatter" ? 3 : 2);
  if (refusal) return refusal;
  const middle = (years[0]! + years[years.length - 1]!) / 2;
  const centred = columnOf(years, (year) => year - middle);
  const line = countLine(centred, events, personYears, "poisson");
  if (isUndefined(line)) return line;
  const squares = sumOf(centred, (year, i) => {
    const expected = personYears[i]! * line.fitted(year);
    return (events[i]! - expected) ** 2 / expected;
  });
  const degreesOfFreedom = years.length - 2;
  const scale = variance === "scatter" ? squares / degreesOfFreedom : 1;
  const error = sqrt(scale * line.covariance[2]);
  const slope = slopeOf(line.slope, error, variance === "scatter" ? degreesOfFreedom : Infinity, level);
  return { slope, annualPercentChange: percentChange(slope) };
}

function refusalOf({ events, personYears }: EventSeries, fewest: number): Undefined | undefined {
  const refusal = Array.from(events, (count, i) => countRefusal(count, personYears[i]!)).find(isUndefined);
  if (refusal) return refusal;
  if (events.length < fewest) return fewYears(fewest);
  return sumOf(events) > 0
    ? undefined
    : undefinedBecause("no-events", "There is no event in any year, so there is no trend.");
}
