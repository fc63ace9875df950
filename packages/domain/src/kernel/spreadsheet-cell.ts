import { csvCell } from "./csv-cell.ts";

/** A cell of a CSV file that we write; null is an empty cell. */
export type SpreadsheetCell = string | number | null;

/**
 * A cell of a CSV line that people open in a spreadsheet: a text that it would take for a formula is preceded by an
 * apostrophe, for it may come from anyone. The characters are those of OWASP's page on CSV injection (CWE-1236).
 *
 * @example
 * spreadsheetCell('=HYPERLINK("http://x")') // => '"\'=HYPERLINK(""http://x"")"'
 * @example
 * [-1, null, "Health fair"].map(spreadsheetCell) // => ["-1", "", "Health fair"]
 */
export function spreadsheetCell(cell: SpreadsheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return csvCell(/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);
}
