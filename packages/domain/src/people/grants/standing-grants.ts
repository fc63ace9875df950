import type { Grant } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/command.ts";
import { grantOf } from "../../sign-in/sessions/current-grants.ts";

/** A role that someone holds, with the id of its grant. */
export type StandingGrant = Grant & Readonly<{ grantId: string }>;

/** The roles that a person holds now, in the order in which they were given. */
export async function standingGrants(
  { db, systemId }: Pick<Context, "db" | "systemId">,
  personId: string,
): Promise<readonly StandingGrant[]> {
  const rows = await db
    .selectFrom("role_grants as held")
    .leftJoin("role_revocations as back", (join) =>
      join.onRef("back.system_id", "=", "held.system_id").onRef("back.grant_id", "=", "held.grant_id"),
    )
    .where("held.system_id", "=", systemId)
    .where("held.person_id", "=", personId)
    .where("back.grant_id", "is", null)
    .select(["held.grant_id", "held.role", "held.facility_id", "held.partner_id"])
    .orderBy("held.granted_at")
    .orderBy("held.grant_id")
    .execute();
  return rows.map((row) => ({ grantId: row.grant_id, ...grantOf(row) }));
}
