import type { Context } from "../kernel/command.ts";
import type { Outcome } from "../kernel/refusal.ts";
import { withdrawLinks } from "../sign-in/links/make-link.ts";
import { endSessions } from "../sign-in/sessions/end-sessions.ts";
import { holdGrants, withoutAdministrator } from "./grants/hold-grants.ts";
import { revokeGrants } from "./grants/revoke-grants.ts";
import { standingGrants } from "./grants/standing-grants.ts";
import { keepInvitation } from "./invitations/keep-invitation.ts";
import type { KnownPerson } from "./known-person.ts";

/** What ended with a person's access, by count. */
export type EndedAccess = Readonly<{ sessions: number; links: number; roles: number }>;

/**
 * Ends all access of a person at once: the account is closed, sessions end, links that were not used are withdrawn, roles
 * are taken back. Where it was done before, what is left is ended and nothing else changes.
 *
 * @returns a refusal where the person is the last administrator; the caller's transaction is then undone
 */
export async function endAccess(context: Context, person: KnownPerson, reason: string): Promise<Outcome<EndedAccess>> {
  const { personId, isDeactivated, hasJoined } = person;
  const { db, systemId, now } = context;
  await holdGrants(context);
  await db
    .updateTable("people")
    .set({ deactivated_at: now })
    .where("system_id", "=", systemId)
    .where("person_id", "=", personId)
    .where("deactivated_at", "is", null)
    .execute();
  const held = await standingGrants(context, personId);
  await revokeGrants(context, held, reason);
  const refused = held.some(({ role }) => role === "administrator") ? await withoutAdministrator(context) : null;
  if (refused) return refused;
  const sessions = await endSessions(db, { systemId, now }, { personId, why: "deactivated" });
  const links = await withdrawLinks(db, { systemId, now }, personId, ["invitation", "password-reset", "sign-in"]);
  if (!hasJoined && !isDeactivated) await keepInvitation(context, person, "withdrawn", null);
  return { sessions, links, roles: held.length };
}
