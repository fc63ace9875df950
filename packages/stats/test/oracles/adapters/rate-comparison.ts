import {
  directRate,
  isUndefined,
  rateRatio,
  standardisedRateDifference,
  standardisedRateRatio,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Crude rate ratios, and two directly standardised rates compared. */
export function rateComparisonCase({ input, options }: OracleCase): Answer {
  if ("standard_population" in input) return standardised(input, options.confidence);
  const ratio = rateRatio(
    { events: input.count1, personYears: input.person_time1 },
    { events: input.count2, personYears: input.person_time2 },
    { method: options.method, level: options.confidence },
  );
  return isUndefined(ratio) ? ratio : { ratio: ratio.value, lower: ratio.lower, upper: ratio.upper, p: ratio.p };
}

function standardised(input: OracleCase["input"], level: number): Answer {
  const rate = (events: number[], personYears: number[]) =>
    directRate({ events, personYears, standardPopulation: input.standard_population }, { per: 1 });
  const first = rate(input.count1, input.population1);
  const second = rate(input.count2, input.population2);
  if (isUndefined(first)) return first;
  if (isUndefined(second)) return second;
  const ratio = standardisedRateRatio(first, second, { level });
  const difference = standardisedRateDifference(first, second, { level });
  if (isUndefined(ratio)) return ratio;
  if (isUndefined(difference)) return difference;
  return {
    rate1: first.value,
    rate2: second.value,
    var1: first.standardError ** 2,
    var2: second.standardError ** 2,
    ratio: ratio.value,
    ratio_lower: ratio.lower,
    ratio_upper: ratio.upper,
    difference: difference.value,
    difference_lower: difference.lower,
    difference_upper: difference.upper,
    z: difference.z,
  };
}
