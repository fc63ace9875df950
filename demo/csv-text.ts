import { csvCell } from "@evenspan/domain/kernel/csv-cell";

/**
 * A table as CSV (RFC 4180, with a line feed at the end of each line): cells are quoted only where they must be.
 *
 * @example
 * csvText(["place", "note"], [["area:26", "a, b"]]) // => "place,note\narea:26,\"a, b\"\n"
 */
export const csvText = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows].map((row) => `${row.map((cell) => csvCell(String(cell))).join(",")}\n`).join("");
