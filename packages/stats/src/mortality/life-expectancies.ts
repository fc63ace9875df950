import { areasOf, columnsFor, estimateAt, reasonAt } from "../area-columns.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import type { EstimateWithError } from "../estimate.ts";
import { noFigure } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import {
  bandAt,
  bandReasons,
  bandRefusal,
  bandsReason,
  bandWidths,
  deathFractionsOf,
  type LifeTableConventions,
  nobodyReachesAge,
  requireAges,
} from "./age-bands.ts";
import { chiangColumns, type ExpectancyVariance, fillChiang } from "./chiang.ts";

/** Many areas at once: row by row, area after area, each with the same ages. */
export type AreaBands = Readonly<{ ages: readonly number[]; deaths: Float64Array; personYears: Float64Array }>;

/**
 * Expectancy at every age of every area, area after area. Where an area or age has none its cells hold NaN, so that
 * arithmetic on them cannot pass for a figure, and `reason` says why (an index into `lifeExpectancyReasons`); read a
 * cell with `lifeExpectancyAt`.
 */
export type LifeExpectancyColumns = Readonly<{
  ages: readonly number[];
  areas: number;
  level: number;
  minimumPersonYears: number;
  value: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  standardError: Float64Array;
  /** One an area; 0 means that nothing is wrong. */
  reason: Uint8Array;
}>;

/** The codes that `reason` points into. */
export const lifeExpectancyReasons = bandReasons;

/**
 * Life expectancy with limits at every age of many areas, without allocation per area.
 *
 * Formula. As lifeExpectancy.
 * Units. As lifeExpectancy; columns run area after area, `areas × ages.length` long.
 * Refuses. As lifeExpectancy, area by area in `reason`; one poor area does not spoil the others. Throws RangeError for
 * columns whose length is not a multiple of the number of ages.
 * References. As lifeExpectancy.
 * Checked against. lifeExpectancy, cell by cell; life_expectancy_chiang_silcocks.
 * @example
 * lifeExpectancyAt(
 *   lifeExpectancies({
 *     ages: [0, 1, 65],
 *     deaths: Float64Array.of(5, 150, 845, 5, 150, 0),
 *     personYears: Float64Array.of(1000, 60000, 15000, 1000, 60000, 15000),
 *   }),
 *   0,
 *   65,
 * ).value // => 17.7515
 */
export function lifeExpectancies(
  bands: AreaBands,
  options: LifeTableConventions &
    Readonly<{ variance?: ExpectancyVariance; level?: number; into?: LifeExpectancyColumns }> = {},
): LifeExpectancyColumns {
  const { variance = "silcocks", level = 0.95, minimumPersonYears = 0 } = options;
  const { ages, deaths, personYears } = bands;
  const z = normalMultiplier(level);
  requireAges(ages);
  requireSameLength({ deaths, personYears });
  const count = ages.length;
  const areas = areasOf(deaths.length, count);
  const result = columnsFor({ ages, areas, level, minimumPersonYears }, names, deaths.length, options.into);
  const widths = bandWidths(ages);
  const fractions = deathFractionsOf(ages, options.deathFractions);
  const scratch = chiangColumns(count);
  for (let area = 0; area < areas; area++) {
    const offset = area * count;
    const reason = bandsReason(count, deaths, personYears, offset, minimumPersonYears);
    result.reason[area] = reason;
    if (reason === 0) {
      fillChiang(scratch, widths, fractions, deaths, personYears, offset, variance);
      copyArea(result, scratch.expectancy, scratch.standardError, offset, z);
    } else for (const name of names) result[name].fill(noFigure, offset, offset + count);
  }
  return result;
}

const names = ["value", "lower", "upper", "standardError"] as const;

function copyArea(
  into: LifeExpectancyColumns,
  expectancy: Float64Array,
  error: Float64Array,
  offset: number,
  z: number,
): void {
  const { value, lower, upper, standardError } = into;
  for (let i = 0; i < expectancy.length; i++) {
    const e = expectancy[i]!;
    const reach = z * error[i]!;
    value[offset + i] = e;
    lower[offset + i] = e - reach;
    upper[offset + i] = e + reach;
    standardError[offset + i] = error[i]!;
  }
}

/**
 * One cell of `lifeExpectancies` as an estimate, or the reason why it has none.
 *
 * Formula. None: it reads a cell.
 * Units. Years.
 * Refuses. What the area was refused for; no-such-age; nobody-reaches-age. Throws RangeError for an area that is not there.
 * References. As lifeExpectancy.
 * Checked against. lifeExpectancy, cell by cell.
 * @example
 * lifeExpectancyAt(
 *   lifeExpectancies({
 *     ages: [0, 1, 65],
 *     deaths: Float64Array.of(5, 150, 0),
 *     personYears: Float64Array.of(1000, 60000, 15000),
 *   }),
 *   0,
 *   0,
 * ) // => { undefined: "no-deaths-in-open-band" }
 */
export function lifeExpectancyAt(
  columns: LifeExpectancyColumns,
  area: number,
  age: number,
): EstimateWithError | Undefined {
  const reason = reasonAt(columns, area);
  if (reason !== 0) return bandRefusal(reason, columns.minimumPersonYears);
  const index = bandAt(columns.ages, age);
  if (isUndefined(index)) return index;
  const estimate = estimateAt(columns, area * columns.ages.length + index);
  return Number.isNaN(estimate.value) ? bandRefusal(nobodyReachesAge) : estimate;
}
