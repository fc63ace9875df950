import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";

/** What a list is narrowed to. */
export type ListFilter = Readonly<{
  kind?: string | undefined;
  state?: string | undefined;
  facilityId?: string | undefined;
  isLate?: boolean | undefined;
}>;

/**
 * A kind, state and facility (null for none) of which someone may see records: all of them, or nearly, by a role; or, where
 * it `isOwn`, no more than those that are open to the person or the person's partner organization alone.
 */
export type Opening = Readonly<{ kind: string; state: string; facilityId: string | null; isOwn: boolean }>;

/**
 * What the keys of who asks open: kinds, states and facilities of records that are, or once were, locked with one of them.
 *
 * A list reads what is named here and nothing else. Of a kind of which someone may see nothing it would else read a million
 * rows to show none.
 */
export async function openings({ db, systemId }: Pick<Context, "db" | "systemId">): Promise<readonly Opening[]> {
  const { rows } = await sql<Opening>`
    select kind, state, nullif(facility_key, '') as "facilityId", bool_and(lock ~ '^(person:|partner@)') as "isOwn"
    from record_openings where system_id = ${systemId}
    group by kind, state, facility_key order by kind, state, facility_key`.execute(db);
  return rows;
}

/** Whether an opening is within a filter. */
export const isWithin =
  ({ kind, state, facilityId }: ListFilter) =>
  (one: Opening): boolean =>
    (kind ?? one.kind) === one.kind &&
    (state ?? one.state) === one.state &&
    (facilityId ?? one.facilityId) === one.facilityId;
