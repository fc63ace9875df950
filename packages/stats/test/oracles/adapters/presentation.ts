import {
  confidentialCells,
  directRate,
  isLegacyUnreliable,
  isUndefined,
  nchsProportionPresentation,
  nchsRatePresentation,
  type Presentation,
  relativeStandardError,
  rule3030,
  surveyProportion,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** The peer's flags: x withhold, c complement footnote, df review; P for proportions, C for counts. */
function flag(of: Presentation, letter: "P" | "C"): string {
  if (!of.show) return `${letter}x`;
  if (of.footnotes.length > 0) return `${letter}c`;
  return of.review.includes("few-degrees-of-freedom") ? `${letter}df` : "";
}

/** Proportions, counts, confidentiality, the 30/30 rule and vital rates. */
export function presentationCase({ input, options }: OracleCase): Answer {
  switch (options.standard) {
    case "nchs_proportions_2017":
      return answers(
        input.proportion.map((_: number, i: number) => proportionAt(input, i)),
        "P",
      );
    case "nchs_counts_2023":
      return answers(
        input.count.map((_: number, i: number) => countAt(input, i)),
        "C",
      );
    case "nchs_confidentiality_n5":
      return { flags: confidentialCells(input.counts, options.threshold).map((hidden) => (hidden ? "R" : "")) };
    case "rule_30_30":
      return { flags: input.count.map((value: number, i: number) => flag3030(value, input.se[i], input.n[i])) };
    default:
      return vitalRate(input);
  }
}

function answers(presentations: readonly Presentation[], letter: "P" | "C"): Answer {
  return { flags: presentations.map((of) => flag(of, letter)), display: presentations.map((of) => of.show) };
}

/** Where the case leaves the effective sample size out, it follows from the standard error. */
function proportionAt(input: OracleCase["input"], i: number): Presentation {
  const survey = surveyProportion({
    proportion: input.proportion[i],
    standardError: input.se[i],
    sampleSize: input.n_denominator[i],
  });
  if (isUndefined(survey)) throw new Error(survey.message);
  return nchsProportionPresentation({
    proportion: input.proportion[i],
    lower: input.lower[i],
    upper: input.upper[i],
    sampleSize: input.n_denominator[i],
    effectiveSampleSize: input.n_effective[i] ?? survey.effectiveSampleSize,
    degreesOfFreedom: input.df[i],
  });
}

function countAt(input: OracleCase["input"], i: number): Presentation {
  return nchsRatePresentation({
    value: input.count[i],
    lower: input.lower[i],
    upper: input.upper[i],
    sampleSize: input.sample_size[i],
    degreesOfFreedom: input.df[i],
  });
}

function flag3030(value: number, standardError: number, sampleSize: number): string {
  return { withhold: "Cx", footnote: "Cr", show: "" }[rule3030({ value, standardError, sampleSize })];
}

function vitalRate(input: OracleCase["input"]): Answer {
  const strata = {
    events: input.deaths,
    personYears: input.population,
    standardPopulation: input.standard_population,
  };
  const rate = directRate(strata, { method: "fay-feuer", per: 1 });
  if (isUndefined(rate)) return rate;
  const error = relativeStandardError(rate);
  return {
    rate: rate.value,
    lower: rate.lower,
    upper: rate.upper,
    relative_width: (rate.upper - rate.lower) / rate.value,
    display: nchsRatePresentation(rate).show,
    legacy_reliable: !isLegacyUnreliable(rate.events),
    rse: isUndefined(error) ? error : error / 100,
  };
}
