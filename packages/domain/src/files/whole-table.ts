import { isUtf8 } from "node:buffer";
import { normaliseGeojson } from "@evenspan/standards/geojson/normalise";
import { isMalformed, type Malformed } from "@evenspan/standards/malformed";
import { socrataTable } from "@evenspan/standards/socrata/socrata-table";
import { parseWonder } from "@evenspan/standards/wonder/parse-wonder";
import type { Complain, FileRow, FileTable } from "./table.ts";
import { withoutNul } from "./without-nul.ts";

type Read = Readonly<{ headings: readonly string[]; fieldNames?: readonly string[]; rows: readonly FileRow[] }>;

/** The formats that are read as a whole, because their standards put no rows on lines. */
const readers = { socrata: socrataTable, wonder: parseWonder, geojson: outlineTable } as const;

/** A file of one of these formats as a table; null where it is not one, and `complain` has been told why. */
export function wholeTable(bytes: Buffer, format: keyof typeof readers, complain: Complain): FileTable | null {
  if (!isUtf8(bytes)) {
    complain({ line: 1, column: null, found: "bytes that are not UTF-8", expected: "UTF-8, as it was downloaded" });
    return null;
  }
  const read: Read | Malformed = readers[format](bytes.toString("utf8"));
  if (isMalformed(read)) {
    complain({ line: read.line, column: null, found: read.found, expected: read.expected });
    return null;
  }
  return { ...read, headingLine: 1, blocks: oneBlock(withoutNul(read.rows, complain)), commaMayBePoint: false };
}

async function* oneBlock(rows: readonly FileRow[]): AsyncGenerator<readonly FileRow[]> {
  yield rows;
}

/** Outlines as a table: a column for each property that any outline has, and one for its id. */
function outlineTable(text: string): Read | Malformed {
  const read = normaliseGeojson(text);
  if (isMalformed(read)) return read;
  const names = [...new Set(read.features.flatMap(({ properties }) => Object.keys(properties)))];
  const rows = read.features.map(({ line, id, properties, geometry }) => ({
    line,
    geometry,
    cells: [id ?? "", ...names.map((name) => propertyText(properties[name]))],
  }));
  return { headings: ["feature id", ...names], rows };
}

const propertyText = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
