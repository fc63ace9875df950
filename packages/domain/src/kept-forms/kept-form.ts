import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";
import { tokenHash } from "../sign-in/secret-token.ts";
import type { KeptForm } from "./keep-form.ts";

/** The form that was kept under a token; null where there is none, or no more. */
export function keptForm(db: Kysely<Database>, systemId: string, token: string, now: Date): Promise<KeptForm | null> {
  return inTenant(db, systemId, async (trx) => {
    const row = await trx
      .selectFrom("kept_forms")
      .select(["page", "fields"])
      .where("system_id", "=", systemId)
      .where("token_hash", "=", tokenHash(token))
      .where("expires_at", ">", now)
      .executeTakeFirst();
    return row ? { page: row.page, ...(row.fields as unknown as Omit<KeptForm, "page">) } : null;
  });
}

/** Lets go of a form that has been sent. */
export async function dropKeptForm(db: Kysely<Database>, systemId: string, token: string): Promise<void> {
  await inTenant(db, systemId, (trx) =>
    trx.deleteFrom("kept_forms").where("system_id", "=", systemId).where("token_hash", "=", tokenHash(token)).execute(),
  );
}
