import { isUndefined, lifeTable } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** The peer numbers survivors of 100 000 and cumulates the weighted variances from the oldest band down. */
export function lifeTableCase({ input, options }: OracleCase): Answer {
  const table = lifeTable(
    { ages: input.start_age, deaths: input.deaths, personYears: input.population },
    { radix: options.radix },
  );
  if (isUndefined(table)) return table;
  let sum = 0;
  const cumulative = [...table.weightedVariances].reverse().map((v) => {
    sum += v;
    return sum;
  });
  return {
    n: table.widths,
    a: table.deathFractions,
    m: table.deathRates,
    q: table.deathProbabilities,
    p: table.deathProbabilities.map((q) => 1 - q),
    l: table.survivors,
    d: table.tableDeaths,
    L: table.tableYears,
    T: table.tableYearsAbove,
    // Where nobody is left the peer prints 0; this library says so instead.
    e: table.expectancies.map((e) => (isUndefined(e) ? 0 : e)),
    var_p: table.bandVariances,
    var_weighted: table.weightedVariances,
    var_cum: cumulative.reverse(),
    se_e: table.standardErrors,
  };
}
