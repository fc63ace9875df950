import { sql } from "kysely";
import type { Text } from "../../kernel/text.ts";

/** A record as lists show it: what it is, whose turn, since when, and the one next step. */
export type ListedRecord = Readonly<{
  recordId: string;
  kind: string;
  facilityId: string | null;
  title: Text;
  state: string;
  /** Keys (`role@scope`, `person:<uuid>`) of those whose turn it is. */
  turn: readonly string[];
  /** The code of what is to be done next. */
  nextStep: string | null;
  dueOn: string | null;
  since: Date;
  changedAt: Date;
  /** Someone is waited for, and the day by which it was to be done is over. */
  isLate: boolean;
}>;

/** A record as `recordColumns` reads it. */
export type RecordRow = Readonly<{
  record_id: string;
  kind: string;
  facility_id: string | null;
  title: string;
  title_es: string | null;
  state: string;
  turn: string[];
  next_step: string | null;
  due_on: string | null;
  since: Date;
  changed_at: Date;
  folded: string;
  /** A day, or infinity. */
  waited_until: string;
}>;

/** What a list reads of `records`. */
export const recordColumns = sql.raw(
  "record_id, kind, facility_id, title, title_es, state, turn, next_step, due_on, since, changed_at, folded, waited_until",
);

/**
 * A row as a list shows it on a day.
 *
 * @param today the office's day, `YYYY-MM-DD`
 */
export const listedRecord = (row: RecordRow, today: string): ListedRecord => ({
  ...{ recordId: row.record_id, kind: row.kind, facilityId: row.facility_id, state: row.state, turn: row.turn },
  ...{ title: { en: row.title, es: row.title_es ?? row.title }, nextStep: row.next_step, dueOn: row.due_on },
  ...{ since: row.since, changedAt: row.changed_at, isLate: row.waited_until < today },
});
