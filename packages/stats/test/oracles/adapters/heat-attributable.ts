import { populationAttributableFraction, populationAttributableRisk } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";
import { heatGroups, measured, misscaled } from "./heat-groups.ts";

const hundredth = "healthequal gives the value in percent and leaves its standard error a fraction";

/** PAR and PAF of WHO HEAT. */
export function heatAttributableCase({ source, input, options }: OracleCase): Answer {
  const average = options.setting_average;
  const given = {
    favourable: options.favourable_indicator === 1,
    ordered: options.ordered_dimension === 1,
    per: options.scaleval,
    level: options["conf.level"],
    ...(average && { average }),
  };
  if (source === "he_parisk") return measured(populationAttributableRisk(heatGroups(input), given));
  return misscaled(populationAttributableFraction(heatGroups(input), given), 100, hundredth);
}
