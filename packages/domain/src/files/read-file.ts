import { stat } from "node:fs/promises";
import type { Source } from "../sources/source.ts";
import { csvTable } from "./csv-table.ts";
import { type FileBytes, fileBytes, firstBytes } from "./file-bytes.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import type { Complain, FileTable } from "./table.ts";
import { fromUtf16, utf16Of } from "./utf16.ts";
import { wholeTable } from "./whole-table.ts";
import { xlsxTable } from "./xlsx-table.ts";

/** A file being read: its rows, and what has passed of its bytes. Its reader closes it. */
export type ReadFile = Readonly<{ table: FileTable } & Pick<FileBytes, "passed" | "close">>;

/** What is known of a file beforehand: the format that its source reads, and the sheet of a workbook. */
export type Expected = Readonly<{ format: Source["format"]; sheet?: string | undefined }>;

/** The largest file that is read as a whole; CSV passes by and may be of any size. */
const mostWholeBytes = 256e6;

/**
 * Opens a file as a table, by what is in it and not by its name. Null where it is not one, and `complain` has been
 * told why.
 */
export async function readFile(path: string, expected: Expected, complain: Complain): Promise<ReadFile | null> {
  const first = await firstBytes(path);
  const kind = fileKind(first);
  const { size } = await stat(path);
  const whole = kind !== "text" || expected.format === "wonder";
  const wrong = whyNotRead(kind, expected.format, whole ? size : 0);
  if (wrong || kind === "empty" || typeof kind === "object") {
    complain({ line: 1, column: null, ...wrong! });
    return null;
  }
  const { chunks, passed, close } = fileBytes(path);
  const table = whole
    ? await readWhole(chunks, kind, expected, complain)
    : await csvTable(asUtf8(chunks, first, complain), complain);
  if (table) return { table, passed, close };
  await close();
  return null;
}

function whyNotRead(
  kind: FileKind,
  format: Source["format"],
  wholeBytes: number,
): { found: string; expected: string } | null {
  if (kind === "empty") return { found: "an empty file", expected: "a line of headings, then rows" };
  if (typeof kind === "object") return { found: kind.other, expected: kind.advice };
  if (format === "geojson" && kind !== "json") return { found: "no GeoJSON", expected: "GeoJSON: outlines of places" };
  if (wholeBytes <= mostWholeBytes) return null;
  const limit = "at most 256 MB in this format; larger tables are loaded as CSV";
  return { found: `a file of ${Math.round(wholeBytes / 1e6)} MB`, expected: limit };
}

function asUtf8(chunks: AsyncIterable<Buffer>, first: Buffer, complain: Complain): AsyncIterable<Buffer> {
  const encoding = utf16Of(first);
  return encoding ? fromUtf16(chunks, encoding, complain) : chunks;
}

async function readWhole(
  chunks: AsyncIterable<Buffer>,
  kind: "text" | "json" | "zip",
  { format, sheet }: Expected,
  complain: Complain,
): Promise<FileTable | null> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  if (kind === "zip") return xlsxTable(bytes, sheet, complain);
  return wholeTable(bytes, format === "table" ? "socrata" : format, complain);
}
