import { inTenant } from "@evenspan/database/tenant";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { providerRefusal } from "./admission/provider-refusal.ts";
import { openClientSecret } from "./settings/client-secret.ts";
import { type OidcSettings, oidcSettings, type SamlSettings, samlSettings } from "./settings/provider-settings.ts";

/** An OpenID Connect provider, with the secret that proves the office to it. */
export type OidcProvider = Readonly<{ kind: "oidc"; providerId: string; settings: OidcSettings; clientSecret: string }>;

/** A SAML 2.0 identity provider. */
export type SamlProvider = Readonly<{ kind: "saml"; providerId: string; settings: SamlSettings }>;

/** A provider that a system offers, with all that it takes to ask it and to believe it. */
export type Provider = OidcProvider | SamlProvider;

/** Reads a provider that is offered; refused where it is not, or where its secret opens with another key only. */
export async function openProvider(desk: SignInDesk, providerId: string): Promise<Provider | Refusal> {
  const { db, systemId, officeKey } = desk;
  const row = await inTenant(db, systemId, (trx) =>
    trx
      .selectFrom("identity_providers")
      .selectAll()
      .where("system_id", "=", systemId)
      .where("provider_id", "=", providerId)
      .where("enabled", "=", true)
      .executeTakeFirst(),
  );
  if (!row) return providerRefusal("provider-not-offered");
  if (row.kind === "saml") return { kind: "saml", providerId, settings: samlSettings.parse(row.settings) };
  const clientSecret = row.sealed_secret && openClientSecret(officeKey, { systemId, providerId }, row.sealed_secret);
  if (!clientSecret) return providerRefusal("provider-unready");
  return { kind: "oidc", providerId, settings: oidcSettings.parse(row.settings), clientSecret };
}

/** The same, where only one kind will do: an answer that came to the callback of the other kind is not for it. */
export async function openProviderOf<K extends Provider["kind"]>(
  desk: SignInDesk,
  providerId: string,
  kind: K,
): Promise<Extract<Provider, { kind: K }> | Refusal> {
  const provider = await openProvider(desk, providerId);
  if (isRefusal(provider)) return provider;
  return provider.kind === kind
    ? (provider as Extract<Provider, { kind: K }>)
    : providerRefusal("provider-not-offered");
}
