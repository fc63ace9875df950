import { type CellObject, read, SSF, type WorkSheet } from "@e965/xlsx";
import type { Complain, FileRow, FileTable } from "./table.ts";
import { withoutNul } from "./without-nul.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";
import { unpacksAsDeclared } from "./zip-honesty.ts";

const mostUnpackedBytes = 128e6;
const rowsAtOnce = 1000;

/**
 * A sheet of an XLSX workbook as a table, the first one unless another is named; a row's line is its number in the
 * sheet. Null where there is no table; `complain` has then been told why.
 *
 * Cells are read as they are stored, not as they are shown, so that no digit is lost; percentages keep their sign and
 * days become ISO days. An archive that would unpack to more than 128 MB, or to more than it declares, is refused.
 */
export function xlsxTable(archive: Buffer, name: string | undefined, complain: Complain): FileTable | null {
  const opened = whyNoWorkbook(archive) ?? sheetOf(archive, name);
  const sheet = "found" in opened ? null : opened.sheet;
  const rows = sheet ? rowsOf(sheet) : [];
  const heading = rows.findIndex(({ cells }) => cells.some((cell) => cell !== ""));
  if (!sheet || heading < 0) {
    const empty = { found: "a sheet without any text", expected: "a row of headings, then rows, on the first sheet" };
    complain({ line: 1, column: null, ...("found" in opened ? opened : empty) });
    return null;
  }
  const headings = withoutEnd(rows[heading]!.cells);
  const body = rows.slice(heading + 1).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const fitting = withoutNul(body, complain).flatMap((row) => fitted(row, headings.length, complain));
  return { headings, headingLine: rows[heading]!.line, blocks: inBlocks(fitting), commaMayBePoint: false };
}

function whyNoWorkbook(archive: Buffer): Wrong | null {
  const entries = zipDirectory(archive);
  if (!entries) return { found: "a zip archive that was cut short", expected: "a whole XLSX workbook or a CSV file" };
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) return notWorkbook(entries);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const limit = "a workbook that unpacks to at most 128 MB; larger tables are loaded as CSV";
  if (bytes > mostUnpackedBytes)
    return { found: `a workbook that unpacks to ${Math.round(bytes / 1e6)} MB`, expected: limit };
  const liar = entries.find((entry) => !unpacksAsDeclared(archive, entry));
  return liar
    ? { found: `a damaged workbook: ${liar.name} is not of the size it declares`, expected: "a whole workbook" }
    : null;
}

function notWorkbook(entries: readonly ZipEntry[]): Wrong {
  const names = entries.slice(0, 3).map(({ name }) => name);
  const holding =
    names.length === 0 ? "that is empty" : `with ${names.join(", ")}${entries.length > 3 ? " and more" : ""}`;
  return { found: `a zip archive ${holding}`, expected: "an XLSX workbook, or a CSV file that is unpacked" };
}

type Wrong = Readonly<{ found: string; expected: string }>;

function sheetOf(archive: Buffer, name: string | undefined): { sheet: WorkSheet } | Wrong {
  try {
    const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, sheets: name ?? 0 } as const;
    const book = read(archive, { type: "buffer", ...options });
    const sheet = book.Sheets[name ?? book.SheetNames[0] ?? ""];
    const names = book.SheetNames.map((one) => `“${one}”`).join(", ");
    return sheet ? { sheet } : { found: `the sheets ${names}`, expected: `a sheet “${name}”` };
  } catch {
    return { found: "a damaged workbook", expected: "a whole workbook" };
  }
}

function rowsOf(sheet: WorkSheet): FileRow[] {
  const data = (sheet["!data"] ?? []) as (CellObject | undefined)[][];
  return Array.from(data, (cells, index) => ({ line: index + 1, cells: Array.from(cells ?? [], cellText) }));
}

/** What a spreadsheet shows for its error codes (ECMA-376 part 1, 18.17.2). */
const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** What a cell holds, as text. A formula whose result was not stored with it is told as the formula that it is. */
function cellText(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined) return cell?.f ? `=${cell.f}` : "";
  if (cell.t === "e") return errors[cell.v as number] ?? "#ERROR";
  if (cell.t !== "n") return String(cell.v).trim();
  const value = cell.v as number;
  const format = String(cell.z ?? "General");
  if (SSF.is_date(format)) return isoDay(value);
  // A percent format shows 0.236 as 23.6 %; the product carries no more digits than a double holds for sure.
  return /%/.test(format) ? `${Number((value * 100).toPrecision(15))}%` : String(value);
}

function isoDay(days: number): string {
  const { y, m, d } = SSF.parse_date_code(days) as { y: number; m: number; d: number };
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

function withoutEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

/** A row of a sheet ends at its last cell that is not blank: shorter is no fault, and text beyond the headings is one. */
function fitted({ line, cells }: FileRow, width: number, complain: Complain): FileRow[] {
  const filled = withoutEnd(cells);
  if (filled.length <= width) return [{ line, cells: Array.from({ length: width }, (_, at) => filled[at] ?? "") }];
  const expected = `${width} cells, one for each heading`;
  complain({ line, column: null, found: `${filled.length} cells`, expected });
  return [];
}

async function* inBlocks(rows: readonly FileRow[]): AsyncGenerator<readonly FileRow[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
}
