import { CsvError, parse } from "csv-parse/sync";
import { badlyQuotedCell, wholeRecordsEnd } from "./csv-quotes.ts";
import type { Complain, FileRow } from "./table.ts";
import { longestLineBytes, type TextBlock } from "./text-blocks.ts";

/** What may stand between the cells of a row. */
export type Delimiter = "," | ";" | "\t";

/**
 * The records of CSV text (RFC 4180), with the line on which each begins. Empty lines are records of one empty cell.
 *
 * Lines without a quotation mark are split here, because most large files have none and it is several times as fast;
 * csv-parse reads all others, and tests hold the two to the same result. A badly quoted cell ends the reading, with
 * the line where its quotation mark opens.
 */
export async function* csvRows(
  blocks: AsyncIterable<TextBlock>,
  delimiter: Delimiter,
  complain: Complain,
): AsyncGenerator<readonly FileRow[]> {
  let waiting: { text: string; firstLine: number } | null = null;
  for await (const block of blocks) {
    if (!waiting && !block.text.includes('"')) {
      yield plainRows(block, delimiter);
      continue;
    }
    const text: string = waiting ? waiting.text + block.text : block.text;
    const firstLine: number = waiting ? waiting.firstLine : block.firstLine;
    const end = wholeRecordsEnd(text);
    const { rows, bad } = quotedRows(text.slice(0, end), firstLine, delimiter);
    yield rows;
    if (bad) return complain(bad);
    const rest = text.slice(end);
    if (rest.length > longestLineBytes) return complain(neverClosed(rest, firstLine + linesIn(text, end), delimiter));
    waiting = rest === "" ? null : { text: rest, firstLine: firstLine + linesIn(text, end) };
  }
  if (!waiting) return;
  const { rows, bad } = quotedRows(waiting.text, waiting.firstLine, delimiter);
  yield rows;
  if (bad) complain(bad);
}

/** The rows of lines that have no quotation mark. */
function plainRows({ lines, firstLine }: Omit<TextBlock, "text">, delimiter: Delimiter): readonly FileRow[] {
  return lines.map((line, index) => {
    const plain = line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
    return { line: firstLine + index, cells: plain.split(delimiter) };
  });
}

type Complaint = Parameters<Complain>[0];

/** The rows of whole records, up to a badly quoted cell. */
function quotedRows(
  text: string,
  firstLine: number,
  delimiter: Delimiter,
): { rows: readonly FileRow[]; bad: Complaint | null } {
  const rows: FileRow[] = [];
  let line = firstLine;
  // Counted here: csv-parse takes a Windows line's end within quotation marks for two lines.
  const keep = (cells: string[]): null => {
    rows.push({ line, cells });
    line += 1 + cells.reduce((breaks, cell) => breaks + linesIn(cell, cell.length), 0);
    return null;
  };
  const options = { delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n"], on_record: keep as never };
  try {
    parse(text, options);
    return { rows, bad: null };
  } catch (reason) {
    if (!(reason instanceof CsvError)) throw reason;
    return { rows, bad: badQuotes(text, firstLine, delimiter) };
  }
}

function badQuotes(text: string, firstLine: number, delimiter: Delimiter): Complaint {
  const bad = badlyQuotedCell(text, delimiter) ?? { line: 0, cell: 0 };
  const lines = text.split("\n").slice(bad.line, bad.line + 1);
  return {
    line: firstLine + bad.line,
    column: `column ${bad.cell + 1}`,
    found: `a quotation mark that does not open and close a whole cell, in “${lines[0]!.trim().slice(0, 60)}”`,
    expected: 'cells as a,b or "a","b"; a quotation mark within a cell is written twice',
  };
}

function neverClosed(text: string, firstLine: number, delimiter: Delimiter): Complaint {
  const bad = badlyQuotedCell(text, delimiter) ?? { line: 0, cell: 0 };
  return {
    line: firstLine + bad.line,
    column: `column ${bad.cell + 1}`,
    found: "a quotation mark that opens here and is not closed within 1 MB",
    expected: "a quotation mark at the end of the cell",
  };
}

function linesIn(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
