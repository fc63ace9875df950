import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";
import { tokenHash } from "../secret-token.ts";
import type { SignedIn } from "../signed-in.ts";
import { currentGrants, grantOf } from "./current-grants.ts";
import { sessionIdleMinutes } from "./limits.ts";
import { standing } from "./standing.ts";

/** A session that stands, with what only sign-in itself needs of it. */
export type OpenSession = Readonly<{
  signedIn: SignedIn;
  tokenHash: string;
  seenAt: Date;
  wrongCodes: number;
  codeGivenAt: Date | null;
  /** The secret of an authenticator that is being set up. */
  sealedSecret: Buffer | null;
}>;

/**
 * The session that a token opens; null where there is none, it has ended, was idle too long or is too old, or the person
 * was deactivated.
 */
export async function readSession(
  trx: Transaction<Database>,
  { systemId, token, now }: Readonly<{ systemId: string; token: string; now: Date }>,
): Promise<OpenSession | null> {
  const hash = tokenHash(token);
  const row = await trx
    .selectFrom("sessions as session")
    .innerJoin("people as person", (join) =>
      join.onRef("person.system_id", "=", "session.system_id").onRef("person.person_id", "=", "session.person_id"),
    )
    .leftJoin("second_factors as factor", (join) =>
      join.onRef("factor.system_id", "=", "session.system_id").onRef("factor.person_id", "=", "session.person_id"),
    )
    .select(["session.session_id", "session.strength", "session.seen_at"])
    .select(["session.wrong_codes", "session.code_given_at", "session.sealed_secret"])
    .select(["person.person_id", "person.name", "person.email", "person.language"])
    .select([sql<boolean>`factor.person_id is not null`.as("has_factor"), currentGrants("session").as("grants")])
    .where("session.system_id", "=", systemId)
    .where("session.token_hash", "=", hash)
    .where("session.ended_at", "is", null)
    .where("session.expires_at", ">", now)
    .where("session.seen_at", ">", new Date(now.getTime() - sessionIdleMinutes * 60_000))
    .where("person.deactivated_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const person = { personId: row.person_id, name: row.name, email: row.email, language: row.language };
  const stands = standing(person, row.grants.map(grantOf), row.strength, row.has_factor);
  return {
    signedIn: {
      ...{ sessionId: row.session_id, strength: row.strength, person, hasSecondFactor: row.has_factor },
      ...stands,
    },
    ...{ tokenHash: hash, seenAt: row.seen_at, wrongCodes: row.wrong_codes },
    ...{ codeGivenAt: row.code_given_at, sealedSecret: row.sealed_secret },
  };
}
