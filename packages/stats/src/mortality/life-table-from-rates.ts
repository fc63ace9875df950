import { isUndefined, type Undefined } from "../undefined.ts";
import { bandWidths } from "./age-bands.ts";
import { dyingWithin, fractionsWithin, type MortalitySchedule, scheduleTable, type WithinBand } from "./schedule.ts";

/** Every column of a life table made from death rates. One entry a band; the open band is closed at 1/M. */
export type RateLifeTable = Readonly<{
  ages: readonly number[];
  /** Years lived in the band by those who die in it; 1/M in the open band. */
  deathYears: number[];
  deathProbabilities: number[];
  survivors: number[];
  tableDeaths: number[];
  tableYears: number[];
  tableYearsAbove: number[];
  /** 0 where nobody is left. */
  expectancies: number[];
}>;

/**
 * A period life table from death rates alone, by death fractions or at a constant force within each band.
 *
 * Formula. "death-fractions": q = nM/(1 + (1 − a)nM), at most 1; "constant-force": q = 1 − e^{−nM} and
 * a = 1 + 1/(nM) − 1/q unless fractions are given. L = n(l′ + a d); open q = 1 and L = l/M; e = T/l.
 * Units. Rates per person-year; survivors and years per `radix` born, 100 000 unless given; fractions are shares of the
 * band.
 * Refuses. missing-value, negative-events, no-deaths-in-open-band, too-few-bands.
 * References. Preston SH, Heuveline P, Guillot M, Demography, 2001, ch. 3; Andreev EM, Kingkade WW, Demogr Res
 * 2015;33:363; Keyfitz N, Flieger W, Population, 1971.
 * Checked against. life_table_variants: LEdecomp 1.0.14, demogR 0.6.0 and MortalityLaws 2.1.2, which closes its table with
 * the a of the band before the last in place of 1/M, a year or more too little. DemoTools always extends its tables to
 * 130 before it cuts them, which is not done here, so its six cases are not compared.
 * @example
 * lifeTableFromRates({ ages: [0, 1, 65], deathRates: [0.008, 0.004, 0.08] })
 * // => { survivors: [100000, 99205.7, 76690.9], expectancies: [66.866, 66.401, 12.5] }
 * @example
 * lifeTableFromRates({ ages: [0, 5, 10], deathRates: [0.02, 0.02, 0.02] }, { within: "constant-force" }).expectancies
 * // => [50, 50, 50]
 */
export function lifeTableFromRates(
  of: MortalitySchedule,
  options: Readonly<{ within?: WithinBand; radix?: number }> = {},
): RateLifeTable | Undefined {
  const { within = "death-fractions", radix = 100_000 } = options;
  const table = scheduleTable(of, within);
  if (isUndefined(table)) return table;
  const { ages, deathRates } = of;
  const open = ages.length - 1;
  const widths = bandWidths(ages);
  const fractions = fractionsWithin(of, within);
  // The last entry of a schedule's table stands for those who outlive it.
  const [survivors, tableYears] = [table.survivors, table.years].map((column) =>
    Array.from(column.subarray(0, -1), (x) => radix * x),
  ) as [number[], number[]];
  const expectancies = Array.from(table.expectancy.subarray(0, -1));
  return {
    ages,
    deathYears: ages.map((_, i) => (i < open ? fractions[i]! * widths[i]! : 1 / deathRates[i]!)),
    deathProbabilities: ages.map((_, i) =>
      i < open ? dyingWithin(widths[i]! * deathRates[i]!, fractions[i]!, within) : 1,
    ),
    survivors,
    tableDeaths: survivors.map((l, i) => l - (survivors[i + 1] ?? 0)),
    tableYears,
    tableYearsAbove: expectancies.map((e, i) => e * survivors[i]!),
    expectancies,
  };
}
