import { isUndefined, type Undefined } from "../undefined.ts";
import {
  type AgeBands,
  bandAt,
  bandRefusal,
  bandsRefusal,
  bandWidths,
  deathFractionsOf,
  type LifeTableConventions,
  nobodyReachesAge,
} from "./age-bands.ts";
import { type ChiangColumns, chiangColumns, type ExpectancyVariance, fillChiang } from "./chiang.ts";

/** A Chiang table of one area, with what it was made by and the place of the age asked about. */
export type BandTable = ChiangColumns & Readonly<{ index: number; widths: Float64Array; fractions: Float64Array }>;

/** The table of one area whose people are asked about at an age, or why there is none or nobody at that age. */
export function bandTable(
  bands: AgeBands,
  age: number,
  { minimumPersonYears, deathFractions }: LifeTableConventions,
  variance: ExpectancyVariance,
): BandTable | Undefined {
  const { ages, deaths, personYears } = bands;
  const refusal = bandsRefusal(bands, minimumPersonYears);
  if (refusal) return refusal;
  const index = bandAt(ages, age);
  if (isUndefined(index)) return index;
  const columns = chiangColumns(ages.length);
  const widths = bandWidths(ages);
  const fractions = deathFractionsOf(ages, deathFractions);
  fillChiang(columns, widths, fractions, deaths, personYears, 0, variance);
  return columns.survivors[index] === 0 ? bandRefusal(nobodyReachesAge) : { ...columns, index, widths, fractions };
}
