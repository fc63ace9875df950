import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { isRefusal, type Outcome, type Refusal, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { holdPerson } from "../hold-person.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { tokenHash } from "../secret-token.ts";
import type { SignedInPerson } from "../signed-in.ts";
import type { LinkPurpose } from "./make-link.ts";

/** A link as it was followed. */
export type FollowedLink = Readonly<{ linkToken: string; purpose: LinkPurpose }>;

const noLink = (): Refusal =>
  refuse("not-found", "link", "This link does not work any more: it was used, is too old, or a newer one was sent.");

/** Whose link this is, without using it. Refuses `link` where it is none, was used or withdrawn, or is too old. */
export async function whoseLink(
  trx: Transaction<Database>,
  { systemId, now }: Pick<SignInDesk, "systemId" | "now">,
  { linkToken, purpose }: FollowedLink,
): Promise<Outcome<SignedInPerson>> {
  const person = await trx
    .selectFrom("one_time_links as link")
    .innerJoin("people as person", (join) =>
      join.onRef("person.system_id", "=", "link.system_id").onRef("person.person_id", "=", "link.person_id"),
    )
    .select(["person.person_id as personId", "person.name", "person.email", "person.language"])
    .where("link.system_id", "=", systemId)
    .where("link.token_hash", "=", tokenHash(linkToken))
    .where("link.purpose", "=", purpose)
    .where("link.used_at", "is", null)
    .where("link.withdrawn_at", "is", null)
    .where("link.expires_at", ">", now)
    .where("person.deactivated_at", "is", null)
    .executeTakeFirst();
  return person ?? noLink();
}

/**
 * Writes into the audit that a link was followed after it had ended, once a link; a token that is none is not written down. Gives
 * the refusal.
 */
export async function refuseLink(
  trx: Transaction<Database>,
  desk: SignInDesk,
  { linkToken, purpose }: FollowedLink,
  refusal: Refusal,
): Promise<Refusal> {
  const person = await trx
    .updateTable("one_time_links as link")
    .from("people as person")
    .set({ refused_at: desk.now })
    .whereRef("person.system_id", "=", "link.system_id")
    .whereRef("person.person_id", "=", "link.person_id")
    .where("link.system_id", "=", desk.systemId)
    .where("link.token_hash", "=", tokenHash(linkToken))
    .where("link.purpose", "=", purpose)
    .where("link.refused_at", "is", null)
    .returning(["person.person_id as personId", "person.name"])
    .executeTakeFirst();
  const [why, facts] = ["to use a link that has ended", { purpose }];
  if (person) await recordSignIn(trx, desk, person, { kind: "refused", name: "use-link", why, facts });
  return refusal;
}

/** Uses a link up, and gives whose it was. Of two who use it at once, the second is refused as `link`, like any later one. */
export async function useLink(
  trx: Transaction<Database>,
  desk: SignInDesk,
  link: FollowedLink,
): Promise<Outcome<SignedInPerson>> {
  const whose = await whoseLink(trx, desk, link);
  if (isRefusal(whose)) return refuseLink(trx, desk, link, whose);
  await holdPerson(trx, desk.systemId, whose);
  const person = await trx
    .updateTable("one_time_links as link")
    .from("people as person")
    .set({ used_at: desk.now })
    .whereRef("person.system_id", "=", "link.system_id")
    .whereRef("person.person_id", "=", "link.person_id")
    .where("link.system_id", "=", desk.systemId)
    .where("link.token_hash", "=", tokenHash(link.linkToken))
    .where("link.used_at", "is", null)
    .where("link.withdrawn_at", "is", null)
    .where("person.deactivated_at", "is", null)
    .returning(["person.person_id as personId", "person.name", "person.email", "person.language"])
    .executeTakeFirst();
  return person ?? refuseLink(trx, desk, link, noLink());
}
