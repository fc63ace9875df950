import { testDatabase } from "@evenspan/database/testing";
import { beforeEach, expect, test } from "vitest";
import { abel } from "../../access/testing.ts";
import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import { sessionFor } from "../session-for.ts";
import { beginProviderSignIn } from "./begin-provider-sign-in.ts";
import { finishSaml } from "./finish-saml.ts";
import { type AskedFor, askedFor, type Said, type Signing, samlIdp } from "./saml/testing.ts";
import { defineProvider } from "./settings/define-provider.ts";
import { openSignIn, site } from "./testing.ts";

const database = await testDatabase();
const office = await openSignIn(database);
const { systemId } = office;
const idp = samlIdp();
const mallory = samlIdp();

const settings = {
  ...{ entryPoint: "https://idp.example.org/sign-in?tenant=7", signingKeys: [idp.key], domains: ["example.org"] },
  ...{ idpEntityId: idp.entityId, spEntityId: "evenspan" },
};
const define = (providerId: string, more: object = {}) =>
  office.done(abel, defineProvider, { kind: "saml", providerId, name: "RUSH", settings: { ...settings, ...more } });
await define("rush");
await define("signs-responses", { signs: "response" });
await define("strong", { asksSecondFactor: true });
await define("attributes", { mailAttribute: "mail", nameAttribute: "displayName" });
const ana = await office.addPerson("Ana Analyst", "ana@example.org", "analyst");
await office.addPerson("Abel Administrator", "admin@example.org", "administrator");

let now = new Date("2026-03-01T12:00:00Z");
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
beforeEach(() => later(1));

const begin = async (providerId = "rush") => {
  const begun = await beginProviderSignIn(office.desk(now), { providerId, returnTo: "/es/office", site });
  if (isRefusal(begun)) throw new Error(begun.message);
  return { ...askedFor(begun.location, now), ...begun };
};
const base64 = (xml: string): string => Buffer.from(xml, "utf8").toString("base64");

/** Each a second after the one before, so that the audit has an order. */
const finish = (xml: string, relayState: string, providerId = "rush", more: object = {}) => {
  later(1);
  const answer = { providerId, response: base64(xml), relayState, site, device: "Firefox on Linux", ...more };
  return finishSaml(office.desk(now), answer);
};

/** Begins a sign-in, and answers it with what is said and signed, changed on its way. */
const signIn = async (
  said: Said = {},
  { providerId = "rush", change = (xml: string, _asked: AskedFor) => xml, ...signing }: Way = {},
) => {
  const asked = await begin(providerId);
  return finish(change(idp.respond(asked, said, signing), asked), asked.relayState, providerId);
};
type Way = Signing & Readonly<{ providerId?: string; change?: (xml: string, asked: AskedFor) => string }>;

const given = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome as T;
};

/** That this is refused with this code, that the audit says why, and that nobody got in. */
async function expectRefused(outcome: Promise<unknown>, why: string | RegExp, code = "proof-refused") {
  const before = (await office.sessions()).length;
  expect(await outcome).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  expect(await office.lastEntry()).toMatchObject({
    kind: "refused",
    facts: { code, why: typeof why === "string" ? why : expect.stringMatching(why) },
  });
  expect((await office.sessions()).length).toBe(before);
}

test("a signed assertion gets in", async () => {
  const asked = await begin();
  expect(asked.location).toMatch(/^https:\/\/idp\.example\.org\/sign-in\?tenant=7&SAMLRequest=/);
  expect(asked.callback).toBe("https://office.example.org/sign-in/saml/rush");
  expect(asked.xml).toContain(">evenspan</saml:Issuer>");
  const ticket = { ticket: asked.ticket };
  const outcome = given(await finish(idp.respond(asked), asked.relayState, "rush", ticket));
  expect(outcome).toMatchObject({ next: "done", returnTo: "/es/office" });
  expect(await sessionFor(database.app, systemId, outcome.token, now)).toMatchObject({
    ...{ strength: "provider", person: { personId: ana }, actor: { grants: [{ role: "analyst" }] } },
  });
  expect(await office.lastEntry()).toEqual({
    ...{ kind: "command", person_id: ana, actor: "Ana Analyst", subject: `person:${ana}` },
    facts: { provider: "rush", strength: "provider", isNewLink: true },
  });
});

