import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { knownPerson } from "./known-person.ts";

/**
 * Gives the letter of an invitation that was not sent yet to who works at the machine, for an office without a mail server;
 * it is given once, and then counts as sent. Nowhere else: whoever reads a letter can open its link.
 */
export const handOverInvitation = command({
  name: "hand-over-invitation",
  title: "hand an invitation over",
  input: z.object({ personId: z.uuid() }),
  access: inSystem("administrator"),
  extraKeys: ["mail"],
  run: async (context, named) => {
    const { db, systemId, now } = context;
    if (context.from.channel !== "command line")
      return refuse("forbidden", "at-the-machine", "A letter is handed over at the machine itself, and nowhere else.");
    const person = await knownPerson(context, named);
    if (isRefusal(person)) return person;
    const letter = await db
      .selectFrom("letters")
      .where("system_id", "=", systemId)
      .where("to_address", "=", person.email)
      .where("sent_at", "is", null)
      .where("body_text", "like", "%/office/invitation/%")
      .select(["letter_id", "subject", "body_text"])
      .orderBy("made_at", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!letter)
      return refuse("not-found", "letter", `No invitation to ${person.name} waits to be sent. Invite again first.`);
    await db
      .updateTable("letters")
      .set({ sent_at: now, body_text: "" })
      .where("system_id", "=", systemId)
      .where("letter_id", "=", letter.letter_id)
      .execute();
    return { personId: person.personId, subject: letter.subject, text: letter.body_text };
  },
  keeps: ({ personId }) => ({ subject: `person:${personId}` }),
});
