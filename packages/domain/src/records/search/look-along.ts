import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { endAt, type PageEnd } from "../rows/list-order.ts";
import type { RecordRow } from "../rows/listed-record.ts";
import { listOrder, orderedRecords, type RecordList } from "../rows/ordered-records.ts";
import { type AskedWords, isFound } from "./asked-words.ts";

/** About how many rows are looked at, of all openings together. */
const rowsLookedAt = 600;
/** Words that are in so large a share of them are common. */
const commonShare = 0.04;

/** What was found by looking at the first rows of a list. */
export type Look = Readonly<{
  /** Rows that hold the words, in the order of the list. */
  hits: readonly RecordRow[];
  /** Of these, so many from the first on have no other between them. */
  sure: number;
  /** The row up to which every row was looked at; null where that is the end of the list. */
  readOn: PageEnd | null;
  /** Whether reading on finds more rows soon. */
  isCommon: boolean;
  /** Whether the last word alone is in many rows, if that was asked for, too. */
  isLastWordCommon: boolean;
}>;

type Row = { [column in keyof RecordRow]: RecordRow[column] | null } & Readonly<{
  seen: number;
  held: number;
  ended: number;
  frontier: number | null;
  place: number;
  hit: number | null;
}>;

/**
 * Looks at the first rows of each opening of a list for what was asked (see `askFor`), and gives up to so many hits.
 *
 * That is also how it is decided how to search. Words that are in many of these rows are found by reading on, where the index
 * would name hundreds of thousands of rows; words that are in few are looked up in the index. No guess of the planner's decides:
 * how common a word is in rows that a policy hides, it may not know.
 */
export async function lookAlong({ db }: Context, list: RecordList, asked: AskedWords, atMost: number): Promise<Look> {
  const ofEach = Math.max(5, Math.ceil(rowsLookedAt / list.openings.length));
  const order = listOrder(list);
  const { rows } = await sql<Row>`
    with looked as materialized (
      select r.*, hit, ends, row_number() over (partition by opening, stretch order by ${order}) as nth, row_number() over (order by ${order}) as place
      from ${orderedRecords(list, ofEach, 20 * rowsLookedAt)} r left join lateral ${isFound(asked)} found on true),
    told as (select count(*) as seen, count(hit) as held, count(ends) as ended, min(place) filter (where opening > 0 and nth = ${ofEach}) as frontier from looked)
    select told.*, shown.* from told left join lateral (
      (select * from looked where hit = 1 order by place limit ${atMost}) union all select * from looked where place = frontier) shown on true`.execute(
    db,
  );
  const { seen, held, ended, frontier } = rows[0]!;
  const shown = rows.filter((row): row is Row & RecordRow => row.record_id !== null);
  const end = frontier === null ? undefined : shown.find(({ place }) => place === frontier);
  const hits = (end ? shown.slice(0, -1) : shown).filter(({ hit }) => hit === 1);
  return {
    hits,
    sure: hits.filter(({ place }) => place <= (frontier ?? Number.POSITIVE_INFINITY)).length,
    readOn: end ? endAt(list.order, end) : null,
    isCommon: frontier === null || held >= commonShare * seen,
    isLastWordCommon: ended >= commonShare * seen,
  };
}
