import { absoluteConcentrationIndex, isUndefined, relativeConcentrationIndex } from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";
import { heatGroups, measured } from "./heat-groups.ts";

/** ACI and RCI of WHO HEAT. */
export function heatConcentrationCase({ source, input, options }: OracleCase): Answer {
  const { lmin, lmax, method } = options;
  const given = { level: options["conf.level"], ...(lmax && { bounds: [lmin, lmax] as const }) };
  const index =
    source === "he_aci"
      ? absoluteConcentrationIndex(heatGroups(input), given)
      : relativeConcentrationIndex(heatGroups(input), { ...given, ...(method && { correction: method }) });
  const empty = input.population?.filter((n: number) => n === 0).length ?? 0;
  if (empty === 0 || isUndefined(index) || isUndefined(index.limits)) return measured(index);
  const groups = input.population.length;
  const se = index.limits.standardError * Math.sqrt((groups - empty - 2) / (groups - 2));
  return { estimate: index.value, se: departing(`${counted}; compared after that`, se), ...withoutLimits };
}

const counted = "healthequal counts a group without people among its observations";
const withoutLimits = { lower: departing(counted), upper: departing(counted) };
