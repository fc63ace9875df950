import { sql } from "kysely";
import { keysOf } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/command.ts";
import type { ListFilter } from "../rows/openings.ts";
import { searchQuery, type TypedWords } from "./search-query.ts";

/** What someone looks for, as queries (`tsquery`) for the words of records. */
export type AskedWords = Readonly<{
  /** The words in English, in Spanish, or as typed without accents; the last one may be the beginning of a word. */
  words: string;
  /** The same without beginnings. */
  wholeWords: string;
  /** The last word alone, whole. */
  lastWord: string;
  /**
   * The marks of the person's keys and of the filter, which are looked for together with the words. They hold no right, for
   * the policy compares the locks themselves; but a word that is common in rows of others then costs nothing.
   */
  marks: string;
  /** What was typed, in small letters without accents. */
  folded: string;
}>;

type Read = TypedWords & Readonly<{ typedFolded: string; marks: string }>;

/** Reads what was typed, as a search on the web is read (quotes, `or`, `-`); null where there is no word in it. */
export async function readWords(
  { db, systemId, actor }: Context,
  typed: string,
  { kind, state, facilityId }: ListFilter,
): Promise<AskedWords | null> {
  const mark = (what: string, value: string) => sql`quote_literal(evenspan_mark(${systemId}, ${what}, ${value}))`;
  const keys = sql`(select string_agg(quote_literal(evenspan_mark(${systemId}, 'lock', key)), ' | ') from unnest(${keysOf(actor)}::text[]) key)`;
  const filter = Object.entries({ kind, state, facility: facilityId });
  const marks = filter.flatMap(([what, value]) => (value === undefined ? [] : [mark(what, value)]));
  const { rows } = await sql<Read>`
    select websearch_to_tsquery('simple', typed)::text as "asTyped",
      websearch_to_tsquery('simple', evenspan_folded(typed))::text as folded, evenspan_folded(typed) as "typedFolded",
      coalesce((select json_object_agg(word, json_build_array(ts_lexize('english_stem', word), ts_lexize('spanish_stem', word)))
        from unnest(tsvector_to_array(to_tsvector('simple', typed))) word), '{}') as stems,
      concat_ws(' & ', '(' || ${keys} || ')', ${sql.join([...marks, sql`null`])}) as marks
    from (values (${typed.replaceAll("\0", " ")}::text)) said (typed)`.execute(db);
  const { typedFolded, marks: allMarks, ...words } = rows[0]!;
  const query = searchQuery(words);
  return query && { ...query, marks: allMarks, folded: typedFolded.trim() };
}

/** Makes the transaction look for words: from here on it sees those rows of `record_words` that hold them and no others. */
export async function askFor({ db }: Pick<Context, "db">, words: string, { marks }: AskedWords): Promise<void> {
  await sql`set local evenspan.asked = ${sql.lit(`(${words}) & ${marks}`)}`.execute(db);
}

/**
 * Whether a row of a query over records `r` is among what was asked for (`hit` is 1), and whether it holds the last word
 * (`ends` is 1) where that was asked for, too. By the record's own key, never by the words.
 */
export const isFound = ({ words, lastWord }: Pick<AskedWords, "words" | "lastWord">) => sql`(
  select case when words @@ ${words}::tsquery then 1 end as hit, case when words @@ ${lastWord}::tsquery then 1 end as ends
  from record_words w where w.system_id = r.system_id and w.record_id = r.record_id offset 0)`;

/** Gives the transaction memory for a search by the index: the beginning of a word gathers many rows at once, which in a smaller memory would be read twice. */
export const makeRoom = ({ db }: Pick<Context, "db">) => sql`set local work_mem = '32MB'`.execute(db);
