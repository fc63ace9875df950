import {
  healthyLifeExpectancy,
  isUndefined,
  normalMultiplier,
  sullivanYears,
  type Undefined,
} from "../../../src/index.ts";
import { scheduleTable } from "../../../src/mortality/schedule.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Healthy years with both variances, and the package that weights its first row as infants. */
export function healthyExpectancyCase(one: OracleCase): Answer {
  return one.source === "sullivan_pkg" ? packageCase(one) : bothVariances(one);
}

function bothVariances({ input, options }: OracleCase): Answer {
  const ages: number[] = input.start_age;
  const bands = { ages, deaths: input.deaths, personYears: input.population };
  const illHealth = { prevalence: input.prevalence_unhealthy, sampleSizes: input.sample_size };
  const z = normalMultiplier(options.confidence);
  const at = (age: number) => healthyLifeExpectancy(bands, illHealth, { age, level: options.confidence });
  type Healthy = Exclude<ReturnType<typeof at>, Undefined>;
  const column = (read: (of: Healthy) => number) =>
    ages.map((age) => {
      const of = at(age);
      return isUndefined(of) ? of : read(of);
    });
  return {
    e: column((of) => of.lifeExpectancy),
    hle: column((of) => of.value),
    se_prevalence: column((of) => of.prevalenceError),
    se_mortality: column((of) => of.mortalityError),
    se_total: column((of) => of.standardError),
    lower: column((of) => of.lower),
    upper: column((of) => of.upper),
    lower_prevalence_only: column((of) => of.value - z * of.prevalenceError),
    upper_prevalence_only: column((of) => of.value + z * of.prevalenceError),
    proportion: column((of) => of.share),
  };
}

/**
 * The package takes half of every band for q, then weights the years of its first row 0.2 and 0.8, and prints a last q
 * that its table does not use. Its table is rebuilt here so that Sullivan's sums can be compared.
 */
function packageCase({ input }: OracleCase): Answer {
  const ages: number[] = input.start_age;
  const rates: number[] = input.deaths.map((d: number, i: number) => d / input.population[i]);
  const table = scheduleTable({ ages, deathRates: rates, deathFractions: ages.map(() => 0.5) });
  if (isUndefined(table)) return table;
  const widths = ages.map((age, i) => (ages[i + 1] ?? age + 1) - age);
  const survivors = Array.from(table.survivors.subarray(0, ages.length), (l) => 100_000 * l);
  const yearsLived = Array.from(table.years.subarray(0, ages.length), (L) => 100_000 * L);
  yearsLived[0] = widths[0]! * (0.2 * survivors[0]! + 0.8 * survivors[1]!);
  const prevalence: number[] = input.prevalence_unhealthy;
  const { healthy, unhealthy } = sullivanYears({ survivors, yearsLived, prevalence });
  const years = sullivanYears({ survivors, yearsLived, prevalence: ages.map(() => 0) }).healthy;
  return {
    agewidth: widths,
    mx: rates,
    qx: rates.map((m, i) => (widths[i]! * m) / (1 + 0.5 * widths[i]! * m)),
    lx: survivors,
    Lx: yearsLived,
    Tx: Array.from(years, (e, i) => e * survivors[i]!),
    ex: Array.from(years),
    DFLx: yearsLived.map((L, i) => L * (1 - prevalence[i]!)),
    DFTx: Array.from(healthy, (h, i) => h * survivors[i]!),
    DFLEx: Array.from(healthy),
    DLEx: Array.from(unhealthy),
    pctDFLEx: Array.from(healthy, (h, i) => (100 * h) / years[i]!),
  };
}
