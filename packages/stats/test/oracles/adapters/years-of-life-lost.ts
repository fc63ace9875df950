import { isUndefined, us2000In11Bands, yearsOfLifeLost } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Years lost before a limit; adjusted to the US 2000 standard where the case asks for it. */
export function yearsOfLifeLostCase({ input, options }: OracleCase): Answer {
  const lost = yearsOfLifeLost(
    { ages: input.start_age, deaths: input.deaths, personYears: input.population },
    {
      before: options.limit,
      per: options.multiplier,
      ...(options.weights === "us2000_11" && { standardPopulation: us2000In11Bands.people }),
    },
  );
  if (isUndefined(lost)) return lost;
  return {
    ypll: lost.value,
    by_band: lost.byBand,
    population_under_limit: lost.personYearsUnderLimit,
    rate: lost.rate.value,
    age_adjusted_rate: lost.adjustedRate?.value,
    age_adjusted_se: lost.adjustedRate?.standardError,
  };
}
