import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";
import { secretToken, tokenHash } from "../secret-token.ts";
import type { Next, Strength } from "../signed-in.ts";
import { sessionHours } from "./limits.ts";
import { readSession } from "./read-session.ts";

/** A session to begin: whose, how strongly the person has signed in, and on which device, in words. */
export type NewSession = Readonly<{ personId: string; strength: Strength; device: string }>;

/**
 * Begins a session for someone who has just shown who they are, in the transaction of that proof.
 *
 * @throws Error where there is no such person, or the person was deactivated: the caller has looked
 */
export async function beginSession(
  trx: Transaction<Database>,
  { systemId, now, from }: Pick<SignInDesk, "systemId" | "now" | "from">,
  { personId, strength, device }: NewSession,
): Promise<Readonly<{ token: string; next: Next }>> {
  const token = secretToken();
  await trx
    .insertInto("sessions")
    .values({
      ...{ system_id: systemId, token_hash: tokenHash(token), session_id: randomUUID(), person_id: personId, strength },
      ...{ begun_at: now, seen_at: now, expires_at: new Date(now.getTime() + sessionHours * 3_600_000) },
      ...{ from_address: from.address ?? "", device: deviceWords(device) },
    })
    .execute();
  const begun = await readSession(trx, { systemId, token, now });
  if (!begun) throw new Error("a session was begun for nobody");
  return { token, next: begun.signedIn.next };
}

/**
 * What a browser says of itself, fit to be stored and shown: one line, at most 120 characters.
 *
 * @example
 * deviceWords("Firefox\n on Linux") // => "Firefox on Linux"
 */
export const deviceWords = (device: string): string =>
  device
    .slice(0, 1000)
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 120);
