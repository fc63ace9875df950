import { fileStatus } from "../files/file-status.ts";
import { readFile } from "../files/read-file.ts";
import type { FileTable } from "../files/table.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import { isComplaints, matchHeadings } from "./headings.ts";
import type { Source } from "./source.ts";
import { sourceByKey, sources } from "./sources.ts";

/** The source with this key, or a refusal that lists those that there are. */
export function sourceNamed(key: string): Outcome<Source> {
  return (
    sourceByKey(key) ?? refuse("not-found", "source", `There is no source “${key}”. There are: ${keysOf(sources)}.`)
  );
}

/**
 * The source that reads a file, found by its headings: of those whose required columns are all there, the one that
 * finds most of its columns. Refuses where none does, or several find as many.
 */
export async function recogniseSource(path: string): Promise<Outcome<Source>> {
  const status = await fileStatus(path);
  if ("absent" in status) return refuse("invalid", "file-absent", `The file cannot be read: ${status.absent}.`);
  for (const format of ["table", "geojson", "wonder"] as const) {
    const file = await readFile(path, { format }, () => {});
    await file?.close();
    const found = file ? bestMatches(file.table, format) : [];
    if (found.length === 1) return found[0]!;
    if (found.length > 1) return unrecognised(`could be read by ${keysOf(found)}`);
  }
  return unrecognised("has not the columns of any source");
}

function bestMatches(table: FileTable, format: Source["format"]): readonly Source[] {
  const columnsFound = (source: Source): number => {
    const positions = source.format === format ? matchHeadings(source.columns, table) : [];
    return isComplaints(positions) ? 0 : positions.size;
  };
  const most = Math.max(...sources.map(columnsFound));
  return most === 0 ? [] : sources.filter((source) => columnsFound(source) === most);
}

const keysOf = (some: readonly Source[]): string => some.map(({ key }) => key).join(", ");

const unrecognised = (why: string): Outcome<Source> =>
  refuse(
    "invalid",
    "source-unknown",
    `The file ${why}. Name the source that is to read it, one of: ${keysOf(sources)}.`,
  );
