import { childrenOf, onlyChild } from "./elements.ts";
import type { XmlElement } from "./strict-xml.ts";

const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** The algorithms that are believed. SHA-1 is not among them, nor is a canonical form that keeps comments. */
const believed: Readonly<Record<string, ReadonlySet<string | undefined>>> = {
  CanonicalizationMethod: new Set([exclusive]),
  SignatureMethod: new Set([
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
  ]),
  DigestMethod: new Set(["http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmlenc#sha512"]),
  Transform: new Set(["http://www.w3.org/2000/09/xmldsig#enveloped-signature", exclusive]),
};

/**
 * What is wrong with the form of a signature (not with its numbers): it must be of the one element around it, by
 * algorithms that are believed, and hold nothing but that (SAML 2.0 Core §5.4).
 *
 * @returns null where nothing is
 */
export function signatureFault(signature: XmlElement, ownerId: string | undefined): string | null {
  const signedInfo = onlyChild(signature, "signature", "SignedInfo");
  const reference = onlyChild(signedInfo, "signature", "Reference");
  const transforms = onlyChild(reference, "signature", "Transforms");
  if (!signedInfo || !reference || !transforms) return "the signature does not name one element";
  if (!ownerId || reference.attributes.get("URI") !== `#${ownerId}`) return "the signature is of another element";
  if (!hasOnly(signature, ["SignedInfo", "SignatureValue", "KeyInfo"])) return "the signature holds something else";
  if (!hasOnly(signedInfo, ["CanonicalizationMethod", "SignatureMethod", "Reference"]))
    return "the signature holds something else";
  if (!hasOnly(reference, ["Transforms", "DigestMethod", "DigestValue"])) return "the signature holds something else";
  const methods = [...signedInfo.children, ...reference.children, ...transforms.children];
  const odd = methods.find(({ name, attributes }) => believed[name]?.has(attributes.get("Algorithm")) === false);
  if (odd) return `an algorithm is not believed (${odd.name})`;
  if (transforms.children.length > 2 || transforms.children.some(({ name }) => name !== "Transform"))
    return "the signature transforms too much";
  return null;
}

/** Each of these once (the last may be missing), and no other. */
const hasOnly = (element: XmlElement, names: readonly string[]): boolean =>
  element.children.every(({ name }) => names.includes(name)) &&
  names.every((name) => {
    const found = childrenOf(element, "signature", name).length;
    return found === 1 || (name === "KeyInfo" && found === 0);
  });
