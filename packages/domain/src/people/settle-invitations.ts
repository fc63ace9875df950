import { sql } from "kysely";
import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { type Context, command } from "../kernel/command.ts";
import { type InvitationState, invitationKind, keepInvitation } from "./invitations/keep-invitation.ts";
import { invitedUntil, personState } from "./person-state.ts";

/**
 * Looks at the invitations that are not answered yet, as a job does each day: who has signed in meanwhile has accepted; and
 * where the link has ended, the turn of the administrators begins.
 */
export const settleInvitations = command({
  name: "settle-invitations",
  title: "look at invitations that are not answered yet",
  input: z.object({}),
  access: inSystem("administrator"),
  run: async (context) => {
    const changed = { open: 0, lapsed: 0, accepted: 0, withdrawn: 0 };
    for (const invitation of await unanswered(context)) {
      const state = standing(invitation);
      if (state === invitation.was) continue;
      await keepInvitation(context, invitation, state, invitation.until ?? invitation.ended);
      changed[state]++;
    }
    return changed;
  },
  keeps: (_, facts) => ({ facts }),
});

type Unanswered = Readonly<{
  personId: string;
  name: string;
  email: string;
  state: "invited" | "active" | "deactivated";
  until: Date | null;
  ended: Date | null;
  was: string;
}>;

const standing = ({ state, until }: Unanswered): InvitationState => {
  if (state === "active") return "accepted";
  if (state === "deactivated") return "withdrawn";
  return until === null ? "lapsed" : "open";
};

const unanswered = ({ db, systemId, now }: Context): Promise<readonly Unanswered[]> =>
  db
    .selectFrom("records as record")
    .innerJoin("people as person", (join) =>
      join
        .onRef("person.system_id", "=", "record.system_id")
        .on(sql`${invitationKind} || ':' || person.person_id`, "=", sql.ref("record.record_id")),
    )
    .where("record.system_id", "=", systemId)
    .where("record.kind", "=", invitationKind)
    .where("record.state", "in", ["open", "lapsed"])
    .select(["person.person_id as personId", "person.name", "person.email", "record.state as was"])
    .select([personState.as("state"), invitedUntil(now).as("until"), invitationEnd.as("ended")])
    .execute();

const invitationEnd = sql<Date | null>`(
  select max(link.expires_at) from one_time_links link
  where link.system_id = person.system_id and link.person_id = person.person_id and link.purpose = 'invitation')`;
