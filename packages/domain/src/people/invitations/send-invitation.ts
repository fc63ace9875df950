import type { Context } from "../../kernel/command.ts";
import { invitationLetter } from "../../sign-in/letters/invitation-letter.ts";
import { sendLetter } from "../../sign-in/letters/send-letter.ts";
import { makeLink } from "../../sign-in/links/make-link.ts";
import type { KnownPerson } from "../known-person.ts";
import { keepInvitation } from "./keep-invitation.ts";

/** Makes a link that is good for a week, withdraws those before it, writes the letter that brings it, and keeps the record. */
export async function sendInvitation(
  context: Context,
  person: Pick<KnownPerson, "personId" | "name" | "email" | "language">,
): Promise<void> {
  const { db, systemId, actor, now } = context;
  const at = { systemId, now };
  const link = { personId: person.personId, purpose: "invitation", madeBy: actor.name } as const;
  const { linkToken, expiresAt } = await makeLink(db, at, link);
  await sendLetter(db, at, person, (to) => invitationLetter({ ...to, invitedBy: actor.name, linkToken }));
  await keepInvitation(context, person, "open", expiresAt);
}
