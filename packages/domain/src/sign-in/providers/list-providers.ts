import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely } from "kysely";

/** The part of a provider that anyone may see: what a button on the page of sign-in says. */
export type OfferedProvider = Readonly<{ providerId: string; kind: "oidc" | "saml"; name: string }>;

/** The providers that a system offers, by name. */
export const listProviders = (db: Kysely<Database>, systemId: string): Promise<readonly OfferedProvider[]> =>
  inTenant(db, systemId, (trx) =>
    trx
      .selectFrom("identity_providers")
      .select(["provider_id as providerId", "kind", "name"])
      .where("system_id", "=", systemId)
      .where("enabled", "=", true)
      .orderBy("name")
      .orderBy("provider_id")
      .execute(),
  );
