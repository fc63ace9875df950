import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/command.ts";

/**
 * Does work that may touch any record of the system, whatever keys its person holds: with the key that every record is
 * locked with, and with no other. Then the person's own keys count again.
 *
 * Work that throws has ended its transaction, and its keys with it.
 *
 * @param asked what the work may find among the words of records, as a `tsquery`
 */
export async function asKeeper<T>(db: Context["db"], asked: RawBuilder<string>, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ keys: string; asked: string; words: string }>`
    select coalesce(current_setting('evenspan.keys', true), '') as keys,
           coalesce(current_setting('evenspan.asked', true), '') as words, ${asked} as asked`.execute(db);
  const before = rows[0]!;
  await set(db, "keeper", before.asked);
  const outcome = await work();
  await set(db, before.keys, before.words);
  return outcome;
}

/** By statements with the values in them, as the tenant is set: a function would not reach the workers of a distributed database. */
async function set(db: Context["db"], keys: string, asked: string): Promise<void> {
  await sql`set local evenspan.keys = ${sql.lit(keys)}`.execute(db);
  await sql`set local evenspan.asked = ${sql.lit(asked)}`.execute(db);
}
