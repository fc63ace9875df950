import type { Complain, FileRow } from "./table.ts";

/**
 * The rows whose cells the database can hold: a NUL character, which JSON and workbooks can carry and CSV is refused
 * for beforehand, is complained of with its line.
 */
export const withoutNul = (rows: readonly FileRow[], complain: Complain): FileRow[] =>
  rows.filter(({ line, cells }) => {
    const bad = cells.some((cell) => cell.includes("\0"));
    if (bad) complain({ line, column: null, found: "a NUL character, which no text has", expected: "text" });
    return !bad;
  });
