import { locksFor } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/command.ts";
import { keepRecord } from "../../records/keep-record.ts";
import { officeDay } from "../../records/rows/office-day.ts";
import type { KnownPerson } from "../known-person.ts";

/** How an invitation stands: sent, past its day, answered, or taken back. */
export type InvitationState = "open" | "lapsed" | "accepted" | "withdrawn";

/** The kind of record that an invitation is. */
export const invitationKind = "person-invitation";

/**
 * Keeps the record of an invitation, which administrators see. Nobody is waited for until its day has passed: then the
 * administrators are, to send another one.
 *
 * @param until when the link ends or has ended
 */
export const keepInvitation = (
  context: Context,
  { personId, name, email }: Pick<KnownPerson, "personId" | "name" | "email">,
  state: InvitationState,
  until: Date | null,
): Promise<void> => {
  const isLapsed = state === "lapsed";
  return keepRecord(context, {
    ...{ recordId: `${invitationKind}:${personId}`, kind: invitationKind, title: name, words: email, state },
    ...{ locks: locksFor(["administrator"]), turn: isLapsed ? ["administrator@*"] : [] },
    ...{ nextStep: isLapsed ? "invite-again" : null, dueOn: until && officeDay(until) },
  });
};
