import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { isFound } from "./asked-words.ts";
import type { RecordRow } from "./listed-record.ts";
import { listOrder, orderedAmong, orderedRecords, type RecordList } from "./ordered-records.ts";

/** How many rows are looked at before it is decided how to search. */
const sampled = 400;
/** In so many of them the words must be found for the rest to be looked at one after another, too. */
const isCommon = 8;
/** The most rows that are looked at one after another. */
const mostWalked = 4000;
/** The most rows that the index is asked for. */
export const mostFound = 2000;

/** Rows that hold what was asked for, and whether not all were looked at: the words should then be narrowed. */
export type FoundRecords = Readonly<{ rows: readonly RecordRow[]; isCut: boolean }>;

/**
 * How to look for words in a list. Along the list, where they are common: a full page is soon together, while the index
 * would name hundreds of thousands of rows. By the index, where they are rare. The first rows of the list tell which, and no
 * guess of the planner's: how common a word is in rows that a policy hides, the planner may not know.
 */
export async function searchWay({ db }: Context, list: RecordList): Promise<"along-list" | "by-index"> {
  const { rows } = await sql<{ seen: number; hits: number }>`
    select count(*) as seen, count(hit) as hits
    from ${orderedRecords(list, sampled)} r left join lateral ${isFound} found on true`.execute(db);
  const { seen, hits } = rows[0]!;
  return seen < sampled || hits >= isCommon ? "along-list" : "by-index";
}

/** The first rows of a list that hold what was asked for (see `askFor`), in the order of the list. */
export async function foundRecords(context: Context, list: RecordList, atMost: number): Promise<FoundRecords> {
  const isAlong = (await searchWay(context, list)) === "along-list";
  return isAlong ? foundAlong(context, list, atMost) : foundByIndex(context, list, atMost);
}

/** What is found by looking at the rows of a list one after another. */
export async function foundAlong({ db }: Context, list: RecordList, atMost: number): Promise<FoundRecords> {
  const { rows } = await sql<RecordRow>`
    select r.* from ${orderedRecords(list, mostWalked)} r cross join lateral ${isFound} found
    order by ${listOrder(list)} limit ${atMost}`.execute(db);
  return {
    rows,
    isCut: rows.length < atMost && (await countUpTo(db, orderedRecords(list, mostWalked + 1))) > mostWalked,
  };
}

async function foundByIndex({ db }: Context, list: RecordList, atMost: number): Promise<FoundRecords> {
  const { rows } = await sql<{ found: number } & { [column in keyof RecordRow]: RecordRow[column] | null }>`
    with found as materialized (select record_id from record_words limit ${mostFound + 1})
    select list.*, (select count(*) from found) as found
    from (values (1)) one left join ${orderedAmong(list, sql`select record_id from found`, atMost)} list on true`.execute(
    db,
  );
  return {
    rows: rows.filter((row): row is typeof row & RecordRow => row.record_id !== null),
    isCut: rows[0]!.found > mostFound,
  };
}

async function countUpTo(db: Context["db"], query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${query} counted`.execute(db);
  return rows[0]!.n;
}
