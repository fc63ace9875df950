import { randomBytes } from "node:crypto";
import type { SamlProvider } from "../open-provider.ts";
import { requestAddress } from "./service.ts";

/** What is sent to a SAML provider: the address to go to, and what the answer is held to. */
export type AskedSaml = Readonly<{ location: string; sent: Readonly<{ kind: "saml"; requestId: string }> }>;

/** Asks a SAML provider to sign someone in. The state goes as the relay state; the request has an id of its own. */
export async function askSaml(
  { settings }: SamlProvider,
  { state, callback }: Readonly<{ state: string; callback: string }>,
): Promise<AskedSaml> {
  // A name of XML does not begin with a digit.
  const requestId = `_${randomBytes(20).toString("hex")}`;
  const location = await requestAddress(settings, { requestId, relayState: state, callback });
  return { location, sent: { kind: "saml", requestId } };
}
