import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Complaint } from "../kernel/refusal.ts";
import { badlyQuotedCell } from "./csv-quotes.ts";
import { csvRows, type Delimiter } from "./csv-rows.ts";
import type { FileRow } from "./table.ts";
import { textBlocks } from "./text-blocks.ts";

/** What our reader makes of bytes that come in chunks of these sizes, over and over. */
async function ours(text: string, delimiter: Delimiter, sizes: readonly number[]) {
  const rows: FileRow[] = [];
  const complaints: Complaint[] = [];
  const complain = (complaint: Complaint) => void complaints.push(complaint);
  for await (const block of csvRows(textBlocks(chunksOf(Buffer.from(text), sizes), complain), delimiter, complain))
    rows.push(...block);
  return { rows, complaints };
}

async function* chunksOf(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield Buffer.from(bytes.subarray(at, at + size));
    at += size;
  }
}

/** What csv-parse makes of the whole text, each record with the line on which it begins; null where it refuses it. */
function theirs(text: string, delimiter: Delimiter): FileRow[] | null {
  try {
    const options = { delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n"] };
    let line = 1;
    return parse(text, options).map((cells) => {
      const row = { line, cells };
      line += cells.join("").split("\n").length;
      return row;
    });
  } catch (reason) {
    if (reason instanceof CsvError) return null;
    throw reason;
  }
}

const delimiters = fc.constantFrom<Delimiter>(",", ";", "\t");
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const pieces = fc.constantFrom("a", "7", "é", "😀", " ", ",", ";", "\t", "\n", "\r\n", '"', '""', '"\n', ',"', '",');
const anyText = fc.array(pieces, { maxLength: 60 }).map((some) => some.join(""));
const plainText = anyText.map((text) => text.replaceAll('"', ""));

/** Cells of any text, each in quotation marks where it must be and here and there where it need not. */
const table = fc.array(fc.array(fc.tuple(anyText, fc.boolean()), { minLength: 1, maxLength: 5 }), { maxLength: 8 });
const written = (
  rows: readonly (readonly (readonly [string, boolean])[])[],
  delimiter: Delimiter,
  ending: string,
): string => rows.map((row) => row.map(([text, quoted]) => cell(text, quoted)).join(delimiter) + ending).join("");
const cell = (text: string, quoted: boolean): string =>
  quoted || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe("rows of CSV, however the bytes come", () => {
  test("are those of csv-parse, cell by cell and line by line, in files without quotation marks", async () => {
    await fc.assert(
      fc.asyncProperty(plainText, delimiters, sizes, async (text, delimiter, chunkSizes) => {
        const read = await ours(text, delimiter, chunkSizes);
        expect(read).toEqual({ rows: theirs(text, delimiter), complaints: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test("are those of csv-parse in well-written files of any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        delimiters,
        fc.constantFrom("\n", "\r\n"),
        sizes,
        async (rows, delimiter, ending, chunkSizes) => {
          const text = written(rows, delimiter, ending);
          const read = await ours(text, delimiter, chunkSizes);
          expect(read).toEqual({ rows: theirs(text, delimiter), complaints: [] });
          const starts = rows.map((_, at) => written(rows.slice(0, at), delimiter, ending).split("\n").length);
          expect(read.rows).toEqual(rows.map((row, at) => ({ line: starts[at], cells: row.map(([text]) => text) })));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("are refused exactly where csv-parse refuses them", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, delimiters, sizes, async (text, delimiter, chunkSizes) => {
        const read = await ours(text, delimiter, chunkSizes);
        const expected = theirs(text, delimiter);
        expect(badlyQuotedCell(text, delimiter) === null).toBe(expected !== null);
        if (expected) expect(read).toEqual({ rows: expected, complaints: [] });
        else expect(read.complaints).toHaveLength(1);
      }),
      { numRuns: 3000 },
    );
  });
});
