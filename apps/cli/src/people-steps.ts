import { act } from "@evenspan/domain/access/act";
import { keyOf, operator } from "@evenspan/domain/kernel/actor";
import type { Command } from "@evenspan/domain/kernel/command";
import { isRefusal, type Outcome, refuse } from "@evenspan/domain/kernel/refusal";
import { handOverInvitation } from "@evenspan/domain/people/hand-over-invitation";
import { type ListedPerson, listPeople } from "@evenspan/domain/people/list-people";
import { personRecord } from "@evenspan/domain/people/person-record";
import type { Session } from "./session.ts";

/** Performs a command about people as who works at the machine. It sees what others commit meanwhile, as changes of roles must. */
export const carried = <I, O>({ db, systemId, name }: Session, command: Command<I, O>, input: unknown) =>
  act(db.app, command, { systemId, actor: operator(name), now: new Date(), from: { channel: "command line" } }, input);

/** Everyone who may sign in, a line each. */
export async function everyone(session: Session): Promise<Outcome<readonly string[]>> {
  const lines: string[] = [];
  for (let after: object | null | undefined; after !== null; ) {
    const page: Outcome<Awaited<ReturnType<typeof pageOf>>> = await pageOf(session, after);
    if (isRefusal(page)) return page;
    lines.push(...page.people.map(lineOf));
    after = page.next;
  }
  return lines;
}

const pageOf = (session: Session, after: object | undefined) =>
  carried(session, listPeople, { limit: 200, ...(after && { after }) });

const lineOf = ({ name, email, state, grants, invitedUntil, personId }: ListedPerson): string => {
  const until = state === "invited" ? (invitedUntil ? ` until ${invitedUntil.toISOString()}` : ", link ended") : "";
  return [name, email, `${state}${until}`, grants.map(keyOf).sort().join(" ") || "no role", personId].join("  ");
};

/** The person of a mail address. */
export async function personAt(session: Session, email: string): Promise<Outcome<ListedPerson>> {
  const wanted = email.trim().toLowerCase();
  const found = await carried(session, listPeople, { text: wanted, limit: 200 });
  if (isRefusal(found)) return found;
  return (
    found.people.find((one) => one.email === wanted) ??
    refuse("not-found", "person", `Nobody here has the mail address ${email}.`)
  );
}

/** The grant by which a person holds a role now. */
export async function heldRole(
  session: Session,
  email: string,
  wanted: Readonly<{ role: string; facilityId?: string; partnerId?: string }>,
): Promise<Outcome<Readonly<{ grantId: string }>>> {
  const person = await personAt(session, email);
  if (isRefusal(person)) return person;
  const record = await carried(session, personRecord, { personId: person.personId });
  if (isRefusal(record)) return record;
  const held = record.grants.find(
    ({ role, facilityId, partnerId, revokedAt }) =>
      revokedAt === null &&
      role === wanted.role &&
      facilityId === (wanted.facilityId ?? null) &&
      partnerId === (wanted.partnerId ?? null),
  );
  return (
    held ??
    refuse(
      "not-found",
      "grant",
      `${person.name} does not hold that role there: ${person.grants.map(keyOf).sort().join(", ") || "none at all"}.`,
    )
  );
}

/** What is said after an invitation: that a letter goes out, or, without a mail server, the letter itself. */
export async function letterLines(session: Session, personId: string): Promise<Outcome<readonly string[]>> {
  if (process.env.EVENSPAN_SMTP) return ["Invited. The letter goes out with the next mail."];
  const letter = await carried(session, handOverInvitation, { personId });
  if (isRefusal(letter)) return letter;
  const site = process.env.EVENSPAN_ADDRESS?.replace(/\/$/, "") ?? "http://localhost:8080";
  return [
    "Invited. No mail server is set (EVENSPAN_SMTP), so hand this letter over yourself. It is shown once:",
    "",
    letter.subject,
    "",
    letter.text.replaceAll("{{site}}", site).trimEnd(),
  ];
}
