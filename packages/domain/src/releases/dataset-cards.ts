import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import { sourceByKey } from "../sources/sources.ts";
import type { DatasetCard } from "./release-content.ts";
import type { ReleaseInputs } from "./release-inputs.ts";

type DatasetRow = Omit<DatasetCard, "title" | "licence" | "homepage" | "rowsShown"> & { sourceKey: string };

/** The datasets of a release as receipts show them, in order of precedence. */
export async function datasetCards(
  db: Kysely<Database>,
  systemId: string,
  datasets: ReleaseInputs["datasets"],
): Promise<readonly DatasetCard[]> {
  const ids = datasets.map((dataset) => dataset.id);
  const { rows } = await sql<DatasetRow>`
    select dataset_id as id, source_key as "sourceKey", publisher, data_set as "dataSet", origin, file_name as "fileName",
      byte_size as "byteSize", fingerprint, rows_read as "rowsRead", rows_kept as "rowsKept", doubtful
    from datasets where system_id = ${systemId} and dataset_id = any(${ids})
    order by array_position(${ids}::text[], dataset_id)`.execute(db);
  return rows.map(({ sourceKey, ...row }) => {
    const source = sourceByKey(sourceKey);
    if (!source) throw new Error(`the dataset ${row.id} was read by a source that is no longer here`);
    return {
      ...row,
      title: source.title,
      licence: source.licence,
      homepage: source.homepage,
      rowsShown: !source.onePersonARow && (row.origin === "published" || row.origin === "reported"),
    };
  });
}
