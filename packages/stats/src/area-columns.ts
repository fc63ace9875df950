import { emptyColumn } from "./column.ts";
import type { EstimateWithError } from "./estimate.ts";
import { misuse, requirePlace } from "./misuse.ts";

/** What every set of columns holds: how many areas, and why an area has no figures (0 where it has). */
export type AreaColumns = Readonly<{ areas: number; reason: Uint8Array }>;

/** How many areas there are of so many cells, each area with as many. */
export function areasOf(cells: number, each: number): number {
  const areas = cells / each;
  if (!Number.isInteger(areas)) misuse(`${cells} cells are not a whole number of areas of ${each}.`);
  return areas;
}

/**
 * Columns for an answer of so many cells beside the frame that tells what they hold: those of an earlier call where some
 * are given to be written into, new ones otherwise. Throws for columns that an answer of another size was written into.
 */
export function columnsFor<Frame extends Readonly<{ areas: number }>, Name extends string>(
  frame: Frame,
  names: readonly Name[],
  cells: number,
  into: (AreaColumns & Readonly<Record<Name, Float64Array>>) | undefined,
): Frame & AreaColumns & Readonly<Record<Name, Float64Array>> {
  if (into && into[names[0]!].length !== cells)
    misuse("The columns given to write into have another length than the answer.");
  const columns = into ?? {
    ...(Object.fromEntries(names.map((name) => [name, emptyColumn(cells)])) as Record<Name, Float64Array>),
    reason: new Uint8Array(frame.areas),
  };
  return { ...columns, ...frame };
}

/** The reason of one area, 0 where it has figures; throws for an area that is not there. */
export function reasonAt({ areas, reason }: AreaColumns, area: number): number {
  requirePlace("area", area, areas);
  return reason[area]!;
}

/** The estimate that stands in one cell of its columns. */
export function estimateAt(
  columns: Readonly<Record<"value" | "lower" | "upper" | "standardError", Float64Array>> & Readonly<{ level: number }>,
  cell: number,
): EstimateWithError {
  const { value, lower, upper, level, standardError } = columns;
  return {
    value: value[cell]!,
    lower: lower[cell]!,
    upper: upper[cell]!,
    level,
    standardError: standardError[cell]!,
  };
}
