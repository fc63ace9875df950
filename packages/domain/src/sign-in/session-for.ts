import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";
import { readSession } from "./sessions/read-session.ts";
import type { SignedIn } from "./signed-in.ts";

const touchedEverySeconds = 60;

/**
 * Who is signed in by this token at this moment. Roles are read anew each time, so that a role that was taken back, or a
 * deactivation, counts at the next request. That the session was used is written down at most once a minute.
 *
 * @returns null where the token is unknown, or the session has ended, was idle for 30 minutes or is 12 hours old, or the
 * person was deactivated
 */
export const sessionFor = (
  db: Kysely<Database>,
  systemId: string,
  token: string,
  now: Date,
): Promise<SignedIn | null> =>
  inTenant(
    db,
    systemId,
    async (trx) => {
      const session = await readSession(trx, { systemId, token, now });
      if (!session) return null;
      if (now.getTime() - session.seenAt.getTime() >= touchedEverySeconds * 1000)
        await trx
          .updateTable("sessions")
          .set({ seen_at: now })
          .where("system_id", "=", systemId)
          .where("token_hash", "=", session.tokenHash)
          .execute();
      return session.signedIn;
    },
    { as: { personId: null, keys: ["sign-in"] } },
  );
