import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { type Grant, keyOf } from "../kernel/actor.ts";
import { type Context, command } from "../kernel/command.ts";
import { isRefusal, type Outcome, refuse } from "../kernel/refusal.ts";
import { grantOf } from "../sign-in/sessions/current-grants.ts";
import { holdGrants, withoutAdministrator } from "./grants/hold-grants.ts";
import { revokeGrants } from "./grants/revoke-grants.ts";
import { reasonField } from "./person-fields.ts";

/** Takes a role back, at once. The last administrator's is not taken back. */
export const revokeRole = command({
  name: "revoke-role",
  title: "take a role back",
  input: z.object({ grantId: z.uuid(), reason: reasonField }),
  access: inSystem("administrator"),
  run: async (context, { grantId, reason }) => {
    await holdGrants(context);
    const held = await heldGrant(context, grantId);
    if (isRefusal(held)) return held;
    await revokeGrants(context, [{ grantId }], reason);
    const refused = held.grant.role === "administrator" ? await withoutAdministrator(context) : null;
    return refused ?? held;
  },
  keeps: ({ grantId, reason }, { personId, grant }) => ({
    ...{ subject: `person:${personId}`, why: reason, facts: { grant: keyOf(grant), grantId, ...grant } },
  }),
});

type Held = Readonly<{ personId: string; grant: Grant }>;

async function heldGrant({ db, systemId }: Context, grantId: string): Promise<Outcome<Held>> {
  const found = await db
    .selectFrom("role_grants as held")
    .leftJoin("role_revocations as back", (join) =>
      join.onRef("back.system_id", "=", "held.system_id").onRef("back.grant_id", "=", "held.grant_id"),
    )
    .where("held.system_id", "=", systemId)
    .where("held.grant_id", "=", grantId)
    .select(["held.person_id", "held.role", "held.facility_id", "held.partner_id", "back.revoked_by"])
    .executeTakeFirst();
  if (!found) return refuse("not-found", "grant", "No such role was given here.");
  if (found.revoked_by !== null)
    return refuse("conflict", "revoked", `${found.revoked_by} has taken this role back already.`);
  return { personId: found.person_id, grant: grantOf(found) };
}
