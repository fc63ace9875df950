import { crudeRate, indirectRate, isUndefined, standardisedRatio } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** The case's columns; a missing count is PHE's zero, taken so outside the library. */
export function againstReference(input: OracleCase["input"]) {
  const filled = (column: (number | null)[]) => column.map((n) => n ?? 0);
  return {
    events: filled(input.count),
    personYears: filled(input.population),
    referenceEvents: filled(input.ref_count),
    referencePersonYears: input.ref_population as number[],
  };
}

/** Standardised ratios and rates of PHE, and epitools' log-normal intervals of both. */
export function indirectCase({ source, input, options }: OracleCase): Answer {
  const of = againstReference(input);
  const level = options.confidence;
  if (source === "epi_indirect") return logNormalCase(of, level);
  const answer =
    source === "phe_isratio"
      ? standardisedRatio(of, { times: options.refvalue, level })
      : indirectRate(of, { per: options.multiplier, level });
  if (isUndefined(answer)) return answer;
  const { observed, expected, value, lower, upper } = answer;
  const reference = "referenceRate" in answer ? { ref_rate: answer.referenceRate } : {};
  return { observed, expected, value, lower, upper, method: observed < 10 ? "Exact" : "Byars", ...reference };
}

/** Without events the peer's upper limits are NaN; this library refuses, and exact limits give the rest. */
function logNormalCase(of: ReturnType<typeof againstReference>, level: number): Answer {
  const sum = (column: readonly number[]) => column.reduce((total, n) => total + n, 0);
  const observed = sum(of.events);
  const method = observed === 0 ? "exact" : "log-normal";
  const ratio = standardisedRatio(of, { times: 1, level, method });
  const rate = indirectRate(of, { per: 1, level, method });
  const crude = crudeRate({ events: observed, personYears: sum(of.personYears) }, { per: 1 });
  if (isUndefined(ratio)) return ratio;
  if (isUndefined(rate)) return rate;
  if (isUndefined(crude)) return crude;
  const refused = standardisedRatio(of, { method: "log-normal" });
  const upper = (limit: number) => (isUndefined(refused) ? refused : limit);
  return {
    observed: ratio.observed,
    expected: ratio.expected,
    smr: ratio.value,
    lower: ratio.lower,
    upper: upper(ratio.upper),
    crude_rate: crude.value,
    adj_rate: rate.value,
    adj_lower: rate.lower,
    adj_upper: upper(rate.upper),
  };
}
