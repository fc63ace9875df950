import { type NumberColumn, numberCell } from "./number-cell.ts";
import type { Observation } from "./observation.ts";
import type { Reading, Row } from "./source.ts";

/** A value with its published interval, as it goes into an observation. */
export type MeasuredValue = Pick<Observation, "state" | "value" | "lower" | "upper">;

/** The column of a value, and the columns of its limits where the publisher gives them. */
export type ValueColumns = Readonly<{ value: string; lower?: string; upper?: string }>;

/**
 * Reads a value and its interval. Blank is missing, never zero. Limits of which one is blank are no interval.
 * Null where a cell is not a number, after a complaint.
 */
export function measuredValue(row: Row, columns: ValueColumns, out: Reading, kind: NumberColumn): MeasuredValue | null {
  const limit = (key: string | undefined) => (key === undefined ? null : numberCell(row, key, out, kind));
  const value = numberCell(row, columns.value, out, kind);
  const lower = limit(columns.lower);
  const upper = limit(columns.upper);
  if (value === undefined || lower === undefined || upper === undefined) return null;
  if (value === null) return { state: "missing", value, lower: null, upper: null };
  const interval = lower === null || upper === null ? { lower: null, upper: null } : { lower, upper };
  return { state: "shown", value, ...interval };
}
