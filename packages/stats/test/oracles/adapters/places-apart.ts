import {
  concentrationAtExtremes,
  dissimilarity,
  exposure,
  isolation,
  mutualInformation,
  theilSegregation,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** The index of concentration at the extremes. */
export function extremesCase({ input }: OracleCase): Answer {
  const count = (column: string, i: number): number => input[column][i] ?? Number.NaN;
  const ice = input.total.map((_: number, i: number) =>
    concentrationAtExtremes({
      privileged: count("privileged", i),
      deprived: count("deprived", i),
      total: count("total", i),
    }),
  );
  return { ice };
}

/** Segregation of two groups over areas. */
export function segregationCase({ input: { counts_by_group: counts } }: OracleCase): Answer {
  return {
    dissimilarity: dissimilarity(counts, 0, 1),
    isolation: [isolation(counts, 0), isolation(counts, 1)],
    exposure_g1_to_g2: exposure(counts, 0, 1),
    M: mutualInformation(counts),
    H: theilSegregation(counts),
  };
}
