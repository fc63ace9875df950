import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import type { Context } from "../kernel/command.ts";

/** What can be done with a release. */
export type ReleaseAction = "built" | "signed" | "published" | "withdrawn";

/** A thing done with a release, by whom and when. */
export type ReleaseActionRow = Readonly<{
  seq: number;
  action: ReleaseAction;
  note: string;
  doneBy: string;
  /** Who had signed in; null at the machine itself. */
  personId: string | null;
  doneAt: Date;
}>;

/** What was done with a release, the first thing first. */
export async function releaseActions(
  db: Kysely<Database>,
  systemId: string,
  releaseId: string,
): Promise<readonly ReleaseActionRow[]> {
  const rows = await db
    .selectFrom("release_actions")
    .where("system_id", "=", systemId)
    .where("release_id", "=", releaseId)
    .select(["seq", "action", "note", "done_by as doneBy", "done_by_person as personId", "done_at as doneAt"])
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({ ...row, action: row.action as ReleaseAction }));
}

/**
 * Adds what was done. Two people who act at once write the same number, and the key refuses the second.
 */
export async function recordAction(
  { db, systemId, actor, now }: Context,
  releaseId: string,
  action: ReleaseAction,
  note: string,
): Promise<void> {
  const before = await releaseActions(db, systemId, releaseId);
  await db
    .insertInto("release_actions")
    .values({
      system_id: systemId,
      release_id: releaseId,
      seq: (before.at(-1)?.seq ?? 0) + 1,
      action,
      note,
      done_by: actor.name,
      done_by_person: actor.personId,
      done_at: now,
    })
    .execute();
}
