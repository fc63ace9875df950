import { isUndefined, mean, weightedMean } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Means of samples, plain and weighted. */
export function meanCase({ input, options }: OracleCase): Answer {
  if ("weights" in input) {
    const weighted = weightedMean(input.values, input.weights, { level: options.confidence });
    if (isUndefined(weighted)) return weighted;
    return { value: weighted.value, se: weighted.standardError, lower: weighted.lower, upper: weighted.upper };
  }
  const levels: number[] = [options.confidence].flat();
  const answer: Record<string, unknown> = {};
  for (const level of levels) {
    const one = mean(input.values, { level });
    if (isUndefined(one)) return one;
    const suffix = levels.length === 1 ? "" : String(level).slice(2);
    Object.assign(answer, { value: one.value, sum: one.sum, count: one.count, sd: one.standardDeviation });
    answer[`lower${suffix}`] = one.lower;
    answer[`upper${suffix}`] = one.upper;
  }
  return answer;
}
