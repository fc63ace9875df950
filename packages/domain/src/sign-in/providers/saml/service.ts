import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import { plainWords } from "../admission/plain-words.ts";
import type { SamlSettings } from "../settings/provider-settings.ts";

/** A request to a SAML provider: its id, what is to come back beside the answer, and where to. */
export type SamlRequest = Readonly<{ requestId: string; relayState: string; callback: string }>;

/** Where the browser is to go, with a request for a sign-in in the address (the redirect binding). */
export const requestAddress = (
  settings: SamlSettings,
  { requestId, relayState, callback }: SamlRequest,
): Promise<string> => service(settings, { requestId, callback }).getAuthorizeUrlAsync(relayState, undefined, {});

/** A signed assertion, or why there is none. */
export type SignedAssertion = Readonly<{ xml: string }> | Readonly<{ why: string }>;

/**
 * The assertion out of what a provider has signed, canonical: nothing that is not signed is in it.
 *
 * @param xml a response that has passed `responseFault`
 * @param signed where signatures stand; each must hold
 */
export async function signedAssertion(
  settings: SamlSettings,
  xml: string,
  { requestId, callback, signed }: ForRequest & Readonly<{ signed: Signed }>,
): Promise<SignedAssertion> {
  try {
    const { profile } = await service(settings, { requestId, callback }, signed).validatePostResponseAsync({
      SAMLResponse: Buffer.from(xml, "utf8").toString("base64"),
    });
    const assertion = profile?.getAssertionXml?.();
    return assertion === undefined ? { why: "there is no assertion" } : { xml: assertion };
  } catch (reason) {
    return { why: reason instanceof Error ? plainWords(reason.message) : "the signature was not understood" };
  }
}

/** Which parts of a response bear a signature. */
export type Signed = Readonly<{ response: boolean; assertion: boolean }>;

type ForRequest = Pick<SamlRequest, "requestId" | "callback">;

/** The one place that knows node-saml. Times are held to our own clock, in `assertionFault`; so is all that it leaves open. */
const service = (
  { entryPoint, signingKeys, spEntityId, idpEntityId }: SamlSettings,
  { requestId, callback }: ForRequest,
  signed: Signed = { response: true, assertion: true },
): SAML =>
  new SAML({
    ...{ entryPoint, idpCert: signingKeys, issuer: spEntityId, audience: spEntityId, idpIssuer: idpEntityId },
    ...{ callbackUrl: callback, generateUniqueId: () => requestId },
    ...{ wantAuthnResponseSigned: signed.response, wantAssertionsSigned: signed.assertion },
    // The provider decides how it asks people and how it names them.
    ...{ identifierFormat: null, disableRequestedAuthnContext: true, allowCreate: false },
    acceptedClockSkewMs: -1,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: Number.POSITIVE_INFINITY,
    cacheProvider: onlyRequest(requestId),
  });

/** What was asked is kept in the database, where it was taken once; here it need only be known. */
const onlyRequest = (requestId: string) => ({
  saveAsync: async () => null,
  getAsync: async (key: string) => (key === requestId ? new Date(0).toISOString() : null),
  removeAsync: async () => null,
});
