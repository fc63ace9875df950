import { z } from "zod";
import { command } from "../kernel/command.ts";
import { refuse } from "../kernel/refusal.ts";
import { anyRole, wherever } from "./rows/any-role.ts";

/** Removes a saved view of one's own. */
export const dropView = command({
  name: "drop-view",
  title: "remove a saved view",
  input: z.object({ viewId: z.uuid() }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async ({ db, systemId }, { viewId }) => {
    const dropped = await db
      .deleteFrom("saved_views")
      .where("system_id", "=", systemId)
      .where("view_id", "=", viewId)
      .executeTakeFirst();
    if (dropped.numDeletedRows === 0n) return refuse("not-found", "view", "There is no such saved view of yours.");
    return { viewId };
  },
  keeps: ({ viewId }) => ({ subject: `view:${viewId}` }),
});
