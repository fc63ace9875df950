import { type CellParser, orMissing, readCell } from "../cells/cell.ts";
import type { Observation } from "./observation.ts";
import type { Reading, Row } from "./source.ts";

/** A value with its published interval, as it goes into an observation. */
export type MeasuredValue = Pick<Observation, "state" | "value" | "lower" | "upper">;

/** The column of a value, and the columns of its limits where the publisher gives them. */
export type ValueColumns = Readonly<{ value: string; lower?: string; upper?: string }>;

/**
 * Reads a value and its interval. Blank is missing, never zero. Limits of which one is blank are no interval.
 * Undefined where a cell is not what `parse` reads, after a complaint.
 */
export function measuredValue(
  row: Row,
  columns: ValueColumns,
  out: Reading,
  parse: CellParser<number>,
): MeasuredValue | undefined {
  const orBlank = orMissing(parse);
  const limit = (key: string | undefined) => (key === undefined ? null : readCell(row, out, key, orBlank));
  const value = readCell(row, out, columns.value, orBlank);
  const lower = limit(columns.lower);
  const upper = limit(columns.upper);
  if (value === undefined || lower === undefined || upper === undefined) return undefined;
  if (value === null) return { state: "missing", value, lower: null, upper: null };
  const interval = lower === null || upper === null ? { lower: null, upper: null } : { lower, upper };
  return { state: "shown", value, ...interval };
}
