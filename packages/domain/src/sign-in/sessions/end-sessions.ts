import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";

/** Why a session ended. */
export type SessionEnd =
  | "signed-out"
  | "signed-out-everywhere"
  | "revoked"
  | "too-many-codes"
  | "password-changed"
  | "authenticator-changed"
  | "deactivated";

/** Ends a person's sessions, all but the one that is kept; gives how many it ended. */
export async function endSessions(
  trx: Transaction<Database>,
  { systemId, now }: Readonly<{ systemId: string; now: Date }>,
  { personId, why, keep }: Readonly<{ personId: string; why: SessionEnd; keep?: string }>,
): Promise<number> {
  let ending = trx
    .updateTable("sessions")
    .set({ ended_at: now, ended_why: why })
    .where("system_id", "=", systemId)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null);
  if (keep !== undefined) ending = ending.where("session_id", "!=", keep);
  return Number((await ending.executeTakeFirst()).numUpdatedRows);
}
