import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { endAccess } from "./end-access.ts";
import { knownPerson } from "./known-person.ts";

/** Takes an invitation back: its link opens nothing any more, the roles are taken back, and the account is closed. */
export const withdrawInvitation = command({
  name: "withdraw-invitation",
  title: "withdraw an invitation",
  input: z.object({ personId: z.uuid() }),
  access: inSystem("administrator"),
  run: async (context, named) => {
    const person = await knownPerson(context, named);
    if (isRefusal(person)) return person;
    if (person.hasJoined)
      return refuse("conflict", "joined", `${person.name} has signed in already. Close the account instead.`);
    const ended = await endAccess(context, person, "The invitation was withdrawn.");
    return isRefusal(ended) ? ended : { personId: person.personId, ...ended };
  },
  keeps: (_, { personId, links, roles }) => ({ subject: `person:${personId}`, facts: { links, roles } }),
});
