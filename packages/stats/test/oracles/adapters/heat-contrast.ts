import { type Contrast, groupDifference, groupRatio, isUndefined } from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";
import { heatGroups } from "./heat-groups.ts";

const twoRows = "the peer gives a row for each of two tied groups; this library takes the less certain one";

/** Difference and ratio of WHO HEAT. */
export function heatContrastCase({ source, input, options, expected }: OracleCase): Answer {
  const chosen = contrast(input, options);
  const level = options["conf.level"];
  const answer =
    source === "he_d"
      ? groupDifference(heatGroups(input), chosen, { level })
      : groupRatio(heatGroups(input), chosen, { level });
  if (isUndefined(answer)) return answer;
  const { value, limits } = answer;
  if (isUndefined(limits)) return limits;
  const se = "standardError" in limits ? limits.standardError : limits.logStandardError;
  const row = { estimate: value, se, lower: limits.lower, upper: limits.upper };
  if (!Array.isArray(expected.estimate)) return row;
  return Object.fromEntries(Object.entries(row).map(([key, one]) => [key, [departing(twoRows), one]]));
}

function contrast(input: OracleCase["input"], options: OracleCase["options"]): Contrast {
  const favourable = options.favourable_indicator === 1;
  if (options.ordered_dimension === 1) return { between: "ordered", favourable };
  const reference = input.reference_subgroup?.indexOf(1) ?? -1;
  return reference < 0 ? { between: "extremes" } : { between: "reference", reference, favourable };
}
