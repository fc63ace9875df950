import { excessDeaths, isUndefined } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Excess deaths at a reference's rates. */
export function excessDeathsCase({ input, options }: OracleCase): Answer {
  const excess = excessDeaths(
    {
      events: input.deaths,
      personYears: input.population,
      referenceEvents: input.ref_deaths,
      referencePersonYears: input.ref_population,
    },
    { level: options.confidence },
  );
  if (isUndefined(excess)) return excess;
  const { observed, expected, value, lower, upper, averted, attributableFraction, byBand } = excess;
  return {
    observed,
    expected,
    excess: value,
    lower,
    upper,
    averted,
    attributable_fraction: attributableFraction,
    excess_by_band: byBand,
  };
}
