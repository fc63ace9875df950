import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { knownPerson } from "./known-person.ts";

/** Opens an account again. Its roles stay taken back: each is given anew, so that someone looks at it. */
export const reactivatePerson = command({
  name: "reactivate-person",
  title: "open a person's account again",
  input: z.object({ personId: z.uuid() }),
  access: inSystem("administrator"),
  run: async (context, named) => {
    const person = await knownPerson(context, named);
    if (isRefusal(person)) return person;
    if (!person.isDeactivated) return refuse("conflict", "open", `The account of ${person.name} is open.`);
    await context.db
      .updateTable("people")
      .set({ deactivated_at: null })
      .where("system_id", "=", context.systemId)
      .where("person_id", "=", person.personId)
      .execute();
    return { personId: person.personId };
  },
  keeps: ({ personId }) => ({ subject: `person:${personId}` }),
});
