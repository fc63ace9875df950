import { randomUUID } from "node:crypto";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { anyRole, wherever } from "./rows/any-role.ts";
import { signedInPerson } from "./rows/signed-in-person.ts";

const mostViews = 100;

/**
 * Saves a list as a person likes to see it: the query of its address, under a name of the person's own. Saved again under
 * the same name, it takes the place of what was there.
 */
export const saveView = command({
  name: "save-view",
  title: "save a view",
  input: z.object({
    /** Which list, by the path of its page after the language. */
    page: z
      .string()
      .max(200)
      .regex(/^(\/[a-z0-9-]+)+$/, "the path of a page"),
    name: z.string().trim().min(1, "give it a name").max(100),
    query: z
      .string()
      .max(2000)
      .regex(/^[^?#\s\0]*$/, "the query of an address, without its question mark"),
  }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { page, name, query }) => {
    const personId = signedInPerson(context);
    if (isRefusal(personId)) return personId;
    const { db, systemId, now } = context;
    const own = await db
      .selectFrom("saved_views")
      .where("system_id", "=", systemId)
      .where("person_id", "=", personId)
      .select(["view_id as viewId", "page", "name"])
      .execute();
    const before = own.find((view) => view.page === page && view.name === name);
    if (!before && own.length >= mostViews)
      return refuse(
        "conflict",
        "too-many-views",
        `You have ${mostViews} saved views. Remove one that you no longer use.`,
      );
    const viewId = before?.viewId ?? randomUUID();
    await db
      .insertInto("saved_views")
      .values({ system_id: systemId, person_id: personId, view_id: viewId, page, name, query, saved_at: now })
      .onConflict((conflict) =>
        conflict.columns(["system_id", "person_id", "view_id"]).doUpdateSet({ query, saved_at: now }),
      )
      .execute();
    return { viewId };
  },
  keeps: ({ page }, { viewId }) => ({ subject: `view:${viewId}`, facts: { page } }),
});
