import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Transaction } from "kysely";
import { from, to } from "pg-copy-streams";
import type { Database } from "./schema.ts";
import { clientUnder } from "./tenant.ts";

/**
 * Streams rows into a table with COPY, in a transaction that `inTenant` opened: millions of rows in flat memory, all
 * or none.
 *
 * COPY obeys the table's grants, but Postgres refuses COPY FROM on a table with row-level security: copy into a
 * temporary table and insert from there.
 *
 * @param statement `copy t (a, b) from stdin`, with its format
 * @param source the bytes, as chunks of any size
 * @returns how many rows went in
 */
export async function copyIn(
  trx: Transaction<Database>,
  statement: string,
  source: AsyncIterable<string | Uint8Array> | Readable,
): Promise<number> {
  const target = clientUnder(trx).query(from(statement));
  await pipeline(source, target);
  return target.rowCount ?? 0;
}

/** Streams rows out with COPY: `copy (select …) to stdin`, with its format. */
export function copyOut(trx: Transaction<Database>, statement: string): Readable {
  return clientUnder(trx).query(to(statement));
}
