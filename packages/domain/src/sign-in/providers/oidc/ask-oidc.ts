import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier } from "openid-client";
import type { Refusal } from "../../../kernel/refusal.ts";
import { providerRefusal } from "../admission/provider-refusal.ts";
import type { OidcProvider } from "../open-provider.ts";
import { isSafeAddress } from "../safe-address.ts";
import { clientOf } from "./client-of.ts";

/** What is sent to an OpenID Connect provider: the address to go to, and what the answer is held to. */
export type AskedOidc = Readonly<{
  location: string;
  sent: Readonly<{ kind: "oidc"; codeVerifier: string; nonce: string }>;
}>;

/** Asks an OpenID Connect provider for a code, with PKCE (S256), state and nonce. */
export async function askOidc(
  provider: OidcProvider,
  { state, callback }: Readonly<{ state: string; callback: string }>,
  now: Date,
): Promise<AskedOidc | Refusal> {
  const [codeVerifier, nonce] = [randomPKCECodeVerifier(), randomNonce()];
  const parameters = {
    ...{ redirect_uri: callback, scope: provider.settings.scopes.join(" "), state, nonce },
    ...{ code_challenge: await calculatePKCECodeChallenge(codeVerifier), code_challenge_method: "S256" },
  };
  try {
    const { href: location } = buildAuthorizationUrl(await clientOf(provider, now), parameters);
    if (isSafeAddress(location)) return { location, sent: { kind: "oidc", codeVerifier, nonce } };
  } catch {
    // The provider is not there, or what it says of itself cannot be used: the person can do nothing about either.
  }
  return providerRefusal("provider-unreachable");
}
