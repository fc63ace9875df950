import { isUndefined, lifeExpectancy, lifeExpectancyDifference, temporaryLifeExpectancy } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Three kinds of case in one file: standard errors of both kinds, a difference, years between two ages. */
export function expectancyComparisonCase({ input, options }: OracleCase): Answer {
  const ages: number[] = input.start_age;
  const bands = { ages, deaths: input.deaths, personYears: input.population };
  if ("deaths1" in input) return difference(input, options.confidence);
  if ("from" in options) {
    const between = temporaryLifeExpectancy(bands, { from: options.from, to: options.to });
    return isUndefined(between) ? between : { temporary_e: between.value, q_between: between.deathProbability };
  }
  const column = (variance: "chiang" | "silcocks") => ages.map((age) => lifeExpectancy(bands, { age, variance }));
  const errors = (variance: "chiang" | "silcocks") =>
    column(variance).map((e) => (isUndefined(e) ? e : e.standardError));
  return {
    e: column("silcocks").map((e) => (isUndefined(e) ? e : e.value)),
    se_chiang: errors("chiang"),
    se_silcocks: errors("silcocks"),
  };
}

function difference(input: OracleCase["input"], level: number): Answer {
  const ages: number[] = input.start_age;
  const first = lifeExpectancy({ ages, deaths: input.deaths1, personYears: input.population1 });
  const second = lifeExpectancy({ ages, deaths: input.deaths2, personYears: input.population2 });
  if (isUndefined(first)) return first;
  if (isUndefined(second)) return second;
  const gap = lifeExpectancyDifference(first, second, { level });
  if (isUndefined(gap)) return gap;
  const { value, standardError: se, lower, upper, z, p } = gap;
  return { e1: first.value, e2: second.value, difference: value, se, lower, upper, z, p };
}
