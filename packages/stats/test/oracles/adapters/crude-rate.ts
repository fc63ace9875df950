import type { ProportionMethod } from "../../../src/index.ts";
import { type CrudeRateMethod, crudeRate, isUndefined, proportion } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const poisson: Readonly<Record<string, CrudeRateMethod>> = { exact: "exact", byar_midp: "byar-half", normal: "normal" };
const binomial: Readonly<Record<string, ProportionMethod>> = {
  scas: "score-skewness",
  jeff: "jeffreys",
  midp: "mid-p",
};

/** Rates of PHE (exact below ten, Byar above), of base R, of epitools; those of ratesci are binomial, as its default is. */
export function crudeRateCase({ source, input, options }: OracleCase): Answer {
  const { confidence: level, multiplier: per, method } = options;
  if (source === "ratesci_sc") return binomialCase(input.count, input.denominator, binomial[method]!, per, level);
  if (source === "phe_rate") return pheRates(input, per, level);
  const rate = crudeRate(
    { events: input.count, personYears: input.denominator },
    { method: poisson[method]!, per, level },
  );
  return isUndefined(rate) ? rate : { value: rate.value, lower: rate.lower, upper: rate.upper };
}

function pheRates(input: OracleCase["input"], per: number, level: number): Answer {
  if (!("area" in input)) return pheRate(input.count, input.denominator, per, level);
  const areas = [...new Set<string>(input.area)];
  const sum = (column: readonly number[], area: string) =>
    column.reduce((total, n, i) => (input.area[i] === area ? total + n : total), 0);
  const rates = areas.map((area) => pheRate(sum(input.count, area), sum(input.denominator, area), per, level));
  const column = (key: string) => rates.map((rate) => (isUndefined(rate) ? rate : rate[key as keyof typeof rate]));
  return {
    area: areas,
    value: column("value"),
    lower: column("lower"),
    upper: column("upper"),
    method: column("method"),
  };
}

function pheRate(events: number, personYears: number, per: number, level: number): Answer {
  const rate = crudeRate({ events, personYears }, { method: "ohid", per, level });
  if (isUndefined(rate)) return rate;
  return { value: rate.value, lower: rate.lower, upper: rate.upper, method: events < 10 ? "Exact" : "Byars" };
}

/** The peer's point estimate is the value its interval shrinks to as the level falls to nothing. */
function binomialCase(count: number, of: number, method: ProportionMethod, per: number, level: number): Answer {
  const limits = proportion(count, of, { method, per, level });
  const point = proportion(count, of, { method, per, level: 1e-9 });
  if (isUndefined(limits) || isUndefined(point)) return isUndefined(limits) ? limits : (point as never);
  const value = method === "score-skewness" ? point.upper : point.lower;
  return { value, lower: limits.lower, upper: limits.upper };
}
