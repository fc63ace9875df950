import { z } from "zod";
import { query } from "../kernel/command.ts";
import { anyRole, wherever } from "./rows/any-role.ts";

/** A list as a person likes to see it. */
export type SavedView = Readonly<{ viewId: string; page: string; name: string; query: string }>;

/** Lists one's own saved views of a page, or of all, by name. */
export const listViews = query("query", {
  name: "list-views",
  title: "see your saved views",
  input: z.object({ page: z.string().max(200).optional() }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async ({ db, systemId }, { page }): Promise<readonly SavedView[]> =>
    db
      .selectFrom("saved_views")
      .where("system_id", "=", systemId)
      .$if(page !== undefined, (all) => all.where("page", "=", page!))
      .select(["view_id as viewId", "page", "name", "query"])
      .orderBy("page")
      .orderBy("name")
      .execute(),
});
