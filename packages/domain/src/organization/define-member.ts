import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { dayField } from "../kernel/fields.ts";
import { refuse } from "../kernel/refusal.ts";

/** Says that a hospital system takes part in this collaborative, from when, and until when where that has ended. */
export const defineMember = command({
  name: "define-member",
  title: "define a member of the collaborative",
  input: z
    .object({
      slug: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, "small letters, digits and dashes"),
      name: z.string().trim().min(1).max(200),
      joinedOn: dayField,
      leftOn: dayField.nullable().default(null),
    })
    .refine(({ joinedOn, leftOn }) => leftOn === null || leftOn >= joinedOn, {
      ...{ path: ["leftOn"], message: "not before the day of joining" },
    }),
  access: inSystem("administrator"),
  run: async ({ db, systemId }, { slug, name, joinedOn, leftOn }) => {
    const systems = db.selectFrom("systems").where("system_id", "=", systemId);
    const { kind } = await systems.select("kind").executeTakeFirstOrThrow();
    if (kind !== "collaborative")
      return refuse(
        "conflict",
        "no-collaborative",
        "This is one health system, and a collaborative alone has members.",
      );
    const said = { member_name: name, left_on: leftOn };
    await db
      .insertInto("collaborative_members")
      .values({ system_id: systemId, member_slug: slug, joined_on: joinedOn, ...said })
      .onConflict((conflict) => conflict.columns(["system_id", "member_slug", "joined_on"]).doUpdateSet(said))
      .execute();
    return { slug };
  },
  keeps: ({ slug, ...facts }) => ({ subject: `member:${slug}`, facts }),
});
