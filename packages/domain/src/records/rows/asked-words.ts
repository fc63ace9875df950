import { sql } from "kysely";
import { keysOf } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/command.ts";
import type { ListFilter } from "./openings.ts";

/** What someone looks for. */
export type AskedWords = Readonly<{
  /** The words as a `tsquery`: in English, in Spanish, or as typed without accents, whose last word may be a beginning. */
  words: string;
  /** What was typed, in small letters without accents. */
  folded: string;
}>;

/** Reads what was typed, as a search on the web is read (quotes, `or`, `-`); null where there is no word in it. */
export async function readWords({ db }: Context, typed: string): Promise<AskedWords | null> {
  const { rows } = await sql<Record<"english" | "spanish" | "simple" | "folded", string>>`
    select websearch_to_tsquery('english', typed)::text as english, websearch_to_tsquery('spanish', typed)::text as spanish,
      websearch_to_tsquery('simple', evenspan_folded(typed))::text as simple, evenspan_folded(typed) as folded
    from (values (${typed.replaceAll("\0", " ")}::text)) said (typed)`.execute(db);
  const { english, spanish, simple, folded } = rows[0]!;
  const ways = [...new Set([simple, english, spanish])]
    .filter((way) => way !== "")
    .map((way) => (way === simple ? asBeginning(way) : way));
  return ways.length === 0 ? null : { words: ways.map((way) => `(${way})`).join(" | "), folded: folded.trim() };
}

/**
 * Lets the last word of a query also be the beginning of one, unless it is a single letter, or one that is not wanted.
 *
 * @example
 * asBeginning("'garfield' & 'par'") // => "'garfield' & 'par':*"
 * @example
 * asBeginning("'fair' & !'food'") // => "'fair' & !'food'"
 */
export const asBeginning = (query: string): string => (/(^|[ (])'[^']{2,}'$/.test(query) ? `${query}:*` : query);

/**
 * Makes the transaction look for words: from here on it sees those rows of `record_words` that hold them and no others.
 *
 * The marks of the person's own keys, and of the filter, are looked for together with the words. They hold no right, for
 * the policy compares the locks themselves; but a word that is common in rows of others then costs nothing.
 */
export async function askFor(
  { db, systemId, actor }: Context,
  { words }: AskedWords,
  filter: ListFilter,
): Promise<void> {
  const { kind, state, facilityId } = filter;
  const mark = (what: string, value: string) => sql`quote_literal(evenspan_mark(${systemId}, ${what}, ${value}))`;
  const locks = sql`(select string_agg(quote_literal(evenspan_mark(${systemId}, 'lock', lock)), ' | ') from unnest(${keysOf(actor)}::text[]) lock)`;
  const narrowed = Object.entries({ kind, state, facility: facilityId }).flatMap(([what, value]) =>
    value === undefined ? [] : [mark(what, value)],
  );
  const { rows } = await sql<{ asked: string }>`
    select concat_ws(' & ', ${`(${words})`}::text, '(' || ${locks} || ')', ${sql.join([...narrowed, sql`null`])}) as asked`.execute(
    db,
  );
  await sql`set local evenspan.asked = ${sql.lit(rows[0]!.asked)}`.execute(db);
  // A search for the beginning of a word gathers many rows at once; in a smaller memory it would read them all again.
  await sql`set local work_mem = '32MB'`.execute(db);
}

/** Whether a row of a query over records `r` is among what was asked for: one row where it is. By the record's own key, never by the words. */
export const isFound = sql`(select 1 as hit from record_words w where w.system_id = r.system_id and w.record_id = r.record_id offset 0)`;
