import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { atFacility } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";

/** An organization outside that works with the office; `endedOn` is the last day of that, where it has ended. */
export type Partner = Readonly<{ partnerId: string; name: string; email: string | null; endedOn: string | null }>;

/** Lists the partner organizations, those with which the work has ended among them. */
export const listPartners = query("query", {
  name: "list-partners",
  title: "see the partner organizations",
  input: z.object({}),
  ...wherever(atFacility(...staffRoles)),
  run: ({ db, systemId }): Promise<readonly Partner[]> =>
    db
      .selectFrom("partner_organizations")
      .where("system_id", "=", systemId)
      .select(["partner_id as partnerId", "name", "email", "ended_on as endedOn"])
      .orderBy("name")
      .orderBy("partner_id")
      .execute(),
});
