import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { askFor, readWords } from "../search/asked-words.ts";
import { type FoundRecords, foundRecords } from "../search/found-records.ts";
import type { RecordRow } from "./listed-record.ts";
import type { ListFilter } from "./openings.ts";
import { orderedRecords, type RecordList } from "./ordered-records.ts";

const nothing: FoundRecords = { rows: [], readOn: null, isCut: false };

/** The first rows of a list, of those alone that hold the words where there are any. */
export async function listRows(
  context: Context,
  list: RecordList,
  { text, ...filter }: ListFilter & Readonly<{ text?: string | undefined }>,
  atMost: number,
): Promise<FoundRecords> {
  if (list.openings.length === 0) return nothing;
  if (!text) {
    const query = sql<RecordRow>`select * from ${orderedRecords(list, atMost, atMost)} list`;
    return { ...nothing, rows: (await query.execute(context.db)).rows };
  }
  const asked = await readWords(context, text, filter);
  if (!asked) return nothing;
  await askFor(context, asked.words, asked);
  return foundRecords(context, list, asked, atMost);
}
