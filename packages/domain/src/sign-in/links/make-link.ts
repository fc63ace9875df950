import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";
import { secretToken, tokenHash } from "../secret-token.ts";

/** What a link is for. */
export type LinkPurpose = "invitation" | "password-reset" | "sign-in";

/** How long a link is good, in minutes: a week, an hour, ten minutes (OWASP ASVS 5.0, V6.5.5). */
export const linkMinutes: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * 60,
  "password-reset": 60,
  "sign-in": 10,
};

/** A link to be made: for whom, for what, and who asked for it. */
export type NewLink = Readonly<{ personId: string; purpose: LinkPurpose; madeBy: string }>;

/**
 * Makes a link that is good once, and withdraws those made before for the same purpose. Only the letter holds the token.
 * Where there is no such person the same statements run and write nothing: the token then opens nothing.
 */
export async function makeLink(
  trx: Transaction<Database>,
  { systemId, now }: Readonly<{ systemId: string; now: Date }>,
  { personId, purpose, madeBy }: NewLink,
): Promise<Readonly<{ linkToken: string; expiresAt: Date }>> {
  await withdrawLinks(trx, { systemId, now }, personId, [purpose]);
  const linkToken = secretToken();
  const expiresAt = new Date(now.getTime() + linkMinutes[purpose] * 60_000);
  await trx
    .insertInto("one_time_links")
    .columns(["system_id", "token_hash", "purpose", "person_id", "made_by", "made_at", "expires_at"])
    .expression((from) =>
      from
        .selectFrom("people")
        .select([
          "system_id",
          sql<string>`${tokenHash(linkToken)}::text`.as("token_hash"),
          sql<LinkPurpose>`${purpose}::text`.as("purpose"),
          "person_id",
          sql<string>`${madeBy}::text`.as("made_by"),
          sql<Date>`${now}::timestamptz`.as("made_at"),
          sql<Date>`${expiresAt}::timestamptz`.as("expires_at"),
        ])
        .where("system_id", "=", systemId)
        .where("person_id", "=", personId),
    )
    .execute();
  return { linkToken, expiresAt };
}

/** Withdraws a person's links that were not used yet; gives how many. */
export async function withdrawLinks(
  trx: Transaction<Database>,
  { systemId, now }: Readonly<{ systemId: string; now: Date }>,
  personId: string,
  purposes: readonly LinkPurpose[],
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("one_time_links")
    .set({ withdrawn_at: now })
    .where("system_id", "=", systemId)
    .where("person_id", "=", personId)
    .where("purpose", "in", purposes)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
