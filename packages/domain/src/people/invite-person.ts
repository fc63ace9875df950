import { randomUUID } from "node:crypto";
import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { keyOf } from "../kernel/actor.ts";
import { type Context, command } from "../kernel/command.ts";
import { isRefusal, type Refusal, refuse } from "../kernel/refusal.ts";
import { giveGrants } from "./grants/give-grants.ts";
import { grantField } from "./grants/grant-field.ts";
import { holdGrants } from "./grants/hold-grants.ts";
import { sendInvitation } from "./invitations/send-invitation.ts";
import { emailField, languageField, personName } from "./person-fields.ts";

/**
 * Invites someone to work with the office: makes the person with these roles, and sends a letter with a link that is good
 * for a week. The roles count from the first sign-in on.
 */
export const invitePerson = command({
  name: "invite-person",
  title: "invite someone",
  input: z.object({
    name: personName,
    email: emailField,
    language: languageField.default("en"),
    grants: z.array(grantField).min(1, "at least one role").max(50),
  }),
  access: inSystem("administrator"),
  run: async (context, { name, email, language, grants }) => {
    await holdGrants(context);
    const taken = await takenBy(context, email);
    if (taken) return taken;
    const personId = randomUUID();
    await context.db
      .insertInto("people")
      .values({ system_id: context.systemId, person_id: personId, name, email, language, made_at: context.now })
      .execute();
    const given = await giveGrants(context, personId, grants);
    if (isRefusal(given)) return given;
    await sendInvitation(context, { personId, name, email, language });
    return { personId };
  },
  keeps: ({ email, grants }, { personId }) => ({
    ...{ subject: `person:${personId}`, facts: { email, grants: grants.map(keyOf) } },
  }),
});

async function takenBy({ db, systemId }: Context, email: string): Promise<Refusal | null> {
  const found = await db
    .selectFrom("people")
    .where("system_id", "=", systemId)
    .where("email", "=", email)
    .select(["name", "deactivated_at"])
    .executeTakeFirst();
  if (!found) return null;
  const hint = found.deactivated_at ? " The account is closed, and can be opened again." : "";
  return refuse("conflict", "email-taken", `${found.name} has this mail address already.${hint}`);
}
