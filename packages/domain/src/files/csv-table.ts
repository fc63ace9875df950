import { csvRows, type Delimiter } from "./csv-rows.ts";
import type { Complain, FileRow, FileTable } from "./table.ts";
import { textBlocks } from "./text-blocks.ts";

/**
 * A CSV file as a table: its first row that is not blank is the headings, and tells the delimiter (comma, semicolon
 * or tab). Rows without any text are passed over; rows with too few or too many cells are complained about.
 *
 * Null where there is no table; `complain` has then been told why.
 */
export async function csvTable(chunks: AsyncIterable<Buffer>, complain: Complain): Promise<FileTable | null> {
  let refused = false;
  const tell: Complain = (complaint) => {
    refused = true;
    complain(complaint);
  };
  const blocks = textBlocks(chunks, tell);
  const first = await blocks.next();
  const delimiter = delimiterOf(first.done ? "" : (first.value.lines.find((line) => line.trim() !== "") ?? ""));
  const records = csvRows(resumed(first, blocks), delimiter, tell);
  for await (const rows of { [Symbol.asyncIterator]: () => ({ next: () => records.next() }) }) {
    const at = rows.findIndex(isFilled);
    if (at < 0) continue;
    const { line, cells } = rows[at]!;
    const headings = cells.map((cell) => cell.trim());
    const body = tableRows(rows.slice(at + 1), records, headings.length, tell);
    return { headings, headingLine: line, blocks: body, commaMayBePoint: delimiter === ";" };
  }
  if (!refused)
    complain({ line: 1, column: null, found: "only blank lines", expected: "a line of headings, then rows" });
  return null;
}

/**
 * The delimiter of a line of headings: the one of comma, semicolon and tab that stands there most often.
 *
 * @example
 * delimiterOf('Place;"Rate, per 100,000";Year') // => ";"
 */
export function delimiterOf(headings: string): Delimiter {
  const bare = headings.replace(/"[^"]*"/g, "");
  const times = (delimiter: Delimiter) => bare.split(delimiter).length;
  return ([",", ";", "\t"] as const).reduce((best, one) => (times(one) > times(best) ? one : best));
}

async function* resumed<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* tableRows(
  first: readonly FileRow[],
  records: AsyncGenerator<readonly FileRow[]>,
  width: number,
  complain: Complain,
): AsyncGenerator<readonly FileRow[]> {
  yield first.filter((row) => isFilled(row) && isWide(row, width, complain));
  for await (const rows of records) yield rows.filter((row) => isFilled(row) && isWide(row, width, complain));
}

/** A row without any text is what a spreadsheet leaves below its table. */
const isFilled = ({ cells }: FileRow): boolean => cells[0]!.trim() !== "" || cells.some((cell) => cell.trim() !== "");

function isWide({ line, cells }: FileRow, width: number, complain: Complain): boolean {
  if (cells.length === width) return true;
  const expected = `${width} cells, one for each heading`;
  complain({ line, column: null, found: `${cells.length} cells`, expected });
  return false;
}
