import type { Context } from "../../kernel/command.ts";
import type { StandingGrant } from "./standing-grants.ts";

/** Takes roles back. The caller holds the grants, and looks afterwards whether an administrator is left. */
export async function revokeGrants(
  { db, systemId, actor, now }: Context,
  held: readonly Pick<StandingGrant, "grantId">[],
  reason: string,
): Promise<void> {
  if (held.length === 0) return;
  const by = { revoked_by: actor.name, revoked_at: now, reason };
  await db
    .insertInto("role_revocations")
    .values(held.map(({ grantId }) => ({ system_id: systemId, grant_id: grantId, ...by })))
    .execute();
}
