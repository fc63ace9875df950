import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";

/** How a system is named on its pages, and whether it is a demonstration. */
export type KnownSystem = Readonly<{ slug: string; name: string; demonstration: boolean }>;

/** The system of an id; null where none was founded under it. */
export async function knownSystem(db: Kysely<Database>, systemId: string): Promise<KnownSystem | null> {
  const row = await inTenant(db, systemId, (trx) =>
    trx
      .selectFrom("systems")
      .select(["slug", "name", "demonstration"])
      .where("system_id", "=", systemId)
      .executeTakeFirst(),
  );
  return row ?? null;
}
