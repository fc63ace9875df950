import { crudeRate, directRate, indirectRate, isUndefined, proportion, standardisedRatio } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";
import { againstReference } from "./indirect.ts";
import { quantileCase } from "./quantiles.ts";
import { slopePheCase } from "./slope-index-phe.ts";

/** Results that ship with PHEindicatormethods, made with its spreadsheets. */
export function phePublishedCase(one: OracleCase): Answer {
  const { id, input, options } = one;
  if (id.startsWith("phe-dsr")) return publishedRate(one);
  if (id.startsWith("phe-bw")) return publishedLimits(input, options);
  if (id === "phe-prop") return publishedProportions(input);
  if (id.startsWith("phe-isr")) return publishedIndirect(one);
  if (id.startsWith("phe-sii") || id.startsWith("phe-le-sii")) return slopePheCase(one);
  if (id.startsWith("phe-quant")) return quantileCase(one);
  return { skipped: "its method is not yet built" };
}

function publishedRate({ input, options }: OracleCase): Answer {
  const strata = {
    events: input.count,
    personYears: input.population,
    standardPopulation: input.standard_population,
  };
  const at = (level: number) => directRate(strata, { method: "dobson-byar", per: options.multiplier, level });
  const narrow = at(0.95);
  const wide = at(0.998);
  if (isUndefined(narrow) || isUndefined(wide)) return isUndefined(narrow) ? narrow : (wide as never);
  const sum = (column: readonly number[]) => column.reduce((total, n) => total + n, 0);
  return {
    total_count: narrow.events,
    total_pop: sum(input.population),
    value: narrow.value,
    lower95: narrow.lower,
    upper95: narrow.upper,
    lower998: wide.lower,
    upper998: wide.upper,
  };
}

function publishedIndirect({ input, options }: OracleCase): Answer {
  const of = againstReference(input);
  const times = Number(/(\d+)$/.exec(options.statistic)?.[1]);
  const asRate = options.statistic.includes(" rate ");
  const at = (level: number) =>
    asRate ? indirectRate(of, { per: times, level }) : standardisedRatio(of, { times, level });
  const narrow = at(0.95);
  const wide = at(0.998);
  if (isUndefined(narrow)) return narrow;
  if (isUndefined(wide)) return wide;
  return {
    observed: narrow.observed,
    expected: narrow.expected,
    ref_rate: "referenceRate" in narrow ? narrow.referenceRate : null,
    value: narrow.value,
    lower95: narrow.lower,
    upper95: narrow.upper,
    lower998: wide.lower,
    upper998: wide.upper,
  };
}

function publishedLimits(input: OracleCase["input"], options: OracleCase["options"]): Answer {
  const level = Number.parseFloat(options.confidence) / 100;
  if (options.method === "Byars") {
    const limits = crudeRate({ events: input.x, personYears: 1 }, { method: "byar", level, per: 1 });
    if (isUndefined(limits)) return limits;
    const { lower, upper } = limits;
    // Where the approximation falls below zero the peer prints nothing; this library stops at zero.
    return { lower: lower === 0 ? null : lower, upper };
  }
  const limits = proportion(input.x, input.n, { level });
  return isUndefined(limits) ? limits : { lower: limits.lower, upper: limits.upper };
}

function publishedProportions(input: OracleCase["input"]): Answer {
  const column = (level: number, key: "value" | "lower" | "upper") =>
    input.numerator.map((count: number | null, i: number) => {
      const per = input.multiplier[i];
      const one = proportion(count ?? Number.NaN, input.denominator[i] ?? Number.NaN, { level, per });
      return isUndefined(one) ? one : one[key];
    });
  return {
    value: column(0.95, "value"),
    lower95: column(0.95, "lower"),
    upper95: column(0.95, "upper"),
    lower998: column(0.998, "lower"),
    upper998: column(0.998, "upper"),
  };
}
