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
  | "ended-by-administrator"
  | "deactivated";

/** Which sessions of a person are to end: all, all but one, or only one; and why. */
export type Ending = Readonly<{ personId: string; why: SessionEnd; keep?: string; only?: string }>;

/** Ends a person's sessions; gives how many it ended. */
export async function endSessions(
  trx: Transaction<Database>,
  { systemId, now }: Readonly<{ systemId: string; now: Date }>,
  { personId, why, keep, only }: Ending,
): Promise<number> {
  let ending = trx
    .updateTable("sessions")
    .set({ ended_at: now, ended_why: why })
    .where("system_id", "=", systemId)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null);
  if (keep !== undefined) ending = ending.where("session_id", "!=", keep);
  if (only !== undefined) ending = ending.where("session_id", "=", only);
  return Number((await ending.executeTakeFirst()).numUpdatedRows);
}
