import { type RawBuilder, sql } from "kysely";
import type { Grant } from "../../kernel/actor.ts";

/** A role as the database lists it. */
export type ListedGrant = Readonly<{ role: Grant["role"]; facility_id: string | null; partner_id: string | null }>;

/**
 * The roles that a person holds now, as one value of a query in SQL, so that a request asks once.
 *
 * @param owner the table or alias in the query that has the person's `system_id` and `person_id`
 */
export const currentGrantsSql = (owner: "person" | "session"): string => `(
  select coalesce(json_agg(json_build_object('role', held.role, 'facility_id', held.facility_id, 'partner_id', held.partner_id)
    order by held.role, held.facility_id, held.partner_id), '[]')
  from role_grants held
  where held.system_id = ${owner}.system_id and held.person_id = ${owner}.person_id
    and not exists (select from role_revocations back where back.system_id = held.system_id and back.grant_id = held.grant_id))`;

/** The same for the query builder. */
export const currentGrants = (owner: "person" | "session"): RawBuilder<readonly ListedGrant[]> =>
  sql.raw(currentGrantsSql(owner));

/**
 * A listed role as a grant.
 *
 * @example
 * grantOf({ role: "finance", facility_id: "rumc", partner_id: null }) // => { role: "finance", facilityId: "rumc" }
 */
export const grantOf = ({ role, facility_id, partner_id }: ListedGrant): Grant => ({
  role,
  ...(facility_id === null ? {} : { facilityId: facility_id }),
  ...(partner_id === null ? {} : { partnerId: partner_id }),
});
