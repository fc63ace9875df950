import type { Context } from "../../kernel/command.ts";

/** What a list is narrowed to. */
export type ListFilter = Readonly<{
  kind?: string | undefined;
  state?: string | undefined;
  facilityId?: string | undefined;
  isLate?: boolean | undefined;
}>;

/** A kind, state and facility of which the person may see records; the facility is null for those of none. */
export type Opening = Readonly<{ kind: string; state: string; facilityId: string | null }>;

/**
 * What the keys of who asks open: kinds, states and facilities of records that are, or once were, locked with one of them.
 *
 * A list reads only the kinds that are named here. Of a kind of which someone may see nothing it would else read a million
 * rows to show none.
 */
export async function openings({ db, systemId }: Pick<Context, "db" | "systemId">): Promise<readonly Opening[]> {
  const rows = await db
    .selectFrom("record_openings")
    .where("system_id", "=", systemId)
    .select(["kind", "state", "facility_id"])
    .distinct()
    .orderBy("kind")
    .orderBy("state")
    .orderBy("facility_id")
    .execute();
  return rows.map((row) => ({ kind: row.kind, state: row.state, facilityId: row.facility_id || null }));
}

/** The kinds among openings. */
export const kindsOf = (all: readonly Opening[]): readonly string[] => [...new Set(all.map(({ kind }) => kind))];
