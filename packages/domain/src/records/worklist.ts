import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { keysOf } from "../kernel/actor.ts";
import { type Context, query } from "../kernel/command.ts";
import { anyRole, wherever } from "./rows/any-role.ts";
import { type ListedRecord, listedRecord, type RecordRow } from "./rows/listed-record.ts";
import { officeDay } from "./rows/office-day.ts";

const mostShown = 100;

/** What waits for someone. `isMore`: more is late, or waits, than is shown. */
export type Worklist = Readonly<{ records: readonly ListedRecord[]; isMore: boolean }>;

/**
 * What waits for the one who asks: everything whose turn is one of the person's keys. What is late comes first, the longest
 * overdue before the rest; then what has waited longest. A hundred of each are shown.
 */
export const worklist = query("query", {
  name: "worklist",
  title: "see what waits for you",
  input: z.object({}),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context): Promise<Worklist> => {
    const today = officeDay(context.now);
    const late = await waiting(context, sql`waited_until < ${today}`, sql`waited_until, since, record_id`);
    const others = await waiting(context, sql`waited_until >= ${today}`, sql`since, record_id`);
    const shown = [late, others].flatMap((rows) => rows.slice(0, mostShown));
    return {
      records: shown.map((row) => listedRecord(row, today)),
      isMore: late.length > mostShown || others.length > mostShown,
    };
  },
});

/** Of each key as many as can be shown, along an index; a thing that waits for two of the person's keys is one thing. */
async function waiting(
  { db, systemId, actor }: Context,
  within: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<readonly RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    with mine as (
      select distinct turn.* from unnest(${keysOf(actor)}::text[]) own (key), lateral (
        select record_id, waited_until, since from record_turns
        where system_id = ${systemId} and record_turns.key = own.key and ${within}
        order by ${order} limit ${mostShown + 1}) turn)
    select records.* from mine join records using (record_id, waited_until, since)
    where system_id = ${systemId} order by ${order} limit ${mostShown + 1}`.execute(db);
  return rows;
}
