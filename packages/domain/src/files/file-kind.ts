/** What a file is, as its first bytes tell; a name can be wrong. */
export type FileKind = "empty" | "text" | "json" | "zip" | Readonly<{ other: string; advice: string }>;

const unpack = "the file that is packed in it";
const table = "a table: CSV, XLSX or a Socrata JSON export";
const asXlsx = "XLSX: open it in a spreadsheet, without a password, and save it as .xlsx or CSV UTF-8";

/** First bytes of kinds that are often loaded by mistake, in latin1, with what to load in their stead. */
const others: readonly (readonly [start: string, what: string, advice: string])[] = [
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls) or one with a password", asXlsx],
  ["%PDF", "a PDF document", table],
  ["\x1f\x8b", "a gzip archive", unpack],
  ["BZh", "a bzip2 archive", unpack],
  ["\xfd7zXZ\x00", "an xz archive", unpack],
  ["7z\xbc\xaf\x27\x1c", "a 7-Zip archive", unpack],
  ["Rar!\x1a\x07", "a RAR archive", unpack],
  ["\x28\xb5\x2f\xfd", "a Zstandard archive", unpack],
  ["\x89PNG\r\n", "an image", table],
  ["\xff\xd8\xff", "an image", table],
  ["GIF8", "an image", table],
  ["II*\x00", "an image", table],
  ["MM\x00*", "an image", table],
  ["SQLite format 3", "an SQLite database", table],
  ["PAR1", "a Parquet file", table],
  ["\x7fELF", "a program", table],
  ["MZ\x90", "a program", table],
  ["{\\rtf", "a text document (RTF)", table],
];

/** An archive with entries, and one without. */
const zips = ["PK\x03\x04", "PK\x05\x06"];

/**
 * The kind of file that begins with these bytes.
 *
 * @example
 * fileKind(Buffer.from("Place,Year\n")) // => "text"
 * @example
 * fileKind(Buffer.from('\n{"meta": 1}')) // => "json"
 * @example
 * fileKind(Buffer.from("%PDF-1.7")).other // => "a PDF document"
 */
export function fileKind(first: Buffer): FileKind {
  if (first.length === 0) return "empty";
  const start = first.toString("latin1", 0, 64);
  if (zips.some((signature) => start.startsWith(signature))) return "zip";
  const known = others.find(([signature]) => start.startsWith(signature));
  if (known) return { other: known[1], advice: known[2] };
  const text = first
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^(<!doctype html|<html)/i.test(text)) return { other: "a web page, perhaps an error message", advice: table };
  if (text.startsWith("<")) return { other: "XML", advice: table };
  return /^[[{]/.test(text) ? "json" : "text";
}