test("so does a signed response, and one in which both are signed, where the provider signs so", async () => {
  for (const signs of [["response"], ["response", "assertion"]] as const)
    given(await signIn({}, { providerId: "signs-responses", signs }));
  given(await signIn({}, { signs: ["response", "assertion"] }));
});

test("a provider that changes its key is believed with both, and then with the new one alone", async () => {
  const [before, after] = [samlIdp(), samlIdp()];
  const answered = async (by: typeof before) => {
    const asked = await begin("changing");
    return finish(by.respond(asked), asked.relayState, "changing");
  };
  await define("changing", { signingKeys: [before.key, after.key] });
  for (const by of [before, after]) given(await answered(by));
  await define("changing", { signingKeys: [after.key] });
  given(await answered(after));
  await expectRefused(answered(before), /the signature does not hold: Invalid signature|Invalid document signature/);
});

test("a strong role waits for a second factor of ours, unless the provider asks for one itself", async () => {
  expect(given(await signIn({ nameId: "admin@example.org" })).next).toBe("enrol");
  expect(given(await signIn({ nameId: "admin@example.org" }, { providerId: "strong" })).next).toBe("done");
});

const admin = "admin@example.org";

test("a tampered assertion is refused", async () => {
  await expectRefused(
    signIn({}, { change: (xml) => xml.replace(">ana@", ">admin@") }),
    /the signature does not hold: Invalid signature|Invalid document signature/,
  );
  await expectRefused(
    signIn(
      {},
      { providerId: "signs-responses", signs: ["response"], change: (xml) => xml.replace(">ana@", ">admin@") },
    ),
    /the signature does not hold: Invalid signature|Invalid document signature/,
  );
});

test("an unsigned assertion is refused, and so is a signature in the wrong place", async () => {
  await expectRefused(signIn({}, { signs: [] }), "the assertion is not signed");
  await expectRefused(signIn({}, { signs: ["response"] }), "the assertion is not signed");
  await expectRefused(signIn({}, { providerId: "signs-responses" }), "the response is not signed");
});

