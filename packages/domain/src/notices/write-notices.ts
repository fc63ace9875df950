import { randomUUID } from "node:crypto";
import type { Context } from "../kernel/command.ts";

/** What a notice is about: it is your turn, someone said something, it changed, or it is late. */
export type NoticeAbout = "your-turn" | "comment" | "changed" | "late";

/**
 * Writes a notice of a record for each of these people but the one whose act it is. Who has one of the kind that was
 * neither read nor mailed gets no second.
 */
export async function writeNotices(
  { db, systemId, actor, now }: Context,
  recordId: string,
  about: NoticeAbout,
  people: readonly string[],
): Promise<void> {
  const others = people.filter((personId) => personId !== actor.personId);
  if (others.length === 0) return;
  await db
    .insertInto("notices")
    .values(
      others.map((personId) => ({
        ...{ system_id: systemId, notice_id: randomUUID(), person_id: personId, record_id: recordId },
        ...{ about, made_at: now },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
