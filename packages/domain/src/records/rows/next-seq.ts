import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";

/** The next number of what hangs on a record. Two people who add at once do so one after the other, and neither is turned away. */
export async function nextSeq(
  { db, systemId }: Context,
  table: "comments" | "record_files",
  recordId: string,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table} of ${systemId} ${recordId}`}, 0))`.execute(db);
  const { last } = await db
    .selectFrom(table)
    .where("system_id", "=", systemId)
    .where("record_id", "=", recordId)
    .select(({ fn }) => fn.max("seq").as("last"))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
