import { stat } from "node:fs/promises";
import type { Source } from "../sources/source.ts";
import { csvTable } from "./csv-table.ts";
import { fileBytes, firstBytes } from "./file-bytes.ts";
import { fileKind } from "./file-kind.ts";
import type { Complain, FileTable } from "./table.ts";
import { fromUtf16, utf16Of } from "./utf16.ts";
import { wholeTable } from "./whole-table.ts";
import { xlsxTable } from "./xlsx-table.ts";

/** A file being read: its rows, and what has passed of its bytes. */
export type ReadFile = Readonly<{
  table: FileTable;
  passed: () => Readonly<{ fingerprint: string; byteSize: number }>;
}>;

/** The largest file that is read as a whole; CSV passes by and may be of any size. */
const mostWholeBytes = 256e6;

/**
 * Opens a file as a table, by what is in it and not by its name. Null where it is not one, and `complain` has been
 * told why.
 */
export async function readFile(path: string, format: Source["format"], complain: Complain): Promise<ReadFile | null> {
  const first = await firstBytes(path);
  const kind = fileKind(first);
  const refuse = (found: string, expected: string): null => {
    complain({ line: 1, column: null, found, expected });
    return null;
  };
  if (kind === "empty") return refuse("an empty file", "a line of headings, then rows");
  if (typeof kind === "object") return refuse(kind.other, kind.advice);
  if (format === "geojson" && kind !== "json") return refuse("no GeoJSON", "GeoJSON: outlines of places");
  const whole = kind !== "text" || format === "wonder";
  const { size } = await stat(path);
  if (whole && size > mostWholeBytes)
    return refuse(
      `a file of ${Math.round(size / 1e6)} MB`,
      "at most 256 MB in this format; larger tables are loaded as CSV",
    );
  const bytes = fileBytes(path);
  const table = whole
    ? await readWhole(bytes.chunks, kind, format, complain)
    : await readText(bytes.chunks, first, complain);
  return table && { table, passed: bytes.passed };
}

function readText(chunks: AsyncIterable<Buffer>, first: Buffer, complain: Complain): Promise<FileTable | null> {
  const encoding = utf16Of(first);
  return csvTable(encoding ? fromUtf16(chunks, encoding, complain) : chunks, complain);
}

async function readWhole(
  chunks: AsyncIterable<Buffer>,
  kind: "text" | "json" | "zip",
  format: Source["format"],
  complain: Complain,
): Promise<FileTable | null> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  if (kind === "zip") return xlsxTable(bytes, complain);
  return wholeTable(bytes, format === "table" ? "socrata" : format, complain);
}
