import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { namespaces } from "./elements.ts";

/** A test's identity provider: its public key, and what it says in a response, signed by its own hand. */
export function samlIdp(entityId = "https://idp.example.org/saml") {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = publicKey.export({ type: "spki", format: "pem" }).toString();
  const respond = (request: AskedFor, said: Said = {}, signing: Signing = {}): string => {
    const by = { sha: "256", digestSha: "256", canonical: exclusive, key: privateKey, ...signing } as const;
    const { signs = ["assertion"] } = signing;
    const assertion = assertionOf(entityId, request, said);
    const signed = signs.includes("assertion") ? sign(assertion, by) : assertion;
    const response = responseOf(entityId, request, said, signed);
    return signs.includes("response") ? sign(response, by) : response;
  };
  return { entityId, key, privateKey, respond };
}

/** What was asked, as it is read out of the address of the redirect. */
export type AskedFor = Readonly<{ requestId: string; relayState: string; callback: string; now: Date }>;

/** Reads a request out of the address that a browser is sent to. */
export function askedFor(location: string, now: Date): AskedFor & Readonly<{ xml: string }> {
  const { searchParams } = new URL(location);
  const xml = inflateRawSync(Buffer.from(searchParams.get("SAMLRequest")!, "base64")).toString();
  const attribute = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(xml)![1]!;
  const callback = attribute("AssertionConsumerServiceURL");
  return { requestId: attribute("ID"), relayState: searchParams.get("RelayState")!, callback, now, xml };
}

/** What an assertion and its response say where it is not what they should; null leaves it out. */
export type Said = Readonly<{
  id?: string;
  nameId?: string;
  format?: string;
  attributes?: Readonly<Record<string, readonly string[]>>;
  issuer?: string;
  audience?: string | null;
  recipient?: string | null;
  method?: string;
  answers?: string | null;
  issuedAt?: string;
  notBefore?: string;
  until?: string;
  confirmedUntil?: string | null;
  sessionUntil?: string;
  signedIn?: boolean;
  response?: Readonly<{ issuer?: string; destination?: string | null; answers?: string | null; status?: string }>;
}>;

/** What is signed, with which key and algorithms. */
export type Signing = Readonly<{
  signs?: readonly ("assertion" | "response")[];
  key?: ReturnType<typeof generateKeyPairSync>["privateKey"];
  sha?: "1" | "256";
  digestSha?: "1" | "256";
  canonical?: string;
}>;

const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
const emailFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
const success = "urn:oasis:names:tc:SAML:2.0:status:Success";

/** An element in canonical form: what XML leaves open is as exclusive canonical XML has it, so that it can be hashed as it stands. */
function element(name: string, attributes: Readonly<Record<string, string | null>>, ...content: readonly string[]) {
  const rank = (key: string) => `${key.startsWith("xmlns") ? 0 : 1}${key}`;
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${written.join("")}>${content.join("")}</${name}>`;
}

const saml = { "xmlns:saml": namespaces.assertion };
const moment = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

function assertionOf(entityId: string, { requestId, callback, now }: AskedFor, said: Said): string {
  const { nameId = "ana@example.org", format = emailFormat, audience = "evenspan", recipient = callback } = said;
  const { answers = requestId, confirmedUntil = moment(now, 120), until = moment(now, 120) } = said;
  const confirmation = { InResponseTo: answers, Recipient: recipient, NotOnOrAfter: confirmedUntil };
  return element(
    "saml:Assertion",
    { ...saml, ID: said.id ?? `_a${requestId}`, Version: "2.0", IssueInstant: said.issuedAt ?? moment(now, 0) },
    element("saml:Issuer", {}, said.issuer ?? entityId),
    element(
      "saml:Subject",
      {},
      element("saml:NameID", { Format: format }, nameId),
      element(
        "saml:SubjectConfirmation",
        { Method: said.method ?? bearer },
        element("saml:SubjectConfirmationData", confirmation),
      ),
    ),
    element(
      "saml:Conditions",
      { NotBefore: said.notBefore ?? moment(now, -5), NotOnOrAfter: until },
      ...(audience === null ? [] : [element("saml:AudienceRestriction", {}, element("saml:Audience", {}, audience))]),
    ),
    ...(said.signedIn === false
      ? []
      : [
          element("saml:AuthnStatement", {
            AuthnInstant: moment(now, 0),
            SessionNotOnOrAfter: said.sessionUntil ?? null,
          }),
        ]),
    attributesOf(said.attributes ?? {}),
  );
}

const attributesOf = (attributes: Readonly<Record<string, readonly string[]>>): string => {
  const written = Object.entries(attributes).map(([name, values]) =>
    element("saml:Attribute", { Name: name }, ...values.map((value) => element("saml:AttributeValue", {}, value))),
  );
  return written.length === 0 ? "" : element("saml:AttributeStatement", {}, ...written);
};

function responseOf(entityId: string, { requestId, callback, now }: AskedFor, said: Said, assertion: string): string {
  const { issuer = entityId, destination = callback, answers = requestId, status = success } = said.response ?? {};
  const about = { ID: `_r${requestId}`, Version: "2.0", IssueInstant: moment(now, 0) };
  return element(
    "samlp:Response",
    { "xmlns:samlp": namespaces.protocol, ...about, Destination: destination, InResponseTo: answers },
    element("saml:Issuer", saml, issuer),
    element("samlp:Status", {}, element("samlp:StatusCode", { Value: status })),
    assertion,
  );
}

/** Signs an element, and puts the signature behind its issuer. */
function sign(xml: string, { sha = "256", digestSha = "256", canonical = exclusive, key }: Signing): string {
  const [, id] = / ID="([^"]*)"/.exec(xml)!;
  const ds = (name: string, attributes: Record<string, string>, ...content: string[]) =>
    element(`ds:${name}`, attributes, ...content);
  const space = { "xmlns:ds": namespaces.signature };
  const signedInfo = ds(
    "SignedInfo",
    space,
    ds("CanonicalizationMethod", { Algorithm: canonical }),
    ds("SignatureMethod", { Algorithm: signatureNames[sha] }),
    ds(
      "Reference",
      { URI: `#${id}` },
      ds(
        "Transforms",
        {},
        ds("Transform", { Algorithm: `${namespaces.signature}enveloped-signature` }),
        ds("Transform", { Algorithm: canonical }),
      ),
      ds("DigestMethod", { Algorithm: digestNames[digestSha] }),
      ds("DigestValue", {}, createHash(`sha${digestSha}`).update(xml).digest("base64")),
    ),
  );
  const value = createSign(`RSA-SHA${sha}`).update(signedInfo).sign(key!, "base64");
  // Canonical alone, it names its namespace; where it stands, it need not.
  const within = signedInfo.replace(` xmlns:ds="${namespaces.signature}"`, "");
  const signature = ds("Signature", space, within, ds("SignatureValue", {}, value));
  return xml.replace("</saml:Issuer>", `</saml:Issuer>${signature}`);
}

const signatureNames = {
  "1": `${namespaces.signature}rsa-sha1`,
  "256": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
};
const digestNames = { "1": `${namespaces.signature}sha1`, "256": "http://www.w3.org/2001/04/xmlenc#sha256" };
