import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { sendInvitation } from "./invitations/send-invitation.ts";
import { knownPerson } from "./known-person.ts";

/** Sends a new invitation to someone who has not signed in yet; the link of the one before is withdrawn. */
export const inviteAgain = command({
  name: "invite-again",
  title: "send an invitation again",
  input: z.object({ personId: z.uuid() }),
  access: inSystem("administrator"),
  run: async (context, named) => {
    const person = await knownPerson(context, named);
    if (isRefusal(person)) return person;
    if (person.isDeactivated)
      return refuse("conflict", "deactivated", `The account of ${person.name} is closed. Open it again first.`);
    if (person.hasJoined)
      return refuse("conflict", "joined", `${person.name} has signed in already, and needs no invitation.`);
    await sendInvitation(context, person);
    return { personId: person.personId };
  },
  keeps: ({ personId }) => ({ subject: `person:${personId}` }),
});
