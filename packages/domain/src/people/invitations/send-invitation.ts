import type { Context } from "../../kernel/command.ts";
import { invitationLetter } from "../../sign-in/letters/invitation-letter.ts";
import { sendLetter } from "../../sign-in/letters/send-letter.ts";
import { makeLink } from "../../sign-in/links/make-link.ts";
import type { KnownPerson } from "../known-person.ts";

/** Makes a link that is good for a week, withdraws those before it, and writes the letter that brings it. Gives until when it is good. */
export async function sendInvitation(
  { db, systemId, actor, now }: Context,
  person: Pick<KnownPerson, "personId" | "name" | "language">,
): Promise<Date> {
  const at = { systemId, now };
  const link = { personId: person.personId, purpose: "invitation", madeBy: actor.name } as const;
  const { linkToken, expiresAt } = await makeLink(db, at, link);
  await sendLetter(db, at, person, (to) => invitationLetter({ ...to, invitedBy: actor.name, linkToken }));
  return expiresAt;
}
