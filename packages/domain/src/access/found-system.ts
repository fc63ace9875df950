import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { refuse } from "../kernel/refusal.ts";

/**
 * Founds a tenant under the id that the transaction is bound to. Founding the same one again changes nothing; its short
 * name is its own, and another system may not take it.
 */
export const foundSystem = command({
  name: "found-system",
  title: "found a system",
  input: z.object({
    slug: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, "small letters, digits and dashes"),
    name: z.string().trim().min(1),
    /** A collaborative is a tenant of its own, whose members are other systems. */
    kind: z.enum(["system", "collaborative"]).default("system"),
    demonstration: z.boolean(),
    facilities: z.array(
      z.object({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/, "small letters, digits and dashes"),
        name: z.string().trim().min(1),
        city: z.string().trim().min(1),
        source: z.string().trim().min(1),
      }),
    ),
  }),
  access: inSystem("administrator"),
  run: async ({ db, systemId, now }, { slug, name, kind, demonstration, facilities }) => {
    const systems = await db.selectFrom("systems").select(["system_id", "slug"]).execute();
    if (systems.some((one) => one.slug === slug && one.system_id !== systemId))
      return refuse("conflict", "slug-taken", `Another system goes by “${slug}”. Choose another short name.`);
    const founded = systems.find((one) => one.system_id === systemId);
    if (founded && founded.slug !== slug)
      return refuse(
        "conflict",
        "already-founded",
        `This system was founded as “${founded.slug}”, and keeps that name.`,
      );
    await db
      .insertInto("systems")
      .values({ system_id: systemId, slug, name, kind, demonstration, created_at: now })
      .onConflict((conflict) => conflict.column("system_id").doNothing())
      .execute();
    for (const { id, ...facility } of facilities)
      await db
        .insertInto("facilities")
        .values({ system_id: systemId, facility_id: id, ...facility })
        .onConflict((conflict) => conflict.columns(["system_id", "facility_id"]).doNothing())
        .execute();
    return { systemId, slug };
  },
});
