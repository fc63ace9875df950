import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { isRefusal, type Outcome, type Refusal, refuse } from "../../kernel/refusal.ts";
import { atDesk, looking } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { checkNewPassword } from "../passwords/check-new-password.ts";
import { passwordHash } from "../passwords/password-hash.ts";
import { setPassword } from "../passwords/set-password.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { beginSession } from "../sessions/begin-session.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import type { Next } from "../signed-in.ts";
import { refuseLink, useLink, whoseLink } from "./use-link.ts";

/** An invitation as it is accepted. */
export type Acceptance = Readonly<{ linkToken: string; name: string; password: string; device: string }>;

const purpose = "invitation";

/**
 * Accepts an invitation: sets one's name and password, uses the link up, and signs in.
 *
 * Refuses `link` where the link does not work (any more), `name` where there is none or it is longer than 200 characters,
 * and what `checkNewPassword` says, by the field `password`; the link stays good then.
 */
export async function acceptInvitation(
  desk: SignInDesk,
  { linkToken, name: typed, password, device }: Acceptance,
): Promise<Outcome<Readonly<{ token: string; next: Next }>>> {
  const invited = await looking(desk, (trx) => whoseLink(trx, desk, { linkToken, purpose }));
  if (isRefusal(invited)) return atDesk(desk, (trx) => refuseLink(trx, desk, { linkToken, purpose }, invited));
  const name = typed
    .slice(0, 1000)
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
  const fault =
    nameFault(name) ?? (await checkNewPassword(desk, { password, field: "password", person: { ...invited, name } }));
  if (fault) return fault;
  const hash = await passwordHash(password);
  return atDesk(desk, async (trx): Promise<Outcome<{ token: string; next: Next }>> => {
    const used = await useLink(trx, desk, { linkToken, purpose });
    if (isRefusal(used)) return used;
    const { personId } = used;
    await rename(trx, desk, personId, name);
    await setPassword(trx, desk, personId, hash);
    await endSessions(trx, desk, { personId, why: "password-changed" });
    const begun = await beginSession(trx, desk, { personId, strength: "password", device });
    const [why, facts] = ["to accept an invitation", { next: begun.next }];
    await recordSignIn(trx, desk, { personId, name }, { kind: "command", name: "accept-invitation", why, facts });
    return begun;
  });
}

function nameFault(name: string): Refusal | null {
  const sentence = "Say your name, as others here should read it, in at most 200 characters.";
  if (name !== "" && name.length <= 200) return null;
  return { ...refuse("invalid", "name", sentence), fields: { name: sentence } };
}

async function rename(
  trx: Transaction<Database>,
  { systemId }: SignInDesk,
  personId: string,
  name: string,
): Promise<void> {
  await trx
    .updateTable("people")
    .set({ name })
    .where("system_id", "=", systemId)
    .where("person_id", "=", personId)
    .execute();
}
