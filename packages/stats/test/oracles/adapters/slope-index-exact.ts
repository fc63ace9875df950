import { isUndefined, ridits, slopeIndex } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** SII and RII with exact limits. */
export function slopeExactCase({ input, options }: OracleCase): Answer {
  const groups = { values: input.value, population: input.population, standardErrors: input.se };
  const index = slopeIndex(groups, { level: options.confidence });
  if (isUndefined(index)) return index;
  const { sii, rii } = index;
  if (isUndefined(rii) || isUndefined(rii.limits) || isUndefined(sii.limits)) throw new Error("There are no limits.");
  return {
    rank: ridits(input.population),
    intercept: index.mostDisadvantaged,
    sii: sii.value,
    sii_se: sii.limits.standardError,
    sii_lower: sii.limits.lower,
    sii_upper: sii.limits.upper,
    rii: rii.value,
    rii_log_se: rii.limits.logStandardError,
    rii_lower: rii.limits.lower,
    rii_upper: rii.limits.upper,
  };
}