test("a response whose own signature does not hold is refused, though the assertion's does", async () => {
  const change = (xml: string) => xml.replace(/(<samlp:Response [^>]*IssueInstant=")2026/, "$12027");
  await expectRefused(
    signIn({}, { signs: ["assertion", "response"], change }),
    /the signature does not hold: Invalid signature|Invalid document signature/,
  );
});

test("an assertion that is signed with another key is refused", async () => {
  await expectRefused(
    signIn({}, { key: mallory.privateKey }),
    /the signature does not hold: Invalid signature|Invalid document signature/,
  );
  const key = "<ds:KeyInfo><ds:KeyValue>any</ds:KeyValue></ds:KeyInfo>";
  const change = (xml: string) => xml.replace("</ds:SignatureValue>", `</ds:SignatureValue>${key}`);
  await expectRefused(
    signIn({}, { key: mallory.privateKey, change }),
    /the signature does not hold: Invalid signature|Invalid document signature/,
  );
});

test("SHA-1 is not believed, in the signature or in the digest", async () => {
  await expectRefused(signIn({}, { sha: "1" }), "an algorithm is not believed (SignatureMethod)");
  await expectRefused(signIn({}, { digestSha: "1" }), "an algorithm is not believed (DigestMethod)");
});

test("a canonical form that keeps comments is not believed, nor one that depends on what is around", async () => {
  for (const canonical of [
    "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
  ])
    await expectRefused(signIn({}, { canonical }), "an algorithm is not believed (CanonicalizationMethod)");
});

const forged = (asked: AskedFor) => idp.respond(asked, { nameId: admin, id: "_forged" }, { signs: [] });
const assertionIn = (xml: string): string => /<saml:Assertion .*<\/saml:Assertion>/s.exec(xml)![0];
const signatureIn = (xml: string): string => /<ds:Signature .*?<\/ds:Signature>/s.exec(xml)![0];
const misplaced = "it does not hold one assertion in its place";

/** Signature wrapping (Somorovsky and others, "On Breaking SAML", USENIX Security 2012): the signed part is kept, another is read. */
const wrappings: [string, (xml: string, asked: AskedFor) => string, string][] = [
  [
    "before it",
    (xml, asked) => xml.replace("<saml:Assertion", `${assertionIn(forged(asked))}<saml:Assertion`),
    misplaced,
  ],
  [
    "behind it",
    (xml, asked) => xml.replace("</samlp:Response>", `${assertionIn(forged(asked))}</samlp:Response>`),
    misplaced,
  ],
  [
    "around it",
    (xml, asked) =>
      xml.replace(
        assertionIn(xml),
        assertionIn(forged(asked)).replace(
          "</saml:Assertion>",
          `<saml:Advice>${assertionIn(xml)}</saml:Advice></saml:Assertion>`,
        ),
      ),
    misplaced,
  ],
  [
    "around its signature, which holds it",
    (xml, asked) => {
      const object = `<ds:Object>${assertionIn(xml).replace(signatureIn(xml), "")}</ds:Object></ds:Signature>`;
      const signature = signatureIn(xml).replace("</ds:Signature>", object);
      return forged(asked).replace(/(<saml:Assertion .*?<\/saml:Issuer>)/, `$1${signature}`);
    },
    misplaced,
  ],
  [
    "with its signature",
    (xml, asked) => forged(asked).replace(/(<saml:Assertion .*?<\/saml:Issuer>)/, `$1${signatureIn(xml)}`),
    "the signature is of another element",
  ],
  [
    "under its id",
    (xml, asked) => {
      const id = / ID="(_a[^"]*)"/.exec(xml)![1]!;
      const there = `<samlp:Extensions>${assertionIn(xml).replace("saml:Assertion", "saml:Other").replace("</saml:Assertion", "</saml:Other")}</samlp:Extensions>`;
      const here = forged(asked).replace("_forged", id).replace("<samlp:Status>", `${there}<samlp:Status>`);
      return here.replace(/(<saml:Assertion .*?<\/saml:Issuer>)/, `$1${signatureIn(xml)}`);
    },
    "two elements go by one id",
  ],
  [
    "while it is moved aside",
    (xml, asked) =>
      forged(asked).replace("<samlp:Status>", `<samlp:Extensions>${assertionIn(xml)}</samlp:Extensions><samlp:Status>`),
    misplaced,
  ],
  [
    "under another namespace",
    (xml) => xml.replace("<samlp:Status>", `<x:Assertion xmlns:x="urn:x" ID="_x"></x:Assertion><samlp:Status>`),
    misplaced,
  ],
  [
    "as an element that holds the signature",
    (xml) => xml.replace(signatureIn(xml), `<saml:Advice>${signatureIn(xml)}</saml:Advice>`),
    "a signature is out of place",
  ],
  [
    "beside a second reference",
    (xml) => xml.replace(/(<ds:Reference .*<\/ds:Reference>)/, "$1$1"),
    "the signature does not name one element",
  ],
];

test.each(wrappings)("a forged assertion that is put %s is refused", async (_, change, why) => {
  await expectRefused(signIn({}, { change }), why);
});

test("a signed response inside of a forged one is refused", async () => {
  const change = (xml: string, asked: AskedFor) =>
    forged(asked)
      .replace("_r", "_forged-r")
      .replace("<samlp:Status>", `<samlp:Extensions>${xml}</samlp:Extensions><samlp:Status>`);
  await expectRefused(signIn({}, { providerId: "signs-responses", signs: ["response"], change }), misplaced);
});

test("a comment in the name of the subject does not cut it short", async () => {
  const nameId = "admin@example.org.evil.example";
  const change = (xml: string) => xml.replace(nameId, "admin@example.org<!---->.evil.example");
  await expectRefused(signIn({ nameId }, { change }), "the response is not plain XML");
  await expectRefused(
    signIn({ nameId }),
    "the provider does not speak for example.org.evil.example",
    "mail-not-theirs",
  );
});

