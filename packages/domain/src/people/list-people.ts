import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import type { Grant } from "../kernel/actor.ts";
import { query } from "../kernel/command.ts";
import { keyField } from "../kernel/fields.ts";
import { roles } from "../kernel/roles.ts";
import type { Language } from "../kernel/text.ts";
import { currentGrants, grantOf } from "../sign-in/sessions/current-grants.ts";
import { byName, namePage, onPage, pageOf } from "./name-pages.ts";
import { holds, invitedUntil, lastSignIn, personState } from "./person-state.ts";

/**
 * Someone in the list of people. `invited`: has not signed in yet; `invitedUntil` is when the link ends that was sent last,
 * null where none can be used.
 */
export type ListedPerson = Readonly<{
  personId: string;
  name: string;
  email: string;
  language: Language;
  state: "invited" | "active" | "deactivated";
  grants: readonly Grant[];
  invitedUntil: Date | null;
  lastSignInAt: Date | null;
}>;

/** Lists the people of a system by name, a page at a time, for who administers it. */
export const listPeople = query("query", {
  name: "list-people",
  title: "see who works here",
  input: z.object({
    ...namePage,
    state: z.enum(["invited", "active", "deactivated"]).optional(),
    role: z.enum(roles).optional(),
    facilityId: keyField.optional(),
  }),
  access: inSystem("administrator"),
  run: async ({ db, systemId, now }, { limit, state, role, facilityId, ...page }) => {
    const rows = await db
      .selectFrom("people as person")
      .where("person.system_id", "=", systemId)
      .where((eb) => onPage(eb, page))
      .$if(state !== undefined, (all) => all.where(sql<SqlBool>`${personState} = ${state}`))
      .$if(role !== undefined || facilityId !== undefined, (all) => all.where(holds({ role, facilityId })))
      .select(["person.person_id as personId", "person.name", "person.email", "person.language"])
      .select([personState.as("state"), currentGrants("person").as("grants"), lastSignIn.as("lastSignInAt")])
      .select(invitedUntil(now).as("invitedUntil"))
      .orderBy(byName)
      .orderBy("person.person_id")
      .limit(limit + 1)
      .execute();
    return pageOf<ListedPerson>(
      rows.map((row) => ({ ...row, grants: row.grants.map(grantOf) })),
      limit,
    );
  },
});
