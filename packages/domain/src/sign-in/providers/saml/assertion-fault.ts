import { childrenOf, onlyChild } from "./elements.ts";
import type { XmlElement } from "./strict-xml.ts";
import { timeFault } from "./time-fault.ts";

/** What an assertion is held to. */
export type ExpectedAssertion = Readonly<{
  callback: string;
  requestId: string;
  idpEntityId: string;
  spEntityId: string;
  now: Date;
}>;

const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/**
 * What is wrong with a signed assertion: it must be of the provider, for the office, about one person who has signed in, an
 * answer to the request, brought to the address that was asked for, and of now (SAML 2.0 Profiles §4.1.4.2 and §4.1.4.3).
 *
 * @returns null where nothing is
 */
export function assertionFault(assertion: XmlElement, expected: ExpectedAssertion): string | null {
  const { attributes } = assertion;
  if (attributes.get("Version") !== "2.0" || !attributes.get("ID"))
    return "the assertion is of another version of SAML";
  if (onlyChild(assertion, "assertion", "Issuer")?.text.trim() !== expected.idpEntityId)
    return "the assertion is of another provider";
  return (
    timeFault({ NotBefore: attributes.get("IssueInstant") }, expected.now, ["NotBefore"]) ??
    conditionsFault(assertion, expected) ??
    subjectFault(assertion, expected) ??
    signedInFault(assertion, expected)
  );
}

function conditionsFault(assertion: XmlElement, { spEntityId, now }: ExpectedAssertion): string | null {
  const conditions = onlyChild(assertion, "assertion", "Conditions");
  if (!conditions) return "the assertion has no conditions";
  const restrictions = childrenOf(conditions, "assertion", "AudienceRestriction");
  const isForUs = (restriction: XmlElement): boolean =>
    childrenOf(restriction, "assertion", "Audience").some(({ text }) => text.trim() === spEntityId);
  if (restrictions.length === 0 || !restrictions.every(isForUs)) return "the assertion is for another audience";
  return timeFault(Object.fromEntries(conditions.attributes), now, []);
}

function subjectFault(assertion: XmlElement, expected: ExpectedAssertion): string | null {
  const subject = onlyChild(assertion, "assertion", "Subject");
  const nameId = onlyChild(subject, "assertion", "NameID");
  if (!subject || !nameId || nameId.children.length > 0 || nameId.text.trim() === "" || nameId.text.length > 500)
    return "the assertion names nobody";
  const faults = childrenOf(subject, "assertion", "SubjectConfirmation")
    .filter(({ attributes }) => attributes.get("Method") === bearer)
    .map((confirmation) => bearerFault(onlyChild(confirmation, "assertion", "SubjectConfirmationData"), expected));
  return faults.includes(null) ? null : (faults[0] ?? "the assertion does not say who may bring it");
}

function bearerFault(confirmation: XmlElement | undefined, expected: ExpectedAssertion): string | null {
  const attributes = Object.fromEntries(confirmation?.attributes ?? []);
  if (attributes.Recipient !== expected.callback) return "the assertion is for another address";
  if (attributes.InResponseTo !== expected.requestId) return "the assertion does not answer the request";
  return timeFault(attributes, expected.now, ["NotOnOrAfter"]);
}

function signedInFault(assertion: XmlElement, { now }: ExpectedAssertion): string | null {
  const statements = childrenOf(assertion, "assertion", "AuthnStatement");
  if (statements.length === 0) return "the assertion does not say that anyone signed in";
  const ends = statements.map(({ attributes }) => ({ NotOnOrAfter: attributes.get("SessionNotOnOrAfter") }));
  return ends.map((end) => timeFault(end, now, [])).find((fault) => fault !== null) ?? null;
}
