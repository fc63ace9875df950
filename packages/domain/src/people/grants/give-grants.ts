import { randomUUID } from "node:crypto";
import { type Grant, keyOf } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/command.ts";
import { type Outcome, type Refusal, refuse } from "../../kernel/refusal.ts";
import { standingGrants } from "./standing-grants.ts";

/** Gives a person roles that the person does not hold yet; the ids of the grants, in the order given. The caller holds the grants. */
export async function giveGrants(
  context: Context,
  personId: string,
  grants: readonly Grant[],
): Promise<Outcome<readonly string[]>> {
  const held = new Set((await standingGrants(context, personId)).map(keyOf));
  const given: string[] = [];
  for (const grant of grants) {
    const key = keyOf(grant);
    if (held.has(key)) return refuse("conflict", "held", `The role ${grant.role} is held there already.`);
    held.add(key);
    const unknown = await unknownPlace(context, grant);
    if (unknown) return unknown;
    given.push(await giveGrant(context, personId, grant));
  }
  return given;
}

async function giveGrant({ db, systemId, actor, now }: Context, personId: string, grant: Grant): Promise<string> {
  const grantId = randomUUID();
  await db
    .insertInto("role_grants")
    .values({
      ...{
        system_id: systemId,
        grant_id: grantId,
        person_id: personId,
        role: grant.role as Exclude<Grant["role"], "resident">,
      },
      ...{ facility_id: grant.facilityId ?? null, partner_id: grant.partnerId ?? null },
      ...{ granted_by: actor.name, granted_at: now },
    })
    .execute();
  return grantId;
}

/** The refusal where a grant is for a facility or a partner organization that there is not, or no more. */
async function unknownPlace({ db, systemId, now }: Context, { facilityId, partnerId }: Grant): Promise<Refusal | null> {
  if (facilityId !== undefined) {
    const facilities = db.selectFrom("facilities").where("system_id", "=", systemId);
    const found = await facilities.where("facility_id", "=", facilityId).select("name").executeTakeFirst();
    return found ? null : refuse("not-found", "facility", `This system has no facility “${facilityId}”.`);
  }
  if (partnerId === undefined) return null;
  const partners = db.selectFrom("partner_organizations").where("system_id", "=", systemId);
  const found = await partners.where("partner_id", "=", partnerId).select(["name", "ended_on"]).executeTakeFirst();
  if (!found) return refuse("not-found", "partner", `This system has no partner organization “${partnerId}”.`);
  const hasEnded = found.ended_on !== null && found.ended_on < now.toISOString().slice(0, 10);
  return hasEnded
    ? refuse("conflict", "partner-ended", `The work with ${found.name} ended on ${found.ended_on}.`)
    : null;
}
