import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  type Configuration,
  fetchUserInfo,
  ResponseBodyError,
} from "openid-client";
import type { Identity } from "../admission/identity.ts";
import { plainWords } from "../admission/plain-words.ts";
import type { NotProven } from "../admission/refused-sign-in.ts";
import type { OidcProvider } from "../open-provider.ts";
import { isUnreachable } from "./bounded-fetch.ts";
import { clientOf } from "./client-of.ts";

/** What came back, and what it is held to. */
export type OidcExchange = Readonly<{ callback: URL; state: string; codeVerifier: string; nonce: string }>;

/**
 * Changes the code for an identity token and reads from it who someone is; asks for the mail address where the token has
 * none. State, issuer, audience, nonce, times and signature are held to what was asked by openid-client.
 */
export async function oidcIdentity(
  provider: OidcProvider,
  exchange: OidcExchange,
  now: Date,
): Promise<Identity | NotProven> {
  try {
    return await identityFrom(await clientOf(provider, now), exchange);
  } catch (reason) {
    return notProven(reason);
  }
}

async function identityFrom(client: Configuration, { callback, state, codeVerifier, nonce }: OidcExchange) {
  const tokens = await authorizationCodeGrant(client, callback, {
    ...{ pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("there is no identity token");
  const asks = claims.email === undefined && client.serverMetadata().userinfo_endpoint !== undefined;
  const told = asks ? await fetchUserInfo(client, tokens.access_token, claims.sub) : claims;
  return {
    subject: claims.sub,
    email: typeof told.email === "string" ? told.email : null,
    emailVerified: told.email_verified === true,
  };
}

function notProven(reason: unknown): NotProven {
  if (isUnreachable(reason)) return { code: "provider-unreachable", why: "the provider could not be asked" };
  if (reason instanceof AuthorizationResponseError)
    return { code: "provider-declined", why: `the provider answered ${plainWords(reason.error)}` };
  if (reason instanceof ResponseBodyError)
    return { code: "proof-refused", why: `the provider does not take the code: ${plainWords(reason.error)}` };
  return { code: "proof-refused", why: `the answer does not hold: ${plainWords(innermost(reason))}` };
}

/** What was wrong, as the library says it where it found it. */
const innermost = (reason: unknown): string =>
  !(reason instanceof Error) ? "" : reason.cause instanceof Error ? innermost(reason.cause) : reason.message;
