import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";
import { secretToken, tokenHash } from "../sign-in/secret-token.ts";

/** What was typed into a form: which page it is on, and whose it was by a mark that only the office can make. */
export type KeptForm = Readonly<{
  page: string;
  whose: string;
  fields: Readonly<Record<string, readonly string[]>>;
}>;

/** How long a form is kept for its person to sign in again. */
export const keptFormMinutes = 30;

/** Forms kept at once in a system: more are not, so that strangers cannot fill the table. */
const mostKept = 2000;

/**
 * Keeps what was typed while nobody was signed in any more, and lets go of what was kept too long. The caller leaves out
 * passwords and codes.
 *
 * @returns the token under which it is found again; null where too many forms are kept already
 */
export function keepForm(
  db: Kysely<Database>,
  systemId: string,
  { page, ...content }: KeptForm,
  now: Date,
): Promise<string | null> {
  return inTenant(db, systemId, async (trx) => {
    await trx.deleteFrom("kept_forms").where("system_id", "=", systemId).where("expires_at", "<=", now).execute();
    const { count } = await trx
      .selectFrom("kept_forms")
      .select(({ fn }) => fn.countAll().as("count"))
      .where("system_id", "=", systemId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostKept) return null;
    const token = secretToken();
    const expires = new Date(now.getTime() + keptFormMinutes * 60_000);
    await trx
      .insertInto("kept_forms")
      .values({
        ...{ system_id: systemId, token_hash: tokenHash(token), page, fields: JSON.stringify(content) },
        ...{ kept_at: now, expires_at: expires },
      })
      .execute();
    return token;
  });
}
