import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { keyOf } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { giveGrants } from "./grants/give-grants.ts";
import { grantField } from "./grants/grant-field.ts";
import { holdGrants } from "./grants/hold-grants.ts";
import { knownPerson } from "./known-person.ts";

/** Gives a person a role. An administrator may give any, and none to themselves. */
export const grantRole = command({
  name: "grant-role",
  title: "give someone a role",
  input: z.object({ personId: z.uuid(), grant: grantField }),
  access: inSystem("administrator"),
  run: async (context, { personId, grant }) => {
    if (personId === context.actor.personId)
      return refuse("forbidden", "own-role", "Nobody gives themselves a role. Ask another administrator.");
    await holdGrants(context);
    const person = await knownPerson(context, { personId });
    if (isRefusal(person)) return person;
    if (person.isDeactivated)
      return refuse("conflict", "deactivated", `The account of ${person.name} is closed. Open it again first.`);
    const given = await giveGrants(context, personId, [grant]);
    return isRefusal(given) ? given : { grantId: given[0]! };
  },
  keeps: ({ personId, grant }, { grantId }) => ({
    ...{ subject: `person:${personId}`, facts: { grant: keyOf(grant), grantId, ...grant } },
  }),
});
