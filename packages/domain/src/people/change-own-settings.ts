import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { command } from "../kernel/command.ts";
import { roles } from "../kernel/roles.ts";
import { languageField } from "./person-fields.ts";

/**
 * Changes in which language letters come to a person, and how the person is told of news; what is left out stays. The name
 * is not among it: who builds a release and who signs it are told apart by their names.
 */
export const changeOwnSettings = command({
  name: "change-own-settings",
  title: "change your own settings",
  input: z
    .object({
      language: languageField.optional(),
      mail: z.enum(["at-once", "daily", "never"]).optional(),
    })
    .refine((settings) => Object.values(settings).some((one) => one !== undefined), "something to change"),
  ...wherever(Object.fromEntries(roles.filter((role) => role !== "resident").map((role) => [role, "own" as const]))),
  run: async ({ db, systemId, actor }, { language, mail }) => {
    const personId = actor.personId!;
    if (language !== undefined)
      await db
        .updateTable("people")
        .set({ language })
        .where("system_id", "=", systemId)
        .where("person_id", "=", personId)
        .execute();
    if (mail !== undefined)
      await db
        .insertInto("notice_choices")
        .values({ system_id: systemId, person_id: personId, mail })
        .onConflict((conflict) => conflict.columns(["system_id", "person_id"]).doUpdateSet({ mail }))
        .execute();
    return { personId };
  },
  keeps: (settings, { personId }) => ({ subject: `person:${personId}`, facts: settings }),
});
