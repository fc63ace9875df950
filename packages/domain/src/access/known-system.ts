import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";

/** How a system is named on its pages, whether it is a demonstration, and whether it is one system or several. */
export type KnownSystem = Readonly<{
  slug: string;
  name: string;
  demonstration: boolean;
  kind: "system" | "collaborative";
}>;

/** The system of an id; null where none was founded under it. */
export async function knownSystem(db: Kysely<Database>, systemId: string): Promise<KnownSystem | null> {
  const row = await inTenant(db, systemId, (trx) =>
    trx
      .selectFrom("systems")
      .select(["slug", "name", "demonstration", "kind"])
      .where("system_id", "=", systemId)
      .executeTakeFirst(),
  );
  return row ?? null;
}
