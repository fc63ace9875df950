import type { Context } from "../kernel/command.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import type { Language } from "../kernel/text.ts";

/** A person as the commands of this folder need one. `hasJoined`: has signed in at least once. */
export type KnownPerson = Readonly<{
  personId: string;
  name: string;
  email: string;
  language: Language;
  isDeactivated: boolean;
  hasJoined: boolean;
}>;

/** By whom a person is named: the id, or the mail address as other programs of an office know it. */
export type PersonName = Readonly<{ personId: string } | { email: string }>;

/** The person of this id or mail address, or a refusal. */
export async function knownPerson(
  { db, systemId }: Pick<Context, "db" | "systemId">,
  named: PersonName,
): Promise<Outcome<KnownPerson>> {
  const found = await db
    .selectFrom("people as person")
    .where("system_id", "=", systemId)
    .where((eb) => ("personId" in named ? eb("person_id", "=", named.personId) : eb("email", "=", named.email)))
    .select(["person_id as personId", "name", "email", "language"])
    .select((eb) => [
      eb("deactivated_at", "is not", null).$castTo<boolean>().as("isDeactivated"),
      eb
        .exists((inner) =>
          inner
            .selectFrom("sessions as session")
            .whereRef("session.system_id", "=", "person.system_id")
            .whereRef("session.person_id", "=", "person.person_id")
            .select("session.session_id"),
        )
        .$castTo<boolean>()
        .as("hasJoined"),
    ])
    .executeTakeFirst();
  return found ?? refuse("not-found", "person", "There is no such person here.");
}
