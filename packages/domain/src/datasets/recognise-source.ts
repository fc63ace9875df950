import { basename } from "node:path";
import { fileStatus } from "../files/file-status.ts";
import { readFile } from "../files/read-file.ts";
import type { FileTable } from "../files/table.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import type { Source } from "../sources/source.ts";
import { sourceByKey, sources } from "../sources/sources.ts";
import { gatherComplaints, refuseFile } from "./complaints.ts";
import { isComplaints, matchHeadings } from "./headings.ts";

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
export async function recogniseSource(path: string, fileName = basename(path)): Promise<Outcome<Source>> {
  const status = await fileStatus(path);
  if ("absent" in status) return refuse("invalid", "file-absent", `“${fileName}” cannot be read: ${status.absent}.`);
  const complaints = gatherComplaints();
  let headings: readonly string[] | null = null;
  for (const format of ["table", "geojson", "wonder"] as const) {
    const file = await readFile(path, { format }, format === "table" ? complaints.add : () => {});
    await file?.close();
    const found = file ? bestMatches(file.table, format) : [];
    if (found.length === 1) return found[0]!;
    if (found.length > 1) return unrecognised(fileName, `could be read by ${keysOf(found)}`);
    headings ??= file?.table.headings ?? null;
  }
  return headings ? unrecognised(fileName, noSource(headings)) : refuseFile(fileName, complaints);
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

const noSource = (headings: readonly string[]): string =>
  `has the headings ${headings.slice(0, 12).join(", ")}${headings.length > 12 ? " and more" : ""}, which no source reads`;

const unrecognised = (fileName: string, why: string): Outcome<Source> =>
  refuse(
    "invalid",
    "source-unknown",
    `“${fileName}” ${why}. Name the source that is to read it, one of: ${keysOf(sources)}.`,
  );
