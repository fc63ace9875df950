import { sql } from "kysely";
import { z } from "zod";
import { type Context, query } from "../kernel/command.ts";
import { anyRole, wherever } from "./rows/any-role.ts";
import { listOf } from "./rows/list-input.ts";
import { type ListedRecord, listedRecord, type RecordRow, recordColumns } from "./rows/listed-record.ts";
import { openings } from "./rows/openings.ts";
import { orderedRecords, type RecordList } from "./rows/ordered-records.ts";
import { type AskedWords, askFor, makeRoom, readWords } from "./search/asked-words.ts";
import { mostFound } from "./search/found-records.ts";
import { type Look, lookAlong } from "./search/look-along.ts";

const mostShown = 50;
const mostByTitle = 20;

/** What a search found, the best first. `found` is how many there are; null for too many to count: the words should be narrowed. */
export type Found = Readonly<{ records: readonly ListedRecord[]; found: number | null }>;

/**
 * Finds records by words, in English or Spanish, with accents or without, as soon as the beginning of the last word is
 * typed. A title that begins with what was typed comes first; of words that are everywhere, some of the newest records.
 */
export const findRecords = query("query", {
  name: "find-records",
  title: "search the office's records",
  input: z.object({ text: z.string().trim().max(200) }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { text }): Promise<Found> => {
    const asked = await readWords(context, text, {});
    const open = await openings(context);
    if (!asked || open.length === 0) return { records: [], found: 0 };
    await askFor(context, `(${asked.words}) | ${asked.lastWord}`, asked);
    const newest = listOf(context, open, { sort: "changed", direction: "down" });
    const look = await lookAlong(context, newest, asked, mostShown + 1);
    const { rows, found } = look.isCommon
      ? await findNewest(context, newest, look, asked)
      : await findBest(context, asked, look);
    return { records: rows.slice(0, mostShown).map((row) => listedRecord(row, newest.today)), found };
  },
});

type FoundRows = Readonly<{ rows: readonly RecordRow[]; found: number | null }>;

/** Where the words are common: titles that begin with them, then the newest of the records that hold them. */
async function findNewest(
  { db }: Context,
  newest: RecordList,
  { hits, readOn }: Look,
  { folded }: AskedWords,
): Promise<FoundRows> {
  if (readOn === null && hits.length <= mostShown) return { rows: bestFirst(hits, folded), found: hits.length };
  const byTitle: RecordList = { ...newest, order: { sort: "title", direction: "up" }, beginning: folded };
  const titles = sql<RecordRow>`select * from ${orderedRecords(byTitle, mostByTitle, mostByTitle)} titled`;
  const titled = (await titles.execute(db)).rows;
  const ids = new Set(titled.map((row) => row.record_id));
  return { rows: [...titled, ...hits.filter((row) => !ids.has(row.record_id))], found: null };
}

const bestFirst = (rows: readonly RecordRow[], folded: string): readonly RecordRow[] =>
  [true, false].flatMap((first) => rows.filter((row) => row.folded.startsWith(folded) === first));

/**
 * Where the words are rare: all that hold them, by how well they do. The last word is taken for a beginning only where too
 * few hold it whole and it is no common word itself: to gather all that begins with one takes as long as all the rest.
 */
async function findBest(context: Context, asked: AskedWords, { isLastWordCommon }: Look): Promise<FoundRows> {
  await makeRoom(context);
  await askFor(context, asked.wholeWords, asked);
  const whole = await bestOf(context, asked.wholeWords, asked);
  if (whole.rows.length === mostShown || isLastWordCommon || asked.words === asked.wholeWords) return whole;
  await askFor(context, asked.words, asked);
  return bestOf(context, asked.words, asked);
}

async function bestOf({ db, systemId }: Context, words: string, { folded }: AskedWords): Promise<FoundRows> {
  const { rows } = await sql<RecordRow & { found: number }>`
    with found as materialized (
      select record_id, ts_rank(words, ${words}::tsquery) as rank from record_words limit ${mostFound + 1})
    select ${recordColumns}, (select count(*) from found) as found
    from (select record_id as id, rank from found) best join records on system_id = ${systemId} and record_id = id
    order by starts_with(folded, ${folded}) desc, rank desc, changed_at desc, record_id limit ${mostShown}`.execute(db);
  const found = rows[0]?.found ?? 0;
  return { rows, found: found > mostFound ? null : found };
}
