import type { Outcome } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { inSession } from "./in-session.ts";
import { sessionIdleMinutes } from "./limits.ts";

/** One place where someone is signed in. */
export type ListedSession = Readonly<{
  sessionId: string;
  begunAt: Date;
  seenAt: Date;
  /** Empty where it is not known. */
  fromAddress: string;
  device: string;
  isThis: boolean;
}>;

/** Where someone is signed in, the last used first. Refuses `session-ended` and `code-first`. */
export const listSessions = (
  desk: SignInDesk,
  { token }: Readonly<{ token: string }>,
): Promise<Outcome<readonly ListedSession[]>> =>
  inSession(desk, token, async (trx, { signedIn }) => {
    const rows = await trx
      .selectFrom("sessions")
      .select(["session_id", "begun_at", "seen_at", "from_address", "device"])
      .where("system_id", "=", desk.systemId)
      .where("person_id", "=", signedIn.person.personId)
      .where("ended_at", "is", null)
      .where("expires_at", ">", desk.now)
      .where("seen_at", ">", new Date(desk.now.getTime() - sessionIdleMinutes * 60_000))
      .orderBy("seen_at", "desc")
      .orderBy("session_id")
      .execute();
    return rows.map((row) => ({
      ...{ sessionId: row.session_id, begunAt: row.begun_at, seenAt: row.seen_at },
      ...{ fromAddress: row.from_address, device: row.device, isThis: row.session_id === signedIn.sessionId },
    }));
  });
