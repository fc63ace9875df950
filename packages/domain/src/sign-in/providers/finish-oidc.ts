import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { type Admitted, admit } from "./admission/admit.ts";
import { isNotProven, refuseSignIn } from "./admission/refused-sign-in.ts";
import { callbackAddress } from "./callback-address.ts";
import { oidcIdentity } from "./oidc/oidc-identity.ts";
import { openProviderOf } from "./open-provider.ts";
import { sentRequest } from "./sent-request.ts";

/** What came back from an OpenID Connect provider. */
export type OidcAnswer = Readonly<{
  providerId: string;
  /** The address that the browser asked for, with its query. */
  address: string;
  site: string;
  device: string;
  /** What the browser kept since the sign-in was begun, empty where it kept nothing; left out, it is not asked for. */
  ticket?: string;
}>;

/**
 * Finishes a sign-in at an OpenID Connect provider: changes the code for the proof of who someone is, and begins a session.
 * Each refusal is in the audit.
 */
export async function finishOidc(
  desk: SignInDesk,
  { providerId, address, site, device, ticket }: OidcAnswer,
): Promise<Outcome<Admitted & Readonly<{ returnTo: string }>>> {
  const provider = await openProviderOf(desk, providerId, "oidc");
  if (isRefusal(provider)) return provider;
  // Only the query counts: behind a proxy, the host that was asked for is another than the public one.
  const callback = new URL(callbackAddress(site, "oidc", providerId));
  callback.search = URL.canParse(address, callback.href) ? new URL(address, callback).search : "";
  const state = callback.searchParams.get("state") ?? "";
  const sent = await sentRequest(desk, { providerId, state, ticket, kind: "oidc" });
  if (isNotProven(sent)) return refuseSignIn(desk, providerId, sent);
  const identity = await oidcIdentity(provider, { callback, state, ...sent.ask }, desk.now);
  if (isNotProven(identity)) return refuseSignIn(desk, providerId, identity);
  const admitted = await admit(desk, provider, { identity, device });
  return isRefusal(admitted) ? admitted : { ...admitted, returnTo: sent.returnTo };
}
