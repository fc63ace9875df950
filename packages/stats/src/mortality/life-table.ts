import { isUndefined, type Undefined } from "../undefined.ts";
import { type AgeBands, bandRefusal, type LifeTableConventions, nobodyReachesAge } from "./age-bands.ts";
import { type BandTable, bandTable } from "./band-table.ts";
import type { ExpectancyVariance } from "./chiang.ts";

/** Every column of a Chiang table, so that it can be checked by hand. One entry a band. */
export type LifeTable = Readonly<{
  ages: readonly number[];
  /** n: years of the band; for the open band 2/M, which makes a = ½ give a mean length of 1/M. */
  widths: number[];
  /** a: share of the band lived by those who die in it. */
  deathFractions: number[];
  /** M = D/P. */
  deathRates: number[];
  /** q. */
  deathProbabilities: number[];
  /** l, of `radix` born. */
  survivors: number[];
  /** d: deaths of the table. */
  tableDeaths: number[];
  /** L: years lived in the band. */
  tableYears: number[];
  /** T: years lived in the band and above. */
  tableYearsAbove: number[];
  /** e, or the reason why nobody is left to have one. */
  expectancies: (number | Undefined)[];
  /** Standard error of e. */
  standardErrors: (number | Undefined)[];
  /** Var(q) = q²(1 − q)/D, and 4/(D M²), the variance of its length, for the open band. */
  bandVariances: number[];
  /** Each band's share of the variance of the years lived by `radix` born. */
  weightedVariances: number[];
}>;

/**
 * A period life table by Chiang's method with every column, for any age bands.
 *
 * Formula. As lifeExpectancy, column by column; the weighted variance of a band is l²[(1 − a)n + e′]² Var(q), and of the
 * open band (l/2)² 4/(D M²), by Silcocks.
 * Units. Deaths and person-years in; survivors and years per `radix` born, expectancies in years.
 * Refuses. As lifeExpectancy for the whole table; where the table dies out, expectancies from that age on say
 * nobody-reaches-age.
 * References. Chiang CL, The Life Table and Its Applications, 1984; Newell C, Methods and Models in Demography, 1994;
 * Silcocks PBS, Jenner DA, Reza R, J Epidemiol Community Health 2001;55:38-43.
 * Checked against. life_table_chiang_columns (PHEindicatormethods 2.1.0, its inner columns).
 * @example
 * lifeTable({ ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] })
 * // => { survivors: [100000, 99502.2, 84761.2], tableDeaths: [497.8, 14741.1, 84761.2] }
 */
export function lifeTable(
  bands: AgeBands,
  options: LifeTableConventions & Readonly<{ radix?: number; variance?: ExpectancyVariance }> = {},
): LifeTable | Undefined {
  const { radix = 100_000, variance = "silcocks" } = options;
  const core = bandTable(bands, bands.ages[0]!, options, variance);
  if (isUndefined(core)) return core;
  const { widths, fractions } = core;
  const open = widths.length - 1;
  const rates = Array.from(bands.deaths, (d, i) => d / bands.personYears[i]!);
  widths[open] = 2 / rates[open]!;
  fractions[open] = 0.5;
  const survivors = Array.from(core.survivors, (l) => l * radix);
  const tableDeaths = survivors.map((l, i) => l - (survivors[i + 1] ?? 0));
  const years = Array.from(core.yearsLived, (L) => L * radix);
  const nobody = bandRefusal(nobodyReachesAge);
  const orNobody = (column: Float64Array) => Array.from(column, (e) => (Number.isNaN(e) ? nobody : e));
  return {
    ages: bands.ages,
    widths: Array.from(widths),
    deathFractions: Array.from(fractions),
    deathRates: rates,
    deathProbabilities: rates.map((m, i) => deathProbability(m, widths[i]!, fractions[i]!, i === open)),
    survivors,
    tableDeaths,
    tableYears: years,
    tableYearsAbove: sumsFromEnd(years),
    expectancies: orNobody(core.expectancy),
    standardErrors: orNobody(core.standardError),
    ...variances(bands, core, radix, variance),
  };
}

function deathProbability(rate: number, width: number, fraction: number, open: boolean): number {
  if (open || width * fraction * rate > 1) return 1;
  return (width * rate) / (1 + (1 - fraction) * width * rate);
}

function sumsFromEnd(column: readonly number[]): number[] {
  let sum = 0;
  return column
    .toReversed()
    .map((entry) => (sum += entry))
    .reverse();
}

function variances(
  bands: AgeBands,
  { survivors, dyingVariance, expectancy, widths, fractions }: BandTable,
  radix: number,
  variance: ExpectancyVariance,
): Pick<LifeTable, "bandVariances" | "weightedVariances"> {
  const open = widths.length - 1;
  const bandVariances = Array.from(dyingVariance);
  bandVariances[open] = variance === "silcocks" ? widths[open]! ** 2 / bands.deaths[open]! : 0;
  const weightedVariances = bandVariances.map((v, i) => {
    const l = survivors[i]! * radix;
    const ahead = expectancy[i + 1] || 0;
    const years = i === open ? 0.5 : (1 - fractions[i]!) * widths[i]! + ahead;
    return l * l * years * years * v;
  });
  return { bandVariances, weightedVariances };
}
