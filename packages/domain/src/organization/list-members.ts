import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { atFacility } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";

/** A hospital system that takes part, or took part, in the collaborative. */
export type Member = Readonly<{ slug: string; name: string; joinedOn: string; leftOn: string | null }>;

/** Lists the members of the collaborative, those that left among them; none in a system that is none. */
export const listMembers = query("query", {
  name: "list-members",
  title: "see the members of the collaborative",
  input: z.object({}),
  ...wherever(atFacility(...staffRoles)),
  run: ({ db, systemId }): Promise<readonly Member[]> =>
    db
      .selectFrom("collaborative_members")
      .where("system_id", "=", systemId)
      .select(["member_slug as slug", "member_name as name", "joined_on as joinedOn", "left_on as leftOn"])
      .orderBy("member_name")
      .orderBy("joined_on")
      .orderBy("member_slug")
      .execute(),
});
