import { z } from "zod";
import { command, query } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { anyRole, wherever } from "../records/rows/any-role.ts";
import { signedInPerson } from "../records/rows/signed-in-person.ts";

/** How a person is told by mail: at once, in the day's digest, or not at all. */
export type MailChoice = "at-once" | "daily" | "never";

/** Chooses how one is told by mail. What is about the account itself (a new password, a new device) always comes. */
export const chooseMail = command({
  name: "choose-mail",
  title: "choose how you are told by mail",
  input: z.object({ mail: z.enum(["at-once", "daily", "never"]) }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { mail }) => {
    const personId = signedInPerson(context);
    if (isRefusal(personId)) return personId;
    await context.db
      .insertInto("notice_choices")
      .values({ system_id: context.systemId, person_id: personId, mail })
      .onConflict((conflict) => conflict.columns(["system_id", "person_id"]).doUpdateSet({ mail }))
      .execute();
    return { mail };
  },
  keeps: ({ mail }) => ({ facts: { mail } }),
});

/** How one has chosen to be told; daily, until one has. */
export const mailChoice = query("query", {
  name: "mail-choice",
  title: "see how you are told by mail",
  input: z.object({}),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async ({ db, systemId, actor }): Promise<Readonly<{ mail: MailChoice }>> => {
    const chosen = await db
      .selectFrom("notice_choices")
      .where("system_id", "=", systemId)
      .where("person_id", "=", actor.personId)
      .select("mail")
      .executeTakeFirst();
    return { mail: chosen?.mail ?? "daily" };
  },
});
