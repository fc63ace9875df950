import { childrenOf, namespaces, onlyChild, withAllWithin } from "./elements.ts";
import { signatureFault } from "./signature-fault.ts";
import type { XmlElement } from "./strict-xml.ts";

/** What the response around an assertion is held to. */
export type ExpectedResponse = Readonly<{
  callback: string;
  requestId: string;
  idpEntityId: string;
  signs: "assertion" | "response";
}>;

const success = "urn:oasis:names:tc:SAML:2.0:status:Success";

/**
 * What is wrong with a response before its signature is looked at: it is for us, of the provider, an answer to the request,
 * and a success; it holds one assertion, in its place; signatures stand where they are expected and sign what is around
 * them, and no two elements go by one id. So there is nothing that could be moved in beside what is signed.
 *
 * @returns null where nothing is
 */
export function responseFault(response: XmlElement, expected: ExpectedResponse): string | null {
  if (response.name !== "Response" || response.namespace !== namespaces.protocol) return "it is no response";
  return envelopeFault(response, expected) ?? contentFault(response) ?? signaturesFault(response, expected.signs);
}

function envelopeFault(response: XmlElement, expected: ExpectedResponse): string | null {
  const { attributes } = response;
  if (attributes.get("Version") !== "2.0") return "it is of another version of SAML";
  if (attributes.get("InResponseTo") !== expected.requestId) return "it does not answer the request";
  if ((attributes.get("Destination") ?? expected.callback) !== expected.callback) return "it is for another address";
  const issuers = childrenOf(response, "assertion", "Issuer");
  if (issuers.some(({ text }) => text.trim() !== expected.idpEntityId)) return "it is of another provider";
  const code = onlyChild(onlyChild(response, "protocol", "Status"), "protocol", "StatusCode");
  return code?.attributes.get("Value") === success ? null : "it tells of no success";
}

/** Looked at by local name, as some readers of signed XML do. */
function contentFault(response: XmlElement): string | null {
  const all = withAllWithin(response);
  const count = (name: string): number => all.filter((element) => element.name === name).length;
  if (count("EncryptedAssertion") + count("EncryptedID") + count("EncryptedData") > 0)
    return "it is encrypted, which the office has no key for";
  if (count("Response") !== 1 || count("Assertion") !== 1 || !onlyChild(response, "assertion", "Assertion"))
    return "it does not hold one assertion in its place";
  const ids = all.flatMap(({ attributes }) =>
    [...attributes].flatMap(([name, id]) => (/^id$/i.test(name) ? [id] : [])),
  );
  return new Set(ids).size === ids.length ? null : "two elements go by one id";
}

function signaturesFault(response: XmlElement, signs: "assertion" | "response"): string | null {
  const assertion = onlyChild(response, "assertion", "Assertion")!;
  const all = withAllWithin(response).filter(({ name }) => name === "Signature");
  const inPlace = [response, assertion].flatMap((owner) =>
    childrenOf(owner, "signature", "Signature").map((signature) => ({ owner, signature })),
  );
  const owners = inPlace.map(({ owner }) => owner);
  if (all.length !== inPlace.length || new Set(owners).size !== owners.length) return "a signature is out of place";
  if (!owners.includes(signs === "response" ? response : assertion)) return `the ${signs} is not signed`;
  for (const { owner, signature } of inPlace) {
    const fault = signatureFault(signature, owner.attributes.get("ID"));
    if (fault) return fault;
  }
  return null;
}
