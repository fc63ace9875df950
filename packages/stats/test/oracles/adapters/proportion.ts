import { isUndefined, type ProportionMethod, proportion } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const methods: Readonly<Record<string, ProportionMethod>> = {
  wilson: "wilson",
  wilson_cc: "wilson-corrected",
  exact: "clopper-pearson",
  "agresti-coull": "agresti-coull",
  asymptotic: "wald",
  logit: "logit",
  probit: "probit",
  cloglog: "complementary-log-log",
  lrt: "likelihood-ratio",
  midp: "mid-p",
};

/** Proportions by every method of the file. */
export function proportionCase({ input, options }: OracleCase): Answer {
  const { method, multiplier: per, confidence: level } = options;
  const answer = proportion(input.numerator, input.denominator, { method: methods[method]!, per, level });
  return isUndefined(answer) ? answer : { value: answer.value, lower: answer.lower, upper: answer.upper };
}
