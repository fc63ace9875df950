import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { accountHash } from "../../account.ts";
import type { SignInDesk } from "../../desk.ts";
import type { Provider } from "../open-provider.ts";
import { emailDomain, type Identity, plainEmail } from "./identity.ts";
import type { NotProven } from "./refused-sign-in.ts";

/** Whom a proof belongs to, or why to nobody. */
export type Match = Readonly<{ personId: string; name: string; isNewLink: boolean }> | NotProven;

/**
 * Finds the person that a provider has proven: by the provider's identifier, or the first time by a mail address that the
 * provider has verified and may speak for. Nobody is added: people are invited. The link is kept, and from then on the
 * identifier alone counts; so a mail address that the provider passes on to another account does not pass on the person.
 */
export async function matchPerson(
  trx: Transaction<Database>,
  desk: SignInDesk,
  { providerId, settings }: Pick<Provider, "providerId" | "settings">,
  identity: Identity,
): Promise<Match> {
  const { subject } = identity;
  const linked = subject === null ? undefined : await linkedPerson(trx, desk, providerId, subject);
  if (linked) return linked.deactivated_at ? notAdmitted(linked, "the person was deactivated") : matched(linked, false);
  if (!identity.emailVerified) return { code: "mail-not-verified", why: "the mail address is not verified" };
  const email = plainEmail(identity.email);
  if (email === null) return { code: "mail-not-theirs", why: "no mail address was named" };
  const about = { account: accountHash(desk, email) };
  if (!settings.domains.includes(emailDomain(email)))
    return { code: "mail-not-theirs", why: `the provider does not speak for ${emailDomain(email)}`, about };
  const person = await personWith(trx, desk, email);
  if (!person) return { code: "not-admitted", why: "nobody has this mail address", about };
  if (person.deactivated_at) return notAdmitted(person, "the person was deactivated");
  if (await hasLink(trx, desk, providerId, person.person_id)) return notAdmitted(person, isOther);
  if (subject === null) return matched(person, false);
  const kept = await link(trx, desk, { providerId, subject, personId: person.person_id });
  return kept ? matched(person, true) : notAdmitted(person, isOther);
}

const isOther = "the person goes by another account of this provider";

type Person = Readonly<{ person_id: string; name: string; deactivated_at: Date | null }>;

const matched = ({ person_id, name }: Person, isNewLink: boolean): Match => ({ personId: person_id, name, isNewLink });

const notAdmitted = ({ person_id, name }: Person, why: string): Match => ({
  ...{ code: "not-admitted", why, about: { personId: person_id, name } },
});

const linkedPerson = (trx: Transaction<Database>, { systemId }: SignInDesk, providerId: string, subject: string) =>
  trx
    .selectFrom("provider_subjects as link")
    .innerJoin("people as person", (join) =>
      join.onRef("person.system_id", "=", "link.system_id").onRef("person.person_id", "=", "link.person_id"),
    )
    .select(["person.person_id", "person.name", "person.deactivated_at"])
    .where("link.system_id", "=", systemId)
    .where("link.provider_id", "=", providerId)
    .where("link.subject", "=", subject)
    .executeTakeFirst();

const personWith = (trx: Transaction<Database>, { systemId }: SignInDesk, email: string) =>
  trx
    .selectFrom("people")
    .select(["person_id", "name", "deactivated_at"])
    .where("system_id", "=", systemId)
    .where("email", "=", email)
    .executeTakeFirst();

const hasLink = async (trx: Transaction<Database>, { systemId }: SignInDesk, providerId: string, personId: string) =>
  (await trx
    .selectFrom("provider_subjects")
    .select("subject")
    .where("system_id", "=", systemId)
    .where("provider_id", "=", providerId)
    .where("person_id", "=", personId)
    .executeTakeFirst()) !== undefined;

/** Whether this link was kept: not where another sign-in has just linked the person or the account. */
async function link(
  trx: Transaction<Database>,
  { systemId, now }: SignInDesk,
  { providerId, subject, personId }: Readonly<{ providerId: string; subject: string; personId: string }>,
): Promise<boolean> {
  const kept = await trx
    .insertInto("provider_subjects")
    .values({ system_id: systemId, provider_id: providerId, subject, person_id: personId, linked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("person_id")
    .executeTakeFirst();
  return kept !== undefined;
}
