import type { XmlElement } from "./strict-xml.ts";

/** The namespaces of SAML 2.0 and of XML Signature. */
export const namespaces = {
  protocol: "urn:oasis:names:tc:SAML:2.0:protocol",
  assertion: "urn:oasis:names:tc:SAML:2.0:assertion",
  signature: "http://www.w3.org/2000/09/xmldsig#",
} as const;

/** The elements of this name right within another. */
export const childrenOf = (
  { children }: XmlElement,
  space: keyof typeof namespaces,
  name: string,
): readonly XmlElement[] => children.filter((child) => child.name === name && child.namespace === namespaces[space]);

/** The one element of this name right within another; undefined where there is none, or more than one. */
export function onlyChild(
  parent: XmlElement | undefined,
  space: keyof typeof namespaces,
  name: string,
): XmlElement | undefined {
  const found = parent ? childrenOf(parent, space, name) : [];
  return found.length === 1 ? found[0] : undefined;
}

/** An element and all that stands in it, in the order of the text. */
export const withAllWithin = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...element.children.flatMap(withAllWithin),
];
