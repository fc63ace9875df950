import { type SqlBool, sql } from "kysely";

/** How a person stands, in a query over `people as person`: a closed account, one that was never used, or one that is. */
export const personState = sql<"invited" | "active" | "deactivated">`case
  when person.deactivated_at is not null then 'deactivated'
  when exists (select from sessions s where s.system_id = person.system_id and s.person_id = person.person_id) then 'active'
  else 'invited' end`;

/** When a person last signed in; null for never. */
export const lastSignIn = sql<Date | null>`(
  select max(s.begun_at) from sessions s where s.system_id = person.system_id and s.person_id = person.person_id)`;

/** Until when the invitation can be accepted that a person has; null where none can. */
export const invitedUntil = (now: Date) => sql<Date | null>`(
  select max(link.expires_at) from one_time_links link
  where link.system_id = person.system_id and link.person_id = person.person_id and link.purpose = 'invitation'
    and link.used_at is null and link.withdrawn_at is null and link.expires_at > ${now})`;

/** Whether a person holds a role now, or any at a facility, or that role there. */
export const holds = ({ role, facilityId }: Readonly<{ role?: string | undefined; facilityId?: string | undefined }>) =>
  sql<SqlBool>`exists (
    select from role_grants held
    where held.system_id = person.system_id and held.person_id = person.person_id
      and held.role = coalesce(${role ?? null}::text, held.role)
      and (${facilityId ?? null}::text is null or held.facility_id = ${facilityId ?? null}::text)
      and not exists (select from role_revocations back where back.system_id = held.system_id and back.grant_id = held.grant_id))`;
