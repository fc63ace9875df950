import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { askFor, readWords } from "./asked-words.ts";
import { type FoundRecords, foundRecords } from "./found-records.ts";
import type { RecordRow } from "./listed-record.ts";
import { orderedRecords, type RecordList } from "./ordered-records.ts";

/** The first rows of a list, of those alone that hold the words where there are any. */
export async function listRows(
  context: Context,
  list: RecordList,
  text: string | undefined,
  atMost: number,
): Promise<FoundRecords> {
  if (list.kinds.length === 0) return { rows: [], isCut: false };
  if (text) {
    const words = await readWords(context, text);
    if (!words) return { rows: [], isCut: false };
    await askFor(context, words, list.filter);
    return foundRecords(context, list, atMost);
  }
  const { rows } = await sql<RecordRow>`select * from ${orderedRecords(list, atMost)} list`.execute(context.db);
  return { rows, isCut: false };
}
