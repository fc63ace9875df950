import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { type Admitted, admit } from "./admission/admit.ts";
import { isNotProven, refuseSignIn } from "./admission/refused-sign-in.ts";
import { callbackAddress } from "./callback-address.ts";
import { openProviderOf } from "./open-provider.ts";
import { samlIdentity } from "./saml/saml-identity.ts";
import { sentRequest } from "./sent-request.ts";

/** What came back from a SAML identity provider, by the POST binding. */
export type SamlAnswer = Readonly<{
  providerId: string;
  /** The form's `SAMLResponse`. */
  response: string;
  /** The form's `RelayState`. */
  relayState: string;
  site: string;
  device: string;
  /** What the browser kept since the sign-in was begun, empty where it kept nothing; left out, it is not asked for. */
  ticket?: string;
}>;

/**
 * Finishes a sign-in at a SAML identity provider: holds the response to what was asked, and begins a session. A response
 * that nobody asked for is refused. Each refusal is in the audit.
 */
export async function finishSaml(
  desk: SignInDesk,
  { providerId, response, relayState, site, device, ticket }: SamlAnswer,
): Promise<Outcome<Admitted & Readonly<{ returnTo: string }>>> {
  const provider = await openProviderOf(desk, providerId, "saml");
  if (isRefusal(provider)) return provider;
  const sent = await sentRequest(desk, { providerId, state: relayState, ticket, kind: "saml" });
  if (isNotProven(sent)) return refuseSignIn(desk, providerId, sent);
  const callback = callbackAddress(site, "saml", providerId);
  const expected = { callback, requestId: sent.ask.requestId, now: desk.now };
  const identity = await samlIdentity(provider, response, expected);
  if (isNotProven(identity)) return refuseSignIn(desk, providerId, identity);
  const admitted = await admit(desk, provider, { identity, device });
  return isRefusal(admitted) ? admitted : { ...admitted, returnTo: sent.returnTo };
}
