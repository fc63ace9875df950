import {
  type FunnelSignificance,
  isUndefined,
  proportionFunnel,
  proportionSignificance,
  ratioSignificance,
  type Undefined,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const words: Readonly<Record<FunnelSignificance, string>> = {
  "low-0.001": "Low (0.001)",
  "low-0.025": "Low (0.025)",
  within: "Not significant",
  "high-0.025": "High (0.025)",
  "high-0.001": "High (0.001)",
};
const word = (of: FunnelSignificance | Undefined) => (isUndefined(of) ? of : words[of]);

/** The peer chooses the sizes at which it draws its funnel; its limits are taken at those. */
export function funnelCase({ input, options, expected }: OracleCase): Answer {
  if (options.statistic === "ratio") {
    const each = input.observed.map((observed: number, i: number) =>
      word(ratioSignificance({ observed, expected: input.expected_count[i] })),
    );
    return { significance: each };
  }
  const sum = (column: readonly number[]) => column.reduce((total, n) => total + n, 0);
  const average = sum(input.numerator) / sum(input.denominator);
  const sizes: number[] = expected.limits.Population;
  const limit = (level: number, side: "lower" | "upper") =>
    sizes.map((of) => options.multiplier * proportionFunnel({ average, of }, { level })[side]);
  return {
    limits: {
      Population: sizes,
      lower_2s_limit: limit(0.95, "lower"),
      upper_2s_limit: limit(0.95, "upper"),
      lower_3s_limit: limit(0.998, "lower"),
      upper_3s_limit: limit(0.998, "upper"),
      baseline: sizes.map(() => options.multiplier * average),
    },
    significance: input.numerator.map((count: number, i: number) =>
      word(proportionSignificance({ count, of: input.denominator[i], average })),
    ),
  };
}
