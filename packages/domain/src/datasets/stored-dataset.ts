import { sql } from "kysely";
import type { Context } from "../kernel/command.ts";
import type { Source } from "../sources/source.ts";

/** A dataset that is stored, and whether it was there before. */
export type Loaded = Readonly<{
  datasetId: string;
  already: boolean;
  origin: "published" | "reported" | "office" | "synthetic";
  /** SHA-256 of the file's bytes. */
  fingerprint: string;
  byteSize: number;
  /** Rows of the file that were not blank. */
  rowsRead: number;
  /** Observations, links and outlines that were stored. */
  rowsKept: number;
  /** Those of them that must not be published without a decision. */
  doubtful: number;
  /** SHA-256 over what was stored; rows-fingerprint.ts makes it again from the database. */
  rowsFingerprint: string;
}>;

/**
 * The id of the dataset that a file gives: the source's key and the start of the file's fingerprint, and from the
 * source's second version on the version.
 *
 * @example
 * datasetIdOf({ key: "people", version: 2 }, "0123456789abcdef") // => "people-0123456789ab-v2"
 */
export const datasetIdOf = ({ key, version }: Pick<Source, "key" | "version">, fingerprint: string): string =>
  `${key}-${fingerprint.slice(0, 12)}${version > 1 ? `-v${version}` : ""}`;

/** Waits until nobody else is loading this file, and keeps others waiting until this transaction ends. */
export async function lockFile({ db, systemId }: Context, source: Source, fingerprint: string): Promise<void> {
  const name = `load ${systemId} ${source.key} ${source.version} ${fingerprint}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}

/** The dataset that this version of a source made from this file, if there is one. */
export async function storedDataset(
  { db, systemId }: Context,
  source: Source,
  fingerprint: string,
): Promise<Loaded | null> {
  const row = await db
    .selectFrom("datasets")
    .selectAll()
    .where("system_id", "=", systemId)
    .where("source_key", "=", source.key)
    .where("source_version", "=", source.version)
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  if (!row) return null;
  const { dataset_id: datasetId, byte_size: byteSize, doubtful, rows_fingerprint: rowsFingerprint } = row;
  const { rows_read: rowsRead, rows_kept: rowsKept, origin } = row;
  return { datasetId, already: true, origin, fingerprint, byteSize, rowsRead, rowsKept, doubtful, rowsFingerprint };
}
