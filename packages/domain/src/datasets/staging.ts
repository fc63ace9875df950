import { copyIn } from "@evenspan/database/copy";
import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";

/**
 * Rows wait in temporary tables until their whole file has been found good. COPY cannot write to tables with row-level
 * security, and a dataset's row, which holds the totals, must stand before the rows that point to it.
 */
const tables = {
  observations:
    "observation_no, measure, place_id, year_from, year_to, sex, age_from, age_below, cause, state, value, lower, upper, doubt, said_by, line",
  crosswalk_links: "from_place_id, to_place_id, weight, line",
  boundaries: "place_id, geometry, line",
} as const;

/** The tables that hold the rows of a dataset. */
export type RowTable = keyof typeof tables;

const rowTables = Object.keys(tables) as RowTable[];
const run = (db: Transaction<Database>, statement: string) => sql.raw(statement).execute(db);

/** Makes empty waiting tables, which end with the transaction. */
export async function openStaging(db: Transaction<Database>): Promise<void> {
  for (const table of rowTables) {
    await run(db, `drop table if exists pg_temp.staged_${table}`);
    await run(
      db,
      `create temporary table staged_${table} on commit drop as select ${tables[table]} from ${table} with no data`,
    );
  }
}

/** Streams rows, as text for COPY, into the waiting table. */
export const stage = (
  db: Transaction<Database>,
  table: RowTable,
  rows: AsyncIterable<string> | Iterable<string>,
): Promise<number> => copyIn(db, `copy pg_temp.staged_${table} (${tables[table]}) from stdin`, inOrder(rows));

async function* inOrder(rows: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* rows;
}

/** Moves all waiting rows to their tables, as rows of this dataset. */
export async function unstage(db: Transaction<Database>, systemId: string, datasetId: string): Promise<void> {
  for (const table of rowTables) {
    await sql`insert into ${sql.ref(table)} (system_id, dataset_id, ${sql.raw(tables[table])})
      select ${systemId}::uuid, ${datasetId}, ${sql.raw(tables[table])} from ${sql.raw(`pg_temp.staged_${table}`)}`.execute(
      db,
    );
    await run(db, `drop table pg_temp.staged_${table}`);
  }
}