const plain = "the response is not plain XML";
const dtd = (inner = "") => `<!DOCTYPE samlp:Response [${inner}]>`;
const unplain: [string, (xml: string) => string][] = [
  ["a document type", (xml) => dtd() + xml],
  ["an entity", (xml) => dtd('<!ENTITY a "admin">') + xml.replace(">ana@", ">&a;@")],
  ["an entity of a file", (xml) => dtd('<!ENTITY a SYSTEM "file:///etc/hostname">') + xml.replace(">ana@", ">&a;@")],
  ["a default attribute", (xml) => dtd('<!ATTLIST saml:Assertion ID CDATA "_x">') + xml],
  ["an entity that nobody has defined", (xml) => xml.replace(">ana@", ">&ana;@")],
  ["CDATA", (xml) => xml.replace(">ana@", "><![CDATA[ana@]]>")],
  ["an instruction", (xml) => xml.replace(">ana@", "><?x y?>ana@")],
  ["two outermost elements", (xml) => `${xml}<a></a>`],
  ["text behind the end", (xml) => `${xml}a`],
  ["an attribute twice", (xml) => xml.replace("<saml:Subject>", '<saml:Subject a="1" a="2">')],
  ["an attribute without quotes", (xml) => xml.replace("<saml:Subject>", "<saml:Subject a=1>")],
  ["a prefix that stands for nothing", (xml) => xml.replace("<saml:Subject>", "<saml:Subject><x:a></x:a>")],
  ["an end that does not match", (xml) => xml.replace("</samlp:Response>", "</samlp:Respond>")],
  ["no end", (xml) => xml.replace("</samlp:Response>", "")],
  ["a null character", (xml) => xml.replace(">ana@", ">\0ana@")],
  ["nothing", () => ""],
];

test.each(unplain)("a response with %s is refused", async (_, change) => {
  await expectRefused(signIn({}, { change }), plain);
});

test("a response that is too long, no base64 or no UTF-8 is refused", async () => {
  for (const response of ["A".repeat(200_004), "####", Buffer.from("<a>\xff</a>", "latin1").toString("base64")]) {
    const { relayState } = await begin();
    await expectRefused(finish("", relayState, "rush", { response }), plain);
  }
});

test("a response deeper than any real one is refused in no time", async () => {
  const change = () => "<a>".repeat(60_000 / 3);
  await expectRefused(signIn({}, { change }), plain);
});

test("an assertion is taken once", async () => {
  const asked = await begin();
  const response = idp.respond(asked);
  given(await finish(response, asked.relayState));
  await expectRefused(
    finish(response, asked.relayState),
    "nothing is under way that this would answer",
    "sign-in-over",
  );
  const again = await begin();
  await expectRefused(finish(response, again.relayState), "it does not answer the request");
  const sameId = / ID="(_a[^"]*)"/.exec(response)![1]!;
  await expectRefused(signIn({ id: sameId }), "the assertion was taken before");
});

test("a response that nobody asked for is refused", async () => {
  const asked = await begin();
  const unasked = { answers: null, response: { answers: null } };
  await expectRefused(finish(idp.respond(asked, unasked), asked.relayState), "it does not answer the request");
  const never = { ...asked, requestId: "_never" };
  for (const relayState of ["", "made-up"])
    await expectRefused(
      ...([
        finish(idp.respond(never), relayState),
        "nothing is under way that this would answer",
        "sign-in-over",
      ] as const),
    );
});

const before = "2026-01-01T00:00:00Z";
const after = "2027-01-01T00:00:00Z";
const address = "https://elsewhere.example.org/sign-in/saml/rush";
const faults: [string, Said, string | RegExp][] = [
  ["of another provider", { issuer: "https://idp.example.net" }, "the assertion is of another provider"],
  ["for another audience", { audience: "another" }, /audience mismatch/],
  ["for no audience", { audience: null }, /no AudienceRestriction/],
  ["for another recipient", { recipient: address }, "the assertion is for another address"],
  ["for no recipient", { recipient: null }, "the assertion is for another address"],
  ["that answers another request", { answers: "_another" }, /InResponseTo does not match/],
  ["that answers no request", { answers: null }, "the assertion does not answer the request"],
  [
    "whose holder proves a key",
    { method: "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key" },
    "the assertion does not say who may bring it",
  ],
  ["that is over", { until: before }, "the time is over"],
  ["that may no longer be brought", { confirmedUntil: before }, "the time is over"],
  ["that may be brought for ever", { confirmedUntil: null }, /Error parsing NotOnOrAfter undefined/],
  ["of a session that is over", { sessionUntil: before }, "the time is over"],
  ["that does not hold yet", { notBefore: after, until: "2028-01-01T00:00:00Z" }, "the time has not come"],
  ["of the future", { issuedAt: after }, "the time has not come"],
  ["whose time is a local one", { until: "2027-01-01T00:00:00" }, "the time is not written as a moment of UTC"],
  ["without a sign-in", { signedIn: false }, "the assertion does not say that anyone signed in"],
  ["about nobody", { nameId: " " }, "the assertion names nobody"],
];

