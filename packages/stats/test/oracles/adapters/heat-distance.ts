import {
  indexOfDisparity,
  meanDifferenceFromBest,
  meanDifferenceFromMean,
  meanDifferenceFromReference,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";
import { drawnLimits, heatGroups, missingAllowed } from "./heat-groups.ts";

/** The index of disparity of WHO HEAT, weighted (…w) and not (…u). */
export function heatDisparityCase(one: OracleCase): Answer {
  const average = one.options.setting_average;
  const weighted = one.source.endsWith("w");
  const options = { weighted, missingAllowed: missingAllowed(one), level: one.options["conf.level"] };
  return drawnLimits(indexOfDisparity(heatGroups(one.input), { ...options, ...(average && { average }) }));
}

/** Mean differences of WHO HEAT: from the mean (mdm), the best (mdb) and a reference (mdr), weighted and not. */
export function heatMeanDifferenceCase(one: OracleCase): Answer {
  const groups = heatGroups(one.input);
  const weighted = one.source.endsWith("w");
  const options = { weighted, missingAllowed: missingAllowed(one), level: one.options["conf.level"] };
  if (one.source.startsWith("he_mdm")) return drawnLimits(meanDifferenceFromMean(groups, options));
  if (one.source.startsWith("he_mdr"))
    return drawnLimits(meanDifferenceFromReference(groups, one.input.reference_subgroup.indexOf(1), options));
  const favourable = one.options.favourable_indicator === 1;
  return drawnLimits(meanDifferenceFromBest(groups, { ...options, favourable }));
}
