import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { dayField, keyField } from "../kernel/fields.ts";
import { emailField } from "../people/person-fields.ts";

/**
 * Defines an organization outside the system that works with the office, or says anew how it is called and reached. With a
 * day on which the work ended, nobody is invited for it any more from the day after.
 */
export const definePartner = command({
  name: "define-partner",
  title: "define a partner organization",
  input: z.object({
    partnerId: keyField,
    name: z.string().trim().min(1).max(200),
    email: emailField.nullable().default(null),
    endedOn: dayField.nullable().default(null),
  }),
  access: inSystem("administrator", "office-staff", "program-lead"),
  run: async ({ db, systemId }, { partnerId, name, email, endedOn }) => {
    const said = { name, email, ended_on: endedOn };
    await db
      .insertInto("partner_organizations")
      .values({ system_id: systemId, partner_id: partnerId, ...said })
      .onConflict((conflict) => conflict.columns(["system_id", "partner_id"]).doUpdateSet(said))
      .execute();
    return { partnerId };
  },
  keeps: ({ partnerId, ...facts }) => ({ subject: `partner:${partnerId}`, facts }),
});
