import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  customFetch,
  enableNonRepudiationChecks,
} from "openid-client";
import type { OidcProvider } from "../open-provider.ts";
import { isLoopbackAddress } from "../safe-address.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { discovered, patienceSeconds } from "./discovered.ts";

/**
 * The office as a client of a provider. The signature of each identity token is checked against the provider's keys, though
 * it comes straight from the provider: on this machine, no TLS vouches for that.
 *
 * @throws what `discovered` throws
 */
export async function clientOf({ settings, clientSecret }: OidcProvider, now: Date): Promise<Configuration> {
  const { issuer, clientId } = settings;
  const metadata = await discovered(issuer, now);
  // Without a word from the provider it is Basic (OpenID Connect Discovery 1.0 §3).
  const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const proof = methods.includes("client_secret_basic") ? ClientSecretBasic : ClientSecretPost;
  const client = new Configuration(metadata, clientId, { client_secret: clientSecret }, proof(clientSecret));
  client[customFetch] = boundedFetch(issuer);
  client.timeout = patienceSeconds;
  if (isLoopbackAddress(issuer)) allowInsecureRequests(client);
  enableNonRepudiationChecks(client);
  return client;
}
