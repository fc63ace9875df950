import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { query } from "../kernel/command.ts";
import { changeOwnSettings } from "./change-own-settings.ts";

/** What one has chosen about news: told once a day, where nothing was chosen. The language is the person's own. */
export const ownSettings = query("query", {
  name: "own-settings",
  title: "see your own settings",
  input: z.object({}),
  ...wherever(changeOwnSettings.access),
  run: async ({ db, systemId, actor }) => {
    const row = await db
      .selectFrom("notice_choices")
      .select("mail")
      .where("system_id", "=", systemId)
      .where("person_id", "=", actor.personId!)
      .executeTakeFirst();
    return { mail: row?.mail ?? ("daily" as const) };
  },
});
