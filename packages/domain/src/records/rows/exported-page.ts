import { sql } from "kysely";
import { z } from "zod";
import { type Context, query } from "../../kernel/command.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import { askFor, isFound, readWords } from "../search/asked-words.ts";
import { anyStaff, wherever } from "./any-role.ts";
import { listInput, wantedList } from "./list-input.ts";
import { endAt, pageMark } from "./list-order.ts";
import type { RecordRow } from "./listed-record.ts";
import { listOrder, orderedRecords, type RecordList } from "./ordered-records.ts";

const rowsAtOnce = 1000;

/** A stretch of a list that is taken out: the rows to write, and the mark to read on from; null at the end of the list. */
export type ExportedPage = Readonly<{ rows: readonly RecordRow[]; next: string | null }>;

/**
 * Reads a stretch of a list that is taken out. Where words are looked for, every row of the list is looked at, so that none
 * is left out however many there are.
 */
export const exportedPage = query("query", {
  name: "export-records-page",
  title: "export the office's records",
  input: z.object({ ...listInput, after: z.string().optional() }),
  access: anyStaff,
  concerns: wherever(anyStaff),
  run: async (context, { after, ...wanted }) => {
    const asked = await wantedList(context, wanted, after);
    if (isRefusal(asked)) return asked;
    const read = await stretchOf(context, asked.list, wanted.text);
    const next = read.length < rowsAtOnce ? null : pageMark(asked.list.order, endAt(asked.list.order, read.at(-1)!));
    return { rows: read.filter(({ hit }) => hit !== null), next } satisfies ExportedPage;
  },
});

type ReadRow = RecordRow & Readonly<{ hit: number | null }>;

async function stretchOf(context: Context, list: RecordList, text: string | undefined): Promise<readonly ReadRow[]> {
  const asked = text ? await readWords(context, text, {}) : undefined;
  if (list.openings.length === 0 || asked === null) return [];
  if (asked) await askFor(context, asked.words, asked);
  const hit = asked ? isFound(asked) : sql`(select 1 as hit)`;
  const { rows } = await sql<ReadRow>`
    select r.*, hit from ${orderedRecords(list, rowsAtOnce, rowsAtOnce)} r left join lateral ${hit} found on true
    order by ${listOrder(list)}`.execute(context.db);
  return rows;
}
