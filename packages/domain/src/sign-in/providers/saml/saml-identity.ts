import type { Identity } from "../admission/identity.ts";
import type { NotProven } from "../admission/refused-sign-in.ts";
import type { SamlProvider } from "../open-provider.ts";
import type { SamlSettings } from "../settings/provider-settings.ts";
import { assertionFault } from "./assertion-fault.ts";
import { childrenOf, onlyChild } from "./elements.ts";
import { responseFault } from "./response-fault.ts";
import { responseText } from "./response-text.ts";
import { signedAssertion } from "./service.ts";
import { strictXml, type XmlElement } from "./strict-xml.ts";

/** What a response is held to beside the provider's settings. */
export type ExpectedAnswer = Readonly<{ callback: string; requestId: string; now: Date }>;

/**
 * Reads who someone is out of the response of a SAML provider. The form of the response is held to what leaves nothing
 * open; then the signatures to the provider's keys; and what is read is read from the signed bytes alone.
 *
 * @param response as the form brought it, in base64
 */
export async function samlIdentity(
  { settings }: SamlProvider,
  response: string,
  expected: ExpectedAnswer,
): Promise<Identity | NotProven> {
  const xml = responseText(response);
  const element = xml === null ? null : strictXml(xml);
  if (xml === null || element === null) return refused("the response is not plain XML");
  const wrong = responseFault(element, { ...expected, ...settings });
  if (wrong === "it tells of no success") return { code: "provider-declined", why: wrong };
  if (wrong) return refused(wrong);
  const signed = { response: isSigned(element), assertion: isSigned(onlyChild(element, "assertion", "Assertion")) };
  const proven = await signedAssertion(settings, xml, { ...expected, signed });
  if ("why" in proven) return refused(`the signature does not hold: ${proven.why}`);
  const assertion = strictXml(proven.xml);
  if (!assertion) return refused("the assertion is not plain XML");
  const fault = assertionFault(assertion, { ...expected, ...settings });
  return fault ? refused(fault) : identityIn(assertion, settings);
}

const refused = (why: string): NotProven => ({ code: "proof-refused", why });

const isSigned = (element: XmlElement | undefined): boolean =>
  onlyChild(element, "signature", "Signature") !== undefined;

/** A name that is made anew at each sign-in (SAML 2.0 Core §8.3.8) names nobody the next time. */
const transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

function identityIn(assertion: XmlElement, { mailAttribute }: SamlSettings): Identity {
  const nameId = onlyChild(onlyChild(assertion, "assertion", "Subject"), "assertion", "NameID")!;
  const name = nameId.text.trim();
  return {
    subject: nameId.attributes.get("Format") === transient ? null : name,
    email: mailAttribute === "NameID" ? name : attributeValue(assertion, mailAttribute),
    emailVerified: true,
    assertionId: assertion.attributes.get("ID")!,
  };
}

/** The one value of an attribute; null where there is none, or more than one. */
function attributeValue(assertion: XmlElement, wanted: string): string | null {
  const values = childrenOf(assertion, "assertion", "AttributeStatement")
    .flatMap((statement) => childrenOf(statement, "assertion", "Attribute"))
    .filter(({ attributes }) => attributes.get("Name") === wanted)
    .flatMap((attribute) => childrenOf(attribute, "assertion", "AttributeValue"));
  return values.length === 1 && values[0]!.children.length === 0 ? values[0]!.text : null;
}
