import { factorDecomposition, isUndefined, rateDecomposition } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Kitagawa's two effects, by stratum and in sum, and Das Gupta's worked example. */
export function rateDecompositionCase({ input }: OracleCase): Answer {
  if ("a" in input) return worked(input);
  const first = { sizes: input.size1, rates: input.rate1 };
  const second = { sizes: input.size2, rates: input.rate2 };
  const parts = rateDecomposition(first, second);
  if (isUndefined(parts)) return parts;
  const adjusted = (sizes: typeof first, rates: typeof first) => {
    const mixed = rateDecomposition(
      { sizes: sizes.sizes, rates: rates.rates },
      { sizes: sizes.sizes, rates: rates.rates },
    );
    return isUndefined(mixed) ? Number.NaN : mixed.crude[0];
  };
  const [c11, c12, c21, c22] = [
    adjusted(first, first),
    adjusted(first, second),
    adjusted(second, first),
    adjusted(second, second),
  ];
  return {
    crude1: parts.crude[0],
    crude2: parts.crude[1],
    difference: parts.difference,
    rate_effect: parts.rateEffect,
    composition_effect: parts.compositionEffect,
    rate_by_stratum: parts.rateByStratum,
    composition_by_stratum: parts.compositionByStratum,
    adjusted: { w_p1: (c11 + c12) / 2, w_p2: (c21 + c22) / 2, r_p1: (c11 + c21) / 2, r_p2: (c12 + c22) / 2 },
  };
}

function worked(input: OracleCase["input"]): Answer {
  const first = [input.a[0], input.b[0]];
  const second = [input.a[1], input.b[1]];
  const effects = factorDecomposition(first, second);
  if (isUndefined(effects)) return effects;
  const crude = [first, second].map(([a, b]) => a * b);
  return {
    factor: ["crude", "crude", "avg_earnings", "avg_earnings", "earner_prop", "earner_prop"],
    population: ["black", "white", "black", "white", "black", "white"],
    rate: [...crude, ...effects.flatMap((one) => one.standardised)],
  };
}
