import type { Source } from "../sources/source.ts";
import { csvTable } from "./csv-table.ts";
import { fileBytes } from "./file-bytes.ts";
import type { Complain, FileTable } from "./table.ts";

/** A file being read: its rows, and what has passed of its bytes. */
export type ReadFile = Readonly<{
  table: FileTable;
  passed: () => Readonly<{ fingerprint: string; byteSize: number }>;
}>;

/** Opens a file as a table; null where it is not one, and `complain` has been told why. */
export async function readFile(path: string, _format: Source["format"], complain: Complain): Promise<ReadFile | null> {
  const bytes = fileBytes(path);
  const table = await csvTable(bytes.chunks, complain);
  return table && { table, passed: bytes.passed };
}
