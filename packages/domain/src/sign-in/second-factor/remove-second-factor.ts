import { z } from "zod";
import { inSystem } from "../../kernel/access.rules.ts";
import { type Context, command } from "../../kernel/command.ts";
import { refuse } from "../../kernel/refusal.ts";
import { holdPerson } from "../hold-person.ts";
import { authenticatorRemovedLetter } from "../letters/authenticator-removed-letter.ts";
import { sendLetter } from "../letters/send-letter.ts";
import { endSessions } from "../sessions/end-sessions.ts";

/**
 * Takes a lost authenticator and its recovery codes off someone's account, so that the person can set up another one: the
 * way back in for who has lost both. All of the person's sessions end, and a letter tells of it. The administrator has made
 * sure by other means who asks; nobody does this for themselves.
 */
export const removeSecondFactor = command({
  name: "remove-second-factor",
  title: "take a lost authenticator off someone's account",
  input: z.object({ personId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  access: inSystem("administrator"),
  run: async (context, { personId }) => {
    const { db, systemId, actor } = context;
    if (personId === actor.personId)
      return refuse("forbidden", "own-authenticator", "Ask another administrator to take off your own authenticator.");
    await holdPerson(db, systemId, { personId });
    if (!(await dropFactor(context, personId)))
      return refuse("not-found", "no-authenticator", "There is no such person, or no authenticator to take off.");
    const person = await db
      .selectFrom("people")
      .select(["person_id as personId", "name", "language"])
      .where("system_id", "=", systemId)
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow();
    const ended = await endSessions(db, context, { personId, why: "authenticator-changed" });
    await sendLetter(db, context, person, authenticatorRemovedLetter);
    return { personId, ended };
  },
  keeps: ({ personId, reason }, { ended }) => ({ subject: `person:${personId}`, why: reason, facts: { ended } }),
});

async function dropFactor({ db, systemId }: Context, personId: string): Promise<boolean> {
  const drop = (table: "recovery_codes" | "second_factors") =>
    db.deleteFrom(table).where("system_id", "=", systemId).where("person_id", "=", personId).executeTakeFirst();
  await drop("recovery_codes");
  return (await drop("second_factors")).numDeletedRows > 0n;
}
