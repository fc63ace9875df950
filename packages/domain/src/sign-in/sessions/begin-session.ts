import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import type { SignInDesk } from "../desk.ts";
import { holdPerson } from "../hold-person.ts";
import { newDeviceLetter } from "../letters/new-device-letter.ts";
import { sendLetter } from "../letters/send-letter.ts";
import { secretToken, tokenHash } from "../secret-token.ts";
import type { Next, Strength } from "../signed-in.ts";
import { deviceWords } from "./device-words.ts";
import { sessionHours } from "./limits.ts";
import { isNewDevice } from "./new-device.ts";
import { readSession } from "./read-session.ts";

/** A session to begin: whose, how strongly the person has signed in, and on which device, in words. */
export type NewSession = Readonly<{ personId: string; strength: Strength; device: string }>;

/**
 * Begins a session for someone who has just shown who they are, in the transaction of that proof (`atDesk`). Where the
 * device is new, the person gets a letter. The caller writes the sign-in into the audit.
 *
 * @throws Error where there is no such person, or the person was deactivated: the caller has looked
 */
export async function beginSession(
  trx: Transaction<Database>,
  desk: Pick<SignInDesk, "systemId" | "now" | "from">,
  { personId, strength, device: said }: NewSession,
): Promise<Readonly<{ token: string; next: Next }>> {
  const { systemId, now, from } = desk;
  const [token, device, fromAddress] = [secretToken(), deviceWords(said), from.address ?? ""];
  await holdPerson(trx, systemId, { personId });
  const isNew = await isNewDevice(trx, systemId, personId, device);
  await trx
    .insertInto("sessions")
    .values({
      ...{ system_id: systemId, token_hash: tokenHash(token), session_id: randomUUID(), person_id: personId, strength },
      ...{ begun_at: now, seen_at: now, expires_at: new Date(now.getTime() + sessionHours * 3_600_000) },
      ...{ from_address: fromAddress, device },
    })
    .execute();
  const begun = await readSession(trx, { systemId, token, now });
  if (!begun) throw new Error("a session was begun for nobody");
  const { person, next } = begun.signedIn;
  if (isNew) await sendLetter(trx, desk, person, (to) => newDeviceLetter({ ...to, device, fromAddress }));
  return { token, next };
}
