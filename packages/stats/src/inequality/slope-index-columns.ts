import { areasOf, columnsFor, reasonAt } from "../area-columns.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { abs, exp, noFigure } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import type { Undefined } from "../undefined.ts";
import type { Inequality, InequalityRatio } from "./inequality.ts";
import { emptySlopeFit, fillSlopeFit, type SlopeFit } from "./slope-fit.ts";
import { noRatio, requireLine, slopeRefusal } from "./slope-index.ts";

/** Ordered groups of many areas: row by row, area after area, each with the same number of groups. */
export type AreaGroups = Readonly<{
  groups: number;
  values: Float64Array;
  population: Float64Array;
  standardErrors: Float64Array;
}>;

/**
 * Slope and relative indices of many areas. Where an area has none its cells hold NaN, so that arithmetic on them cannot
 * pass for a figure, and `reason` (0 where nothing is wrong) says why; read one with `slopeIndexAt`.
 */
export type SlopeIndexColumns = Readonly<{
  areas: number;
  level: number;
  minimumGroups: number;
  sii: Float64Array;
  siiLower: Float64Array;
  siiUpper: Float64Array;
  siiError: Float64Array;
  rii: Float64Array;
  riiLower: Float64Array;
  riiUpper: Float64Array;
  riiLogError: Float64Array;
  reason: Uint8Array;
}>;

/**
 * Slope and relative indices of inequality of many areas with exact limits, without allocation per area.
 *
 * Formula. As slopeIndex without a transform.
 * Units. As slopeIndex; columns run area after area, `areas × groups` long.
 * Refuses. As slopeIndex, area by area in `reason`; one poor area does not spoil the others. Throws RangeError for
 * columns whose length is not a multiple of the number of groups.
 * References. As slopeIndex.
 * Checked against. slopeIndex, cell by cell; sii_exact_interval.
 * @example
 * slopeIndexAt(
 *   slopeIndexes({
 *     groups: 3,
 *     values: Float64Array.of(70, 74, 78, 70, Number.NaN, 78),
 *     population: Float64Array.of(100, 100, 100, 100, 100, 100),
 *     standardErrors: Float64Array.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
 *   }),
 *   0,
 * ) // => { sii: { value: 12, limits: { lower: 9.92114, upper: 14.07886 } }, rii: { value: 1.17647 } }
 */
export function slopeIndexes(
  of: AreaGroups,
  options: Readonly<{ level?: number; minimumGroups?: number; into?: SlopeIndexColumns }> = {},
): SlopeIndexColumns {
  const { level = 0.95, minimumGroups = 3 } = options;
  const { groups, values, population, standardErrors } = of;
  const z = normalMultiplier(level);
  requireSameLength({ values, population, standardErrors });
  requireLine(minimumGroups);
  const areas = areasOf(values.length, groups);
  const columns = columnsFor({ areas, level, minimumGroups }, names, areas, options.into);
  const fit = emptySlopeFit();
  for (let area = 0; area < areas; area++) {
    fillSlopeFit(fit, values, population, standardErrors, area * groups, groups, minimumGroups);
    setSlope(columns, area, fit, z);
  }
  return columns;
}

const names = ["sii", "siiLower", "siiUpper", "siiError", "rii", "riiLower", "riiUpper", "riiLogError"] as const;

function setSlope(columns: SlopeIndexColumns, area: number, fit: SlopeFit, z: number): void {
  const { reason, mean, logRatioError } = fit;
  const there = reason === 0;
  const slope = there ? fit.slope : noFigure;
  const reach = z * fit.slopeError;
  columns.reason[area] = reason;
  columns.sii[area] = slope;
  columns.siiLower[area] = slope - reach;
  columns.siiUpper[area] = slope + reach;
  columns.siiError[area] = there ? fit.slopeError : noFigure;
  const positive = there && abs(slope) < 2 * mean;
  const ratio = positive ? (mean + slope / 2) / (mean - slope / 2) : noFigure;
  const factor = exp(z * logRatioError);
  columns.rii[area] = ratio;
  columns.riiLower[area] = ratio / factor;
  columns.riiUpper[area] = ratio * factor;
  columns.riiLogError[area] = positive ? logRatioError : noFigure;
}

/**
 * One area of `slopeIndexes`, or the reason why it has no index.
 *
 * Formula. None: it reads a cell.
 * Units. As slopeIndex.
 * Refuses. What the area was refused for. Throws RangeError for an area that is not there.
 * References. As slopeIndex.
 * Checked against. slopeIndex, cell by cell.
 * @example
 * slopeIndexAt(
 *   slopeIndexes({
 *     groups: 3,
 *     values: Float64Array.of(70, Number.NaN, 78),
 *     population: Float64Array.of(100, 100, 100),
 *     standardErrors: Float64Array.of(0.5, 0.5, 0.5),
 *   }),
 *   0,
 * ) // => { undefined: "missing-value" }
 */
export function slopeIndexAt(
  columns: SlopeIndexColumns,
  area: number,
): Readonly<{ sii: Inequality; rii: InequalityRatio | Undefined }> | Undefined {
  const refusal = slopeRefusal(reasonAt(columns, area), columns.minimumGroups);
  if (refusal) return refusal;
  const { level, sii, siiLower, siiUpper, siiError, rii, riiLower, riiUpper, riiLogError } = columns;
  const slopeLimits = { lower: siiLower[area]!, upper: siiUpper[area]!, level, standardError: siiError[area]! };
  const ratioLimits = { lower: riiLower[area]!, upper: riiUpper[area]!, level, logStandardError: riiLogError[area]! };
  return {
    sii: { value: sii[area]!, limits: slopeLimits },
    rii: Number.isNaN(rii[area]!) ? noRatio : { value: rii[area]!, limits: ratioLimits },
  };
}
