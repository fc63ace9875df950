import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import type { PageEnd } from "../rows/list-order.ts";
import type { RecordRow } from "../rows/listed-record.ts";
import { orderedAmong, type RecordList } from "../rows/ordered-records.ts";
import { type AskedWords, makeRoom } from "./asked-words.ts";
import { lookAlong } from "./look-along.ts";

/** Of common words a page is looked for so often, each time further down the list. */
const mostLooks = 4;
/** The most rows that the index is asked for. */
export const mostFound = 1000;

/** Rows that hold what was asked for; where to read on, if the page is not full and the list not at its end; whether the index held more than it was asked for. */
export type FoundRecords = Readonly<{ rows: readonly RecordRow[]; readOn: PageEnd | null; isCut: boolean }>;

/** The first rows of a list that hold what was asked for (see `askFor`), in the order of the list. */
export async function foundRecords(
  context: Context,
  list: RecordList,
  asked: AskedWords,
  atMost: number,
): Promise<FoundRecords> {
  const rows: RecordRow[] = [];
  let readOn = list.end;
  for (let looks = 0; looks < mostLooks && rows.length < atMost; looks++) {
    const look = await lookAlong(context, { ...list, end: readOn }, asked, atMost - rows.length);
    if (looks === 0 && !look.isCommon) return foundByIndex(context, list, atMost);
    rows.push(...look.hits.slice(0, look.sure));
    readOn = look.readOn;
    if (readOn === null) break;
  }
  return { rows, readOn: rows.length < atMost ? readOn : null, isCut: false };
}

type FoundRow = Readonly<{ found: number } & { [column in keyof RecordRow]: RecordRow[column] | null }>;

async function foundByIndex({ db }: Context, list: RecordList, atMost: number): Promise<FoundRecords> {
  await makeRoom({ db });
  const { rows } = await sql<FoundRow>`
    with found as materialized (select record_id from record_words limit ${mostFound + 1})
    select list.*, (select count(*) from found) as found
    from (values (1)) one left join ${orderedAmong(list, sql`select record_id from found`, atMost)} list on true`.execute(
    db,
  );
  const held = rows.filter((row): row is FoundRow & RecordRow => row.record_id !== null);
  return { rows: held, readOn: null, isCut: rows[0]!.found > mostFound };
}
