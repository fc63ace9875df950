import { sql } from "kysely";
import type { Context } from "../kernel/command.ts";
import type { Text } from "../kernel/text.ts";
import { tellWhoseTurn } from "../notices/tell-whose-turn.ts";
import { asKeeper } from "./rows/as-keeper.ts";

/** A thing of the office's work, as it is found, listed and waited for. */
export type KeptRecord = Readonly<{
  /** Its kind and its key, such as `release:0123abcd`. */
  recordId: string;
  kind: string;
  facilityId?: string | null;
  /** In both languages where it has a title in both. */
  title: string | Text;
  /** What it can be found by beside its title. */
  words: string;
  state: string;
  /** Keys any one of which shows it: see `locksFor`. */
  locks: readonly string[];
  /** Keys of those whose turn it is; none where nobody is waited for. */
  turn: readonly string[];
  /** What is to be done next, as the code of a message. */
  nextStep?: string | null;
  /** The day by which it is to be done. */
  dueOn?: string | null;
  /** Since when it stands in this state, where that is not as of now or as it was. */
  since?: Date;
}>;

/**
 * Keeps the record of a thing, for the command that makes or changes the thing and in its transaction: what is found, listed
 * and waited for is what is true. Whoever's turn begins gets a notice. A title longer than a list can show is cut.
 */
export async function keepRecord(context: Context, it: KeptRecord): Promise<void> {
  const { db, systemId } = context;
  const ownMark = sql<string>`quote_literal(evenspan_mark(${systemId}, 'record', ${it.recordId}))`;
  const began = await asKeeper(db, ownMark, async () => {
    const before = await db
      .selectFrom("records")
      .where("system_id", "=", systemId)
      .where("record_id", "=", it.recordId)
      .select(["state", "turn", "since"])
      .executeTakeFirst();
    const since = it.since ?? (before?.state === it.state ? before.since : context.now);
    await writeRecord(context, it, since);
    await writeWords(context, it);
    await writeKeys(context, it);
    await writeOpenings(context, it);
    return it.turn.filter((key) => !before?.turn.includes(key));
  });
  if (began.length > 0) await tellWhoseTurn(context, it.recordId, began);
}

const mostLetters = 500;
const cut = (title: string): string => (title.length > mostLetters ? `${title.slice(0, mostLetters - 1)}…` : title);

async function writeRecord({ db, systemId, now }: Context, it: KeptRecord, since: Date): Promise<void> {
  const [title, title_es] = typeof it.title === "string" ? [it.title, null] : [it.title.en, cut(it.title.es)];
  const values = {
    ...{ kind: it.kind, facility_id: it.facilityId ?? null, title: cut(title), title_es, words: it.words },
    ...{ state: it.state, locks: [...new Set(["keeper", ...it.locks])], turn: [...it.turn] },
    ...{ next_step: it.nextStep ?? null, due_on: it.dueOn ?? null, since, changed_at: now },
  };
  await db
    .insertInto("records")
    .values({ system_id: systemId, record_id: it.recordId, ...values })
    .onConflict((conflict) => conflict.columns(["system_id", "record_id"]).doUpdateSet(values))
    .execute();
}

async function writeWords({ db, systemId }: Context, { recordId }: KeptRecord): Promise<void> {
  await sql`
    insert into record_words (system_id, record_id, locks, words)
    select system_id, record_id, locks, evenspan_words_of(record) from records record
    where system_id = ${systemId} and record_id = ${recordId}
    on conflict (system_id, record_id) do update set locks = excluded.locks, words = excluded.words`.execute(db);
}

/** The two lists that are read by key: whose turn it is, and to whom alone it is open. */
async function writeKeys({ db, systemId }: Context, { recordId }: KeptRecord): Promise<void> {
  for (const table of ["record_turns", "record_own_keys"] as const)
    await db.deleteFrom(table).where("system_id", "=", systemId).where("record_id", "=", recordId).execute();
  const record = sql`records where system_id = ${systemId} and record_id = ${recordId}`;
  await sql`
    with turns as (
      insert into record_turns (system_id, key, record_id, waited_until, since)
      select distinct system_id, key, record_id, waited_until, since from (select *, unnest(turn) as key from ${record}) kept)
    insert into record_own_keys (system_id, key, record_id)
    select system_id, key, record_id from (select *, unnest(locks) as key from ${record}) kept where key ~ '^(person:|partner@)'`.execute(
    db,
  );
}

/** What a key opens is found by the person who holds the key; the one who keeps needs only to add to it. */
async function writeOpenings({ db, systemId }: Context, it: KeptRecord): Promise<void> {
  const opening = { system_id: systemId, kind: it.kind, state: it.state, facility_key: it.facilityId ?? "" };
  await db
    .insertInto("record_openings")
    .values([...new Set(it.locks)].map((lock) => ({ ...opening, lock })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
