import { sql } from "kysely";
import type { Context } from "../kernel/command.ts";

/** The ids of the people who hold one of these keys now: by a role that was not taken back, or as the person named. */
export async function peopleWithKeys({ db, systemId }: Context, keys: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct held.person_id as "personId" from role_grants held
    where held.system_id = ${systemId}
      and held.role || '@' || coalesce(held.facility_id, 'partner:' || held.partner_id, '*') = any(${keys}::text[])
      and not exists (select from role_revocations back where back.system_id = held.system_id and back.grant_id = held.grant_id)`.execute(
    db,
  );
  const named = keys.filter((key) => key.startsWith("person:")).map((key) => key.slice("person:".length));
  return [...new Set([...rows.map(({ personId }) => personId), ...named])];
}
