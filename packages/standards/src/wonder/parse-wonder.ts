import { type Malformed, malformed } from "../malformed.ts";
import { falseTotals } from "./false-totals.ts";
import { splitTabs } from "./split-tabs.ts";

/**
 * A table of CDC WONDER. `total` rows are sums over the group columns that they leave blank.
 *
 * The words that CDC writes in place of a number (Suppressed, Unreliable, Not Applicable, Missing) are kept as they are:
 * none of them is zero.
 *
 * `parameters` are the query's own words, such as `["Year/Month", "2020"]`, from the text below the table. No row can
 * be understood without them, so each row carries them again in a last column, `Query Parameters`, one a line.
 */
export type WonderTable = Readonly<{
  headings: readonly string[];
  rows: readonly WonderRow[];
  parameters: readonly (readonly [name: string, value: string])[];
  /** "Underlying Cause of Death, 1999-2020" and the like; blank where the file does not say. */
  dataset: string;
}>;

/** One row, its line in the file, and whether CDC marks it as a total. */
export type WonderRow = Readonly<{ line: number; cells: readonly string[]; total: boolean }>;

/** The heading of the column that repeats the query's parameters on each row. */
const parametersHeading = "Query Parameters";

/**
 * Reads a text export of CDC WONDER: tab-separated, cells quoted or not, a "Notes" column first, then a line with
 * `---` and the query's parameters, citation and caveats.
 *
 * Refuses a file without that closing line (it was cut short), rows of another width, quotes left open, and totals
 * that their rows do not add to.
 *
 * @see https://wonder.cdc.gov/wonder/help/main.html#Export-Results
 *
 * @example
 * parseWonder('"Notes"\t"Year"\tDeaths\n\t"1999"\t12\n"---"\n').rows[0].cells
 * // => ["", "1999", "12", ""]
 */
export function parseWonder(text: string): WonderTable | Malformed {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const end = lines.findIndex((line) => line === '"---"' || line === "---");
  if (end === -1) {
    const note = 'the line "---" that closes the table of a CDC WONDER export: the file may be cut short';
    return malformed(lines.length, "the end of the file", note);
  }
  const headings = splitTabs(lines[0] ?? "");
  if (headings === null || !headings.includes("Notes")) {
    return malformed(1, "a first line without “Notes”", "the headings of a CDC WONDER text export");
  }
  const about = footer(lines.slice(end));
  const everyRow = about.parameters.map(([name, value]) => `${name}: ${value}`).join("\n");
  const rows: WonderRow[] = [];
  for (const [index, line] of lines.slice(1, end).entries()) {
    const row = readRow(line, index + 2, headings);
    if ("malformed" in row) return row;
    rows.push({ ...row, cells: [...row.cells, everyRow] });
  }
  const table = { headings: [...headings, parametersHeading], rows, ...about };
  return falseTotals(table)[0] ?? table;
}

function readRow(text: string, line: number, headings: readonly string[]): WonderRow | Malformed {
  const cells = splitTabs(text);
  if (cells === null) return malformed(line, "a quotation mark that is not closed", "cells in pairs of them");
  if (cells.length !== headings.length) {
    return malformed(line, `a row of ${cells.length} cells`, `${headings.length} cells, as many as there are headings`);
  }
  return { line, cells, total: cells[headings.indexOf("Notes")] === "Total" };
}

function footer(lines: readonly string[]): Pick<WonderTable, "parameters" | "dataset"> {
  const words = lines.map((line) => (splitTabs(line)?.[0] ?? line).trim());
  const start = words.indexOf("Query Parameters:");
  const length = words.slice(start).indexOf("---");
  const listed = start === -1 ? [] : words.slice(start + 1, length === -1 ? undefined : start + length);
  const dataset = words.find((line) => line.startsWith("Dataset: "))?.slice("Dataset: ".length) ?? "";
  return { dataset, parameters: listed.map(nameAndValue) };
}

// A long value goes on in the next line of the file, without a name of its own; it is then a parameter named "".
function nameAndValue(line: string): readonly [string, string] {
  const colon = line.indexOf(": ");
  return colon === -1 ? ["", line] : [line.slice(0, colon), line.slice(colon + 2)];
}
