import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { knownPerson } from "./known-person.ts";
import { personName } from "./person-fields.ts";

/**
 * Changes how a person is called. Somebody else does it, for the record names people: who builds a release and who signs
 * it are told apart by their names.
 */
export const renamePerson = command({
  name: "rename-person",
  title: "change how someone is called",
  input: z.object({ personId: z.uuid(), name: personName }),
  access: inSystem("administrator"),
  run: async (context, { personId, name }) => {
    if (personId === context.actor.personId)
      return refuse("forbidden", "own-name", "Nobody changes their own name in the record. Ask another administrator.");
    const person = await knownPerson(context, { personId });
    if (isRefusal(person)) return person;
    await context.db
      .updateTable("people")
      .set({ name })
      .where("system_id", "=", context.systemId)
      .where("person_id", "=", personId)
      .execute();
    return { personId, before: person.name };
  },
  keeps: ({ personId, name }, { before }) => ({ subject: `person:${personId}`, facts: { name, before } }),
});
