import {
  averageAnnualPercentChange,
  cochranArmitage,
  isUndefined,
  joinpointTrend,
  linearTrend,
  logLinearTrend,
  mannKendall,
  theilSenSlope,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Weighted lines, joinpoints on and off the years, and the tests of order. */
export function trendCase({ source, input, options }: OracleCase): Answer {
  switch (source) {
    case "wlm":
      return lines({ years: input.year, rates: input.rate, standardErrors: input.se }, options.confidence);
    case "segm":
      return anywhere({ years: input.year, rates: input.rate });
    case "aapcf":
      return onYears({ years: input.year, rates: input.rate });
    default:
      return orders(input);
  }
}

type Series = Readonly<{ years: number[]; rates: number[]; standardErrors?: number[] }>;

function lines(series: Series, level: number): Answer {
  const log = logLinearTrend(series, { level });
  const plain = linearTrend(series, { level });
  const logKnown = logLinearTrend(series, { level, variance: "known" });
  const plainKnown = linearTrend(series, { level, variance: "known" });
  if (isUndefined(log) || isUndefined(plain) || isUndefined(logKnown) || isUndefined(plainKnown)) return {};
  return {
    log_slope: log.slope.value,
    log_se: log.slope.standardError,
    log_se_fixed_variance: logKnown.slope.standardError,
    t: log.slope.t,
    p: log.slope.p,
    apc: log.annualPercentChange.value,
    apc_lower: log.annualPercentChange.lower,
    apc_upper: log.annualPercentChange.upper,
    linear_slope: plain.value,
    linear_se: plain.standardError,
    linear_p: plain.p,
    linear_se_fixed_variance: plainKnown.standardError,
  };
}

function anywhere(series: Series): Answer {
  const trend = joinpointTrend(series, { choose: { exactly: 1 }, place: "anywhere" });
  if (isUndefined(trend)) return trend;
  return {
    joinpoint: trend.joinpoints[0]!.year,
    joinpoint_se: trend.joinpoints[0]!.standardError,
    slopes: trend.segments.map(({ slope }) => slope.value),
    slope_se: trend.segments.map(({ slope }) => slope.standardError),
    sse: trend.sumOfSquares,
    sse_linear: trend.considered[0]!.sumOfSquares,
    aapc: trend.averagePercentChange.value,
    log_aapc: trend.averageSlope.value,
    log_aapc_se: trend.averageSlope.standardError,
  };
}

function onYears(series: Series): Answer {
  const trend = joinpointTrend(series, { choose: { exactly: 1 } });
  if (isUndefined(trend)) return trend;
  const slopes = trend.segments.map(({ slope }) => slope.value);
  const average = averageAnnualPercentChange({
    bounds: [series.years[0]!, trend.joinpoints[0]!.year, series.years.at(-1)!],
    slopes,
    standardErrors: trend.segments.map(({ slope }) => slope.standardError),
  });
  return {
    joinpoint_year: trend.joinpoints[0]!.year,
    sse: trend.sumOfSquares,
    segment_slopes: slopes,
    segment_apc: trend.segments.map(({ annualPercentChange }) => annualPercentChange.value),
    aapc: isUndefined(average) ? average : average.value,
  };
}

function orders(input: OracleCase["input"]): Answer {
  const kendall = mannKendall(input.values);
  const slope = theilSenSlope({ years: input.values.map((_: number, i: number) => i + 1), values: input.values });
  const armitage = cochranArmitage({ events: input.numerator, trials: input.denominator });
  if (isUndefined(kendall) || isUndefined(slope) || isUndefined(armitage)) return {};
  return {
    S: kendall.score,
    var_S: kendall.variance,
    z: kendall.z,
    p: kendall.p,
    theil_sen: slope.value,
    ca_chisq: armitage.chiSquare,
    ca_p: armitage.p,
  };
}