test.each(faults)("an assertion %s is refused", async (_, said, why) => {
  await expectRefused(signIn(said), why);
});

test.each([
  ["of another provider", { issuer: "https://idp.example.net" }, "it is of another provider"],
  ["for another address", { destination: address }, "it is for another address"],
  ["to another request", { answers: "_another" }, "it does not answer the request"],
])("a response %s is refused, though the assertion holds", async (_, response, why) => {
  await expectRefused(signIn({ response }), why);
});

test("where the provider tells of no success, the sign-in ends there", async () => {
  const status = "urn:oasis:names:tc:SAML:2.0:status:Responder";
  await expectRefused(signIn({ response: { status } }), "it tells of no success", "provider-declined");
});

test("clocks may differ by a minute", async () => {
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  given(await signIn({ notBefore: at(60), issuedAt: at(60), until: at(120) }));
  given(await signIn({ until: at(-58), notBefore: at(-120), confirmedUntil: at(-58) }));
  await expectRefused(signIn({ until: at(-59), notBefore: at(-120) }), "the time is over");
});

test("an encrypted assertion is refused with its reason, for the office has no key", async () => {
  const change = (xml: string) =>
    xml.replace(assertionIn(xml), "<saml:EncryptedAssertion xmlns:saml='urn:x'></saml:EncryptedAssertion>");
  await expectRefused(signIn({}, { change }), "it is encrypted, which the office has no key for");
});

test("the mail address is read from one attribute with one value", async () => {
  const way = { providerId: "attributes" };
  const who = { nameId: "s-1-5-21", format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" };
  await expectRefused(signIn(who, way), "no mail address was named", "mail-not-theirs");
  const two = { mail: ["ana@example.org", "admin@example.org"] };
  await expectRefused(signIn({ ...who, attributes: two }, way), "no mail address was named", "mail-not-theirs");
  given(await signIn({ ...who, attributes: { mail: [" Ana@example.org"] } }, way));
  given(await signIn(who, way)); // who is known is known without it
  expect(await office.lastEntry()).toMatchObject({ person_id: ana, facts: { isNewLink: false } });
});

test("a name that is made anew each time is not kept", async () => {
  await define("transient", { mailAttribute: "mail" });
  const format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
  for (const nameId of ["one", "two"])
    given(await signIn({ nameId, format, attributes: { mail: ["ana@example.org"] } }, { providerId: "transient" }));
  const kept = office.asking((trx) =>
    trx.selectFrom("provider_subjects").select("subject").where("provider_id", "=", "transient").execute(),
  );
  expect(await kept).toEqual([]);
});

test("nobody is added, and who was deactivated is refused with the sentence of strangers", async () => {
  await expectRefused(signIn({ nameId: "stranger@example.org" }), "nobody has this mail address", "not-admitted");
  const otto = await office.addPerson("Otto Once", "otto@example.org", "office-staff");
  await office.deactivate(otto, now);
  await expectRefused(signIn({ nameId: "otto@example.org" }), "the person was deactivated", "not-admitted");
});

test("an answer that comes to another provider, or from another browser, is not taken", async () => {
  const asked = await begin();
  await expectRefused(
    finish(idp.respond(asked), asked.relayState, "strong"),
    "nothing is under way that this would answer",
    "sign-in-over",
  );
  const ticket = { ticket: "" };
  await expectRefused(
    finish(idp.respond(asked), asked.relayState, "rush", ticket),
    "the sign-in was begun in another browser",
    "another-browser",
  );
});
