import {
  betweenGroupDeviation,
  betweenGroupVariance,
  coefficientOfVariation,
  isUndefined,
  meanLogDeviation,
  theilIndex,
  weightedMean,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";
import { drawnLimits, heatGroups, measured, misscaled, missingAllowed } from "./heat-groups.ts";

const thousandth = "healthequal multiplies the value by 1000 and not its standard error";

/** BGV, BGSD, COV, Theil and MLD of WHO HEAT. */
export function heatDispersionCase(one: OracleCase): Answer {
  const groups = heatGroups(one.input);
  const options = { level: one.options["conf.level"], missingAllowed: missingAllowed(one) };
  switch (one.source) {
    case "he_bgv":
      return measured(betweenGroupVariance(groups, options));
    case "he_bgsd":
      return drawnLimits(betweenGroupDeviation(groups, options));
    case "he_covar":
      return drawnLimits(coefficientOfVariation(groups, options));
    case "he_ti":
      return misscaled(theilIndex(groups, { ...options, times: 1000 }), 1000, thousandth);
    default:
      return misscaled(meanLogDeviation(groups, { ...options, times: 1000 }), 1000, thousandth);
  }
}

/** Theil and MLD in natural units, with limits in the same. */
export function heatCorrectedCase({ input, options }: OracleCase): Answer {
  const groups = heatGroups(input);
  const level = options["conf.level"];
  const ti = measured(theilIndex(groups, { level }));
  const mld = measured(meanLogDeviation(groups, { level }));
  const bgv = betweenGroupVariance(groups, { level });
  if (isUndefined(bgv) || !("estimate" in ti && "estimate" in mld))
    throw new Error("A case of healthy groups is refused.");
  const mean = weightedMean(input.estimate, input.population);
  const named = (name: string, of: Answer) =>
    Object.fromEntries(Object.entries(of).map(([key, v]) => [key === "estimate" ? name : `${name}_${key}`, v]));
  return { mean: isUndefined(mean) ? mean : mean.value, ...named("ti", ti), ...named("mld", mld), bgv: bgv.value };
}
