import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { type Outcome, type Refusal, refuse } from "../../kernel/refusal.ts";
import { atDesk } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { holdPerson } from "../hold-person.ts";
import { type OpenSession, readSession } from "./read-session.ts";

/** Says that nobody is signed in by this token. */
const sessionEnded = (): Refusal =>
  refuse("unauthenticated", "session-ended", "Your session has ended. Sign in again to go on.");

/**
 * Work in the session that a token opens, while nothing else changes what its person signs in with. A session that waits for a code does
 * nothing but take one.
 *
 * @param halfWay whether a session that still waits for a code may do this, too
 */
export const inSession = <T>(
  desk: SignInDesk,
  token: string,
  work: (trx: Transaction<Database>, session: OpenSession) => Promise<Outcome<T>>,
  { halfWay = false } = {},
): Promise<Outcome<T>> =>
  atDesk(desk, async (trx): Promise<Outcome<T>> => {
    await holdPerson(trx, desk.systemId, { token });
    const session = await readSession(trx, { systemId: desk.systemId, token, now: desk.now });
    if (!session) return sessionEnded();
    if (session.signedIn.next === "second-factor" && !halfWay)
      return refuse("unauthenticated", "code-first", "Give a code of your authenticator first.");
    return work(trx, session);
  });
