import type { Database } from "@evenspan/database/schema";
import { clientUnder } from "@evenspan/database/tenant";
import type { Selectable, Transaction } from "kysely";
import { tokenHash } from "../secret-token.ts";
import type { SignedIn } from "../signed-in.ts";
import { currentGrantsSql, grantOf, type ListedGrant } from "./current-grants.ts";
import { sessionIdleMinutes } from "./limits.ts";
import { standing } from "./standing.ts";

/** A session that stands, with what only sign-in itself needs of it. */
export type OpenSession = Readonly<{
  signedIn: SignedIn;
  tokenHash: string;
  begunAt: Date;
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
  const idleSince = new Date(now.getTime() - sessionIdleMinutes * 60_000);
  const { rows } = await clientUnder(trx).query<Row>({
    ...{ name: "read-session", text: question, values: [systemId, hash, now, idleSince] },
  });
  const row = rows[0];
  if (!row) return null;
  const person = { personId: row.person_id, name: row.name, email: row.email, language: row.language };
  const stands = standing(person, row.grants.map(grantOf), row.strength, row.has_factor);
  return {
    signedIn: {
      ...{ sessionId: row.session_id, strength: row.strength, person, hasSecondFactor: row.has_factor },
      ...stands,
    },
    ...{ tokenHash: hash, begunAt: row.begun_at, seenAt: row.seen_at, wrongCodes: row.wrong_codes },
    ...{ codeGivenAt: row.code_given_at, sealedSecret: row.sealed_secret },
  };
}

type Row = Pick<Selectable<Database["people"]>, "person_id" | "name" | "email" | "language"> &
  Pick<
    Selectable<Database["sessions"]>,
    "session_id" | "strength" | "begun_at" | "seen_at" | "wrong_codes" | "code_given_at" | "sealed_secret"
  > &
  Readonly<{ has_factor: boolean; grants: readonly ListedGrant[] }>;

/** Asked at every request of the office, and so by name: a connection plans it once, which is most of what it takes. */
const question = `
  select session.session_id, session.strength, session.begun_at, session.seen_at, session.wrong_codes, session.code_given_at,
    session.sealed_secret, person.person_id, person.name, person.email, person.language,
    factor.person_id is not null as has_factor, ${currentGrantsSql("session")} as grants
  from sessions session
  join people person on person.system_id = session.system_id and person.person_id = session.person_id
  left join second_factors factor on factor.system_id = session.system_id and factor.person_id = session.person_id
  where session.system_id = $1 and session.token_hash = $2 and session.ended_at is null
    and session.expires_at > $3 and session.seen_at > $4 and person.deactivated_at is null`;
