import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { atFacility } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";
import { byName, namePage, onPage, pageOf } from "./name-pages.ts";

/** Someone in the directory. */
export type Colleague = Readonly<{ personId: string; name: string; email: string }>;

/**
 * The directory: names and mail addresses by name, a page at a time, of those whose account is open. Staff see everyone;
 * volunteers and partners themselves, for row-level security shows them no one else.
 */
export const listColleagues = query("query", {
  name: "list-colleagues",
  title: "look up a colleague",
  input: z.object(namePage),
  ...wherever({ ...atFacility(...staffRoles), volunteer: "own", partner: "own" }),
  run: async ({ db, systemId }, { limit, ...page }) => {
    const found = await db
      .selectFrom("people as person")
      .where("person.system_id", "=", systemId)
      .where("person.deactivated_at", "is", null)
      .where((eb) => onPage(eb, page))
      .select(["person.person_id as personId", "person.name", "person.email"])
      .orderBy(byName)
      .orderBy("person.person_id")
      .limit(limit + 1)
      .execute();
    return pageOf<Colleague>(found, limit);
  },
});
