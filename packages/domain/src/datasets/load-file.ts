import path from "node:path";
import { fileStatus } from "../files/file-status.ts";
import { type ReadFile, readFile } from "../files/read-file.ts";
import type { FileRow } from "../files/table.ts";
import type { Context } from "../kernel/command.ts";
import { type Complaint, type Outcome, type Refusal, refuse } from "../kernel/refusal.ts";
import type { Source } from "../sources/source.ts";
import { type Complaints, gatherComplaints, refuseFile } from "./complaints.ts";
import { isComplaints, matchHeadings, type Positions } from "./headings.ts";
import { keepDatasetRecords } from "./keep-dataset-records.ts";
import { type KeptRows, keptRows } from "./kept-rows.ts";
import { type RowReader, rowReader } from "./read-rows.ts";
import { openStaging, stage, unstage } from "./staging.ts";
import { datasetIdOf, type Loaded, lockFile, storedDataset } from "./stored-dataset.ts";

/** A file to load, and what is said of it beside what its source says. */
export type FileToLoad = Readonly<{
  path: string;
  fileName?: string | undefined;
  /** The sheet of a workbook, where it is not the first. */
  sheet?: string | undefined;
  origin?: "published" | "reported" | "office" | "synthetic" | undefined;
}>;

/** Loads a file with a source, within the context's transaction; loadDataset is the command over it. */
export async function loadFile(context: Context, source: Source, file: FileToLoad): Promise<Outcome<Loaded>> {
  const fileName = file.fileName ?? path.basename(file.path);
  const status = await fileStatus(file.path);
  if ("absent" in status) return refuse("invalid", "file-absent", `“${fileName}” cannot be read: ${status.absent}.`);
  await lockFile(context, source, status.fingerprint);
  const stored = await storedDataset(context, source, status.fingerprint);
  if (stored) return file.origin && file.origin !== stored.origin ? otherOrigin(fileName, stored) : stored;
  const complaints = gatherComplaints();
  const read = await readIntoStaging(context, source, file, complaints);
  if (!read || complaints.count() > 0) return refuseFile(fileName, complaints);
  const passed = read.passed();
  if (passed.fingerprint !== status.fingerprint)
    return refuse(
      "conflict",
      "file-changed",
      `“${fileName}” changed while it was read. Load it again when it is whole.`,
    );
  return store(context, source, { ...file, fileName }, passed, read);
}

type Passed = Readonly<{ fingerprint: string; byteSize: number }>;
type ReadIn = Readonly<{ kept: KeptRows; reader: RowReader; passed: () => Passed }>;

const otherOrigin = (fileName: string, { datasetId, origin }: Loaded): Refusal =>
  refuse("conflict", "other-origin", `“${fileName}” is loaded already, as ${origin}, in the dataset ${datasetId}.`);

/** Reads the whole file into the waiting tables; null where it could not be read to its end. */
async function readIntoStaging(
  { db, now }: Context,
  source: Source,
  { path, sheet }: FileToLoad,
  complaints: Complaints,
): Promise<ReadIn | null> {
  const complain = source.onePersonARow ? withoutRows(complaints.add) : complaints.add;
  const file = await readFile(path, { format: source.format, sheet }, complain);
  if (!file) return null;
  try {
    const positions = matchHeadings(source.columns, file.table);
    if (!isComplaints(positions)) return await readRows({ db, now }, source, file, positions, complaints);
    for (const complaint of positions) complaints.add(complaint);
    return null;
  } finally {
    await file.close();
  }
}

/** Where rows are people, what is wrong with the file is told without any of their text. */
const withoutRows =
  (add: Complaints["add"]): Complaints["add"] =>
  (complaint) =>
    add({ ...complaint, found: complaint.found.replace(/“.*”/su, "text that is not shown") });

async function readRows(
  { db, now }: Pick<Context, "db" | "now">,
  source: Source,
  { table, passed }: ReadFile,
  positions: Positions,
  complaints: Complaints,
): Promise<ReadIn | null> {
  const kept = keptRows(source.grid, complaints.add);
  const reader = rowReader(source, table, positions, kept, complaints.add, now.getUTCFullYear());
  await openStaging(db);
  await stage(db, "observations", observationTexts(table.blocks, reader, kept, complaints));
  if (reader.rowsRead() === 0 && complaints.count() === 0) complaints.add(onlyHeadings(table.headingLine));
  if (complaints.count() === 0) kept.finish();
  if (complaints.count() === 0) reader.check();
  if (complaints.count() > 0) return null;
  await stage(db, "crosswalk_links", kept.links());
  await stage(db, "boundaries", kept.outlines());
  return { kept, reader, passed };
}

const rowsAtOnce = 5000;

/** The rows to store, as the file is read. After the first complaint nothing more is sent: it would be thrown away. */
async function* observationTexts(
  blocks: AsyncIterable<readonly FileRow[]>,
  reader: RowReader,
  kept: KeptRows,
  complaints: Complaints,
): AsyncGenerator<string> {
  for await (const rows of blocks) {
    reader.read(rows);
    const text = kept.takeObservations();
    if (text !== "" && complaints.count() === 0) yield text;
  }
  if (complaints.count() > 0) return;
  let waiting = 0;
  for (const counted of reader.counted()) {
    kept.observe(counted, counted.line);
    if (++waiting % rowsAtOnce === 0) yield kept.takeObservations();
  }
  yield kept.takeObservations();
}

/** Whoever fills in a file of its own is its publisher. */
async function systemName({ db, systemId }: Context): Promise<string> {
  const row = await db.selectFrom("systems").where("system_id", "=", systemId).select("name").executeTakeFirst();
  return row?.name ?? "";
}

const onlyHeadings = (line: number): Complaint => ({
  line,
  column: null,
  found: "headings, and no row below them",
  expected: "at least one row",
});

async function store(
  context: Context,
  source: Source,
  file: FileToLoad & { fileName: string },
  { fingerprint, byteSize }: Passed,
  { kept, reader }: ReadIn,
): Promise<Loaded> {
  const { db, systemId, actor, now } = context;
  const datasetId = datasetIdOf(source, fingerprint);
  const { rowsKept, doubtful, rowsFingerprint } = kept.totals();
  const rowsRead = reader.rowsRead();
  const row = {
    ...{ system_id: systemId, dataset_id: datasetId, source_key: source.key, source_version: source.version },
    ...{ fingerprint, file_name: file.fileName, byte_size: byteSize, origin: file.origin ?? source.origin },
    ...{
      publisher: source.publisher ?? (await systemName(context)),
      data_set: source.dataSet,
      rows_read: rowsRead,
      rows_kept: rowsKept,
      doubtful,
    },
    ...{ rows_fingerprint: rowsFingerprint, loaded_by: actor.name, loaded_at: now },
  };
  await db.insertInto("datasets").values(row).execute();
  await unstage(db, systemId, datasetId);
  await keepDatasetRecords(context, { datasetId, fileName: file.fileName, doubtful }, source.dataSet);
  return {
    ...{ datasetId, already: false, origin: row.origin, fingerprint, byteSize },
    ...{ rowsRead, rowsKept, doubtful, rowsFingerprint },
  };
}
