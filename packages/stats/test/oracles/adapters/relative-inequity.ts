import { crudeRate, isUndefined, relativeInequity, shareRatio, type Undefined } from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";

const nulled = "the peer prints no ratio below 0.1";

/** Rates, relative inequity and ratios of the Health Equity Tracker, rounded as it rounds: half to even. */
export function relativeInequityCase({ input, options }: OracleCase): Answer {
  const rounded = (value: number | Undefined) => (isUndefined(value) ? value : halfEven(value, options.decimals ?? 1));
  if ("count" in input)
    return {
      per_100k: input.count.map((events: number | null, i: number) => {
        const rate = crudeRate({ events: events ?? Number.NaN, personYears: input.population[i] ?? Number.NaN });
        return isUndefined(rate) ? rate : rounded(rate.value);
      }),
    };
  if ("pct_share" in input)
    return {
      pct_relative_inequity: input.pct_share.map((share: number | null, i: number) =>
        rounded(relativeInequity(share ?? Number.NaN, input.pct_population[i] ?? Number.NaN)),
      ),
    };
  const ratio = input.numerator.map((numerator: number, i: number) => {
    const value = shareRatio(numerator, input.denominator[i]);
    return !isUndefined(value) && value < 0.1 ? departing(nulled) : rounded(value);
  });
  return { ratio };
}

function halfEven(value: number, decimals: number): number {
  const scaled = value * 10 ** decimals;
  const below = Math.floor(scaled);
  const up = scaled - below > 0.5 || (scaled - below === 0.5 && below % 2 !== 0);
  return (below + (up ? 1 : 0)) / 10 ** decimals;
}
