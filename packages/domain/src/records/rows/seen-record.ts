import { z } from "zod";
import type { Context } from "../../kernel/command.ts";
import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { RecordRow } from "./listed-record.ts";

/** The id of a record, such as `event:health-fair`. */
export const recordField = z
  .string()
  .max(500)
  .regex(/^[a-z][a-z-]*:[^\s\0]+$/, "the id of a record");

/** A record, where the one who asks may see it. Else it is not said whether there is one. */
export async function seenRecord({ db, systemId }: Context, recordId: string): Promise<Outcome<RecordRow>> {
  const row = await db
    .selectFrom("records")
    .selectAll()
    .where("system_id", "=", systemId)
    .where("record_id", "=", recordId)
    .executeTakeFirst();
  return row ?? refuse("not-found", "record", "There is no such record that you may see.");
}
