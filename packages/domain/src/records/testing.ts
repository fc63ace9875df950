import type { OpenDatabase } from "@evenspan/database/pools";
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, actorWith, locksFor } from "../kernel/actor.ts";
import { type Context, command } from "../kernel/command.ts";
import type { Role } from "../kernel/roles.ts";
import { openStaff, type Staff } from "../people/testing.ts";
import { type KeptRecord, keepRecord } from "./keep-record.ts";

/** Keeps a record, as any command does that makes or changes a thing. Anyone may, so that tests can. */
const keepIt = command<KeptRecord, { recordId: string }>({
  name: "keep-it",
  title: "keep a record",
  input: z.custom<KeptRecord>(),
  access: { resident: "system" },
  run: async (context, it) => {
    await keepRecord(context, it);
    return { recordId: it.recordId };
  },
});

/** An office in which records are kept. */
export type RecordOffice = Staff &
  Readonly<{
    /** Keeps a record: an event that office staff see, but for what is said otherwise. Its id is `kind:key`. */
    keep: (
      key: string,
      it?: Partial<KeptRecord> & Readonly<{ seenBy?: readonly Role[]; by?: Actor }>,
    ) => Promise<string>;
    /** Keeps so many walks at once, numbered from 1, each a minute younger than the one before: only office staff see them. */
    fill: (walks: number) => Promise<void>;
  }>;

/** Opens an office for tests of records. */
export async function recordOffice(database: OpenDatabase, systemId?: string): Promise<RecordOffice> {
  const staff = await openStaff(database, systemId);
  return {
    ...staff,
    keep: async (key, it = {}) => {
      const { seenBy = ["office-staff"] as const, by = actorWith("The office"), kind = "event", ...rest } = it;
      const whole = {
        ...{ kind, title: `Event ${key}`, words: "", state: "asked", turn: [] },
        ...{ locks: locksFor(seenBy, rest.facilityId), ...rest, recordId: `${kind}:${key}` },
      };
      return (await staff.done(by, keepIt, whole)).recordId;
    },
    fill: (walks) => staff.ask(["keeper"], (db) => fill(db, staff.systemId, walks)),
  };
}

async function fill(db: Context["db"], systemId: string, walks: number): Promise<void> {
  await sql`
    insert into records (system_id, record_id, kind, title, state, locks, since, changed_at)
    select ${systemId}, 'walk:' || n, 'walk', 'Walk ' || n, 'held', '{keeper,office-staff@*}', moment, moment
    from generate_series(1, ${walks}::int) n, lateral (select timestamptz '2025-01-01Z' + n * interval '1 minute') at (moment)`.execute(
    db,
  );
  await sql`insert into record_openings values (${systemId}, 'office-staff@*', 'walk', 'held', '')`.execute(db);
  await sql`insert into record_words select system_id, record_id, locks, evenspan_words_of(walk) from records walk where kind = 'walk'`.execute(
    db,
  );
}
