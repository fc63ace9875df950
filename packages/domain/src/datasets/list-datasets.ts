import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";

/** A dataset in a list. */
export type ListedDataset = Readonly<{
  datasetId: string;
  sourceKey: string;
  origin: string;
  fileName: string;
  fingerprint: string;
  rowsKept: number;
  doubtful: number;
  loadedAt: Date;
}>;

/** What is loaded, in the order in which it came. */
export const listDatasets = (db: Kysely<Database>, systemId: string): Promise<ListedDataset[]> =>
  db
    .selectFrom("datasets")
    .where("system_id", "=", systemId)
    .select([
      "dataset_id as datasetId",
      "source_key as sourceKey",
      "origin",
      "file_name as fileName",
      "fingerprint",
      "rows_kept as rowsKept",
      "doubtful",
      "loaded_at as loadedAt",
    ])
    .orderBy("loaded_at")
    .orderBy("dataset_id")
    .execute();
