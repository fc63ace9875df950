import { type SpreadsheetCell, spreadsheetCell } from "../kernel/spreadsheet-cell.ts";

/**
 * A CSV text as RFC 4180 has it, lines ended by CR LF, with a heading line. No cell of it is a formula.
 *
 * @example
 * csv(["name", "years"], [["O'Hare, west", 79.3], ["=1+1", null]])
 * // => 'name,years\r\n"O\'Hare, west",79.3\r\n\'=1+1,\r\n'
 */
export const csv = (headings: readonly string[], rows: Iterable<readonly SpreadsheetCell[]>): string =>
  [headings, ...rows].map((cells) => `${cells.map(spreadsheetCell).join(",")}\r\n`).join("");
