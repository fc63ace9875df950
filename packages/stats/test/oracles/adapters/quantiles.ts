import { equalGroups, isUndefined, percentileRanks, quantileGroups, weightedQuantiles } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const known = (values: (number | null)[]) => values.map((value) => value ?? Number.NaN);

/** Quantile groups of PHE, equal-count tiles, percentile ranks and weighted cut points. */
export function quantilesCase(one: OracleCase): Answer {
  const { source, input, options } = one;
  if (source === "wtdq") {
    const cuts = weightedQuantiles(input.values, input.weights, input.probs);
    return isUndefined(cuts) ? cuts : { cutpoints: cuts };
  }
  const values = known(input.values);
  if (source === "ntile") return { quantile: equalGroups(values, options.nquantiles) };
  if (source === "percent_rank") {
    const ranks = percentileRanks(values);
    const column = (key: "rank" | "percentile" | "cumulative") =>
      ranks.map((rank) => (isUndefined(rank) ? rank : rank[key]));
    return { min_rank: column("rank"), percent_rank: column("percentile"), cume_dist: column("cumulative") };
  }
  return quantileCase(one);
}

/** Quantile groups alone, as PHE's published tests hold them. */
export function quantileCase({ input, options }: OracleCase): Answer {
  const lowestFirst = options.invert === false || options.invert === "FALSE";
  return { quantile: quantileGroups(known(input.values), options.nquantiles, { lowestFirst }) };
}
