import type { Database } from "@evenspan/database/schema";
import type { Transaction, Updateable } from "kysely";
import type { SignInDesk } from "../desk.ts";
import { secretToken, tokenHash } from "../secret-token.ts";
import type { OpenSession } from "./read-session.ts";

/** What changes of a session when its token does. */
type Rise = Pick<Updateable<Database["sessions"]>, "strength" | "device" | "code_given_at" | "sealed_secret">;

/**
 * Gives a session a new token, and the old one opens nothing from then on: whoever knew the token before a person proved
 * more of themselves gains nothing by the proof. The session stays the same one in lists.
 */
export async function rotateToken(
  trx: Transaction<Database>,
  { systemId, now }: Pick<SignInDesk, "systemId" | "now">,
  session: Pick<OpenSession, "tokenHash">,
  rise: Rise = {},
): Promise<string> {
  const token = secretToken();
  await trx
    .updateTable("sessions")
    .set({ ...rise, token_hash: tokenHash(token), seen_at: now, wrong_codes: 0 })
    .where("system_id", "=", systemId)
    .where("token_hash", "=", session.tokenHash)
    .execute();
  return token;
}
