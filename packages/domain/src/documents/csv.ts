import { csvCell } from "../kernel/csv-cell.ts";

/** A cell of a CSV file that we write; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * A CSV text as RFC 4180 has it, lines ended by CR LF, with a heading line.
 *
 * A text cell that a spreadsheet would take for a formula is preceded by an apostrophe: figures are opened in
 * spreadsheets by people who did not write them. The characters are those of OWASP's page on CSV injection.
 *
 * @example
 * csv(["name", "years"], [["O'Hare, west", 79.3], ["=1+1", null]])
 * // => 'name,years\r\n"O\'Hare, west",79.3\r\n\'=1+1,\r\n'
 */
export const csv = (headings: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  [headings, ...rows].map((cells) => `${cells.map(safeCell).join(",")}\r\n`).join("");

function safeCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return csvCell(/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);
}
