import { testDatabase } from "@evenspan/database/testing";
import { beforeEach, expect, test } from "vitest";
import { seal, unseal } from "../../access/office-key.ts";
import { abel } from "../../access/testing.ts";
import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import { tokenHash } from "../secret-token.ts";
import { sessionFor } from "../session-for.ts";
import { auditOf } from "../testing.ts";
import { beginProviderSignIn } from "./begin-provider-sign-in.ts";
import { finishOidc } from "./finish-oidc.ts";
import { openOidcProvider } from "./oidc/testing.ts";
import { requestPurpose } from "./request-under-way.ts";
import { sealClientSecret } from "./settings/client-secret.ts";
import { defineProvider } from "./settings/define-provider.ts";
import { unlinkProvider } from "./settings/unlink-provider.ts";
import { openSignIn, site } from "./testing.ts";

const database = await testDatabase();
const office = await openSignIn(database);
const { systemId, officeKey } = office;
const callback = (providerId: string) => `${site}/sign-in/oidc/${providerId}`;
const client = (client_id: string, providerId: string) => ({
  ...{ client_id, client_secret: "a secret & a / half", redirect_uris: [callback(providerId)] },
});
const accounts = new Map<string, Readonly<Record<string, unknown>>>();
const provider = await openOidcProvider(
  [client("evenspan", "rush"), client("another", "rush"), client("strong", "strong")],
  accounts,
);

const account = (login: string, email: string, verified: object = { email_verified: true }) =>
  accounts.set(login, { email, ...verified, name: "As the provider says" });

const settings = { issuer: provider.issuer, clientId: "evenspan", domains: ["example.org"] };
const define = (providerId: string, more: object = {}, clientSecret = "a secret & a / half") =>
  office.done(abel, defineProvider, {
    ...{ kind: "oidc", providerId, name: "RUSH", settings: { ...settings, ...more } },
    sealedClientSecret: sealClientSecret(officeKey, { systemId, providerId }, clientSecret),
  });
await define("rush");
await define("strong", { clientId: "strong", asksSecondFactor: true });

let now = new Date();
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
beforeEach(() => later(1));

const begin = async (providerId = "rush", returnTo = "/en/office/people") => {
  const begun = await beginProviderSignIn(office.desk(now), { providerId, returnTo, site });
  if (isRefusal(begun)) throw new Error(begun.message);
  return begun;
};
/** Each a second after the one before, so that the audit has an order. */
const finish = (address: string, providerId = "rush", more: object = {}) => {
  later(1);
  return finishOidc(office.desk(now), { providerId, address, site, device: "Firefox on Linux", ...more });
};
const signIn = async (login: string, providerId = "rush") =>
  finish(await provider.signIn((await begin(providerId)).location, login), providerId);
const given = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome as T;
};

/** That this is refused with this code, that the audit says why, and that nobody got in. */
async function expectRefused(outcome: Promise<unknown>, code: string, why: string | RegExp) {
  const before = (await office.sessions()).length;
  expect(await outcome).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  expect((await office.sessions()).length).toBe(before);
  expect(await office.lastEntry()).toMatchObject({
    kind: "refused",
    facts: { provider: expect.any(String), code, why: expect.stringMatching(why) },
  });
}

test("Ana signs in at the provider and comes back to where she was", async () => {
  const personId = await office.addPerson("Ana Analyst", "ana@example.org", "analyst");
  account("ana-1", "Ana@Example.org");
  const begun = await begin();
  const asked = new URL(begun.location).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    ...{ response_type: "code", code_challenge_method: "S256", scope: "openid profile email" },
    ...{ redirect_uri: callback("rush"), state: expect.any(String), nonce: expect.any(String) },
  });
  const address = await provider.signIn(begun.location, "ana-1");
  const outcome = given(await finish(address, "rush", { ticket: begun.ticket }));
  expect(outcome).toMatchObject({ next: "done", returnTo: "/en/office/people" });
  expect(await sessionFor(database.app, systemId, outcome.token, now)).toMatchObject({
    ...{ strength: "provider", person: { personId, name: "Ana Analyst" }, withheld: [] },
    actor: { grants: [{ role: "analyst" }] },
  });
  expect(await office.lastEntry()).toEqual({
    ...{ kind: "command", person_id: personId, actor: "Ana Analyst", subject: `person:${personId}` },
    facts: { provider: "rush", strength: "provider", isNewLink: true },
  });
});

test("the second time Ana is known by the provider's identifier, whatever her mail address is there by then", async () => {
  account("ana-1", "ana.now.elsewhere@example.net", { email_verified: false });
  given(await signIn("ana-1"));
  expect(await office.lastEntry()).toMatchObject({ actor: "Ana Analyst", facts: { isNewLink: false } });
});

test("whoever is given Ana's old mail address is not given Ana's account, until an administrator says so", async () => {
  account("newcomer", "ana@example.org");
  await expectRefused(signIn("newcomer"), "not-admitted", "goes by another account of this provider");
  const [{ person_id: personId } = { person_id: "" }] = await office.asking((trx) =>
    trx.selectFrom("people").select("person_id").where("email", "=", "ana@example.org").execute(),
  );
  expect(await office.done(abel, unlinkProvider, { providerId: "rush", personId })).toEqual({ unlinked: 1 });
  given(await signIn("newcomer"));
});

test("a strong role waits for a second factor of ours, unless the provider asks for one itself", async () => {
  await office.addPerson("Rosa Reviewer", "rosa@example.org", "reviewer");
  account("rosa-1", "rosa@example.org");
  const weak = given(await signIn("rosa-1"));
  expect(weak.next).toBe("enrol");
  expect(await sessionFor(database.app, systemId, weak.token, now)).toMatchObject({ withheld: ["reviewer"] });
  const strong = given(await signIn("rosa-1", "strong"));
  expect(strong.next).toBe("done");
  expect(await sessionFor(database.app, systemId, strong.token, now)).toMatchObject({
    ...{ withheld: [], actor: { grants: [{ role: "reviewer" }] } },
  });
});

test("nobody is added: who was not invited is refused, and the audit does not keep the address", async () => {
  account("stranger", "stranger@example.org");
  await expectRefused(signIn("stranger"), "not-admitted", "nobody has this mail address");
  expect(JSON.stringify(await office.lastEntry())).not.toContain("stranger@");
});

test.each([
  ["not verified", { email_verified: false }],
  ["not said to be verified", {}],
  ["verified as a text", { email_verified: "true" }],
])("a mail address that is %s does not count", async (_, verified) => {
  account("mallory", "rosa@example.org", verified);
  await expectRefused(signIn("mallory"), "mail-not-verified", "not verified");
});

test.each([
  ["of another's domain", "rosa@example.net", /speak for example\.net/],
  ["with a second domain", "rosa@example.org@example.net", "no mail address"],
  ["with a letter that only looks like one of ours", "rosa@example.or\u0261", "no mail address"],
  ["that becomes ours in small letters", "rosa@example.or\u212a", "no mail address"],
  ["that is no text", ["rosa@example.org"], "no mail address"],
])("a mail address %s does not count", async (_, email, why) => {
  account("mallory", email as string);
  await expectRefused(signIn("mallory"), "mail-not-theirs", why);
});

test("who was deactivated is refused, by address and by identifier, with the sentence of strangers", async () => {
  const personId = await office.addPerson("Otto Once", "otto@example.org", "office-staff");
  account("otto-1", "otto@example.org");
  await office.deactivate(personId, now);
  await expectRefused(signIn("otto-1"), "not-admitted", "deactivated");
  await office.deactivate(personId, null);
  given(await signIn("otto-1"));
  await office.deactivate(personId, now);
  await expectRefused(signIn("otto-1"), "not-admitted", "deactivated");
});

test("a state that nobody was given is refused", async () => {
  const address = new URL(await provider.signIn((await begin()).location, "rosa-1"));
  address.searchParams.set("state", "made-up");
  await expectRefused(finish(address.href), "sign-in-over", "nothing is under way");
  await expectRefused(finish(callback("rush")), "sign-in-over", "nothing is under way");
  await expectRefused(finish("http://["), "sign-in-over", "nothing is under way");
});

test("a state is good once, also where the first answer came to nothing", async () => {
  const address = await provider.signIn((await begin()).location, "rosa-1");
  given(await finish(address));
  await expectRefused(finish(address), "sign-in-over", "nothing is under way");
  const spoilt = new URL(await provider.signIn((await begin()).location, "rosa-1"));
  const code = spoilt.searchParams.get("code")!;
  spoilt.searchParams.set("code", "wrong");
  await expectRefused(finish(spoilt.href), "proof-refused", "invalid_grant");
  spoilt.searchParams.set("code", code);
  await expectRefused(finish(spoilt.href), "sign-in-over", "nothing is under way");
});

test("two answers at once to the same sign-in give one session", async () => {
  const before = (await office.sessions()).length;
  const address = await provider.signIn((await begin()).location, "rosa-1");
  const outcomes = await Promise.all([finish(address), finish(address)]);
  expect(outcomes.filter((outcome) => !isRefusal(outcome)).length).toBe(1);
  expect((await office.sessions()).length).toBe(before + 1);
});

test("a sign-in that took more than ten minutes is over", async () => {
  const begun = await begin();
  const address = await provider.signIn(begun.location, "rosa-1");
  later(600);
  await expectRefused(finish(address), "sign-in-over", "nothing is under way");
});

test("what was begun in one browser is not finished in another", async () => {
  const address = await provider.signIn((await begin()).location, "rosa-1");
  await expectRefused(
    finish(address, "rush", { ticket: (await begin()).ticket }),
    "another-browser",
    "another browser",
  );
  const again = await provider.signIn((await begin()).location, "rosa-1");
  await expectRefused(finish(again, "rush", { ticket: "" }), "another-browser", "another browser");
});

test("a nonce that is not the one that was sent is refused, and so is a code verifier", async () => {
  const changes: [object, RegExp][] = [
    [{ nonce: "another" }, /unexpected ID Token nonce/],
    [{ codeVerifier: "another".repeat(8) }, /invalid_grant/],
  ];
  for (const [change, why] of changes) {
    const address = await provider.signIn((await begin()).location, "rosa-1");
    await tamper(address, change);
    await expectRefused(finish(address), "proof-refused", why);
  }
});

test("what was sent at one sign-in does not open at another", async () => {
  const [one, other] = [await provider.signIn((await begin()).location, "rosa-1"), (await begin()).location];
  const [hash, otherHash] = [one, other].map((address) => tokenHash(new URL(address).searchParams.get("state")!));
  await office.asking(async (trx) => {
    const rows = trx.selectFrom("provider_sign_ins").select("sealed_request").where("state_hash", "=", otherHash!);
    await trx.updateTable("provider_sign_ins").set({ sealed_request: rows }).where("state_hash", "=", hash!).execute();
  });
  await expectRefused(finish(one), "sign-in-over", "nothing is under way");
});

test("a code that was given to another client is refused", async () => {
  const ours = new URL((await begin()).location);
  const theirs = new URL(ours);
  theirs.searchParams.set("client_id", "another");
  const address = await provider.signIn(theirs.href, "rosa-1");
  expect(new URL(address).searchParams.get("code")).not.toBeNull();
  await expectRefused(finish(address), "proof-refused", "invalid_grant");
});

test("an answer that names another issuer is refused, and so is one that names none", async () => {
  const address = new URL(await provider.signIn((await begin()).location, "rosa-1"));
  address.searchParams.set("iss", "https://login.example.net");
  await expectRefused(finish(address.href), "proof-refused", "unexpected iss");
  const silent = new URL(await provider.signIn((await begin()).location, "rosa-1"));
  silent.searchParams.delete("iss");
  await expectRefused(finish(silent.href), "proof-refused", "iss");
});

test("an answer to one provider is not taken by another", async () => {
  const address = await provider.signIn((await begin()).location, "rosa-1");
  await expectRefused(finish(address, "strong"), "sign-in-over", "nothing is under way");
});

test("where the person changes their mind at the provider, the sign-in ends there", async () => {
  const state = new URL((await begin()).location).searchParams.get("state");
  const declined = `?error=access_denied&error_description=<b>no</b>&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
  await expectRefused(finish(declined), "provider-declined", "access_denied");
});

test("a provider that describes another issuer, or is not there, cannot be begun at", async () => {
  await define("odd", { issuer: provider.issuer.replace("127.0.0.1", "localhost") });
  await define("gone", { issuer: "http://127.0.0.1:1" });
  for (const providerId of ["odd", "gone", "gone"])
    expect(await beginProviderSignIn(office.desk(now), { providerId, returnTo: "/", site })).toMatchObject({
      ...{ refused: "unavailable", code: "provider-unreachable" },
    });
  const silences = (await auditOf(database, office)).filter(({ kind, facts }) => {
    const { code } = facts as { code?: string };
    return kind === "refused" && code === "provider-unreachable";
  });
  expect(silences.map(({ facts }) => (facts as { provider: string }).provider).sort()).toEqual(["gone", "odd"]);
});

test("a wrong client secret signs nobody in, and a key that does not open it says so before", async () => {
  await define("rush", {}, "another secret");
  await expectRefused(signIn("rosa-1"), "proof-refused", "WWW-Authenticate");
  const desk = { ...office.desk(now), officeKey: Buffer.alloc(32, 8) };
  expect(await beginProviderSignIn(desk, { providerId: "rush", returnTo: "/", site })).toMatchObject({
    ...{ refused: "unavailable", code: "provider-unready" },
  });
  await define("rush");
});

test.each(["//x.org", "/\\x.org", "https://x.org", "en/office", "/a//b", "/a\nb", ""])(
  "%j is not a page to go back to",
  async (returnTo) => {
    const outcome = await beginProviderSignIn(office.desk(now), { providerId: "rush", returnTo, site });
    expect(outcome).toMatchObject({ refused: "invalid", code: "return-path" });
  },
);

test("what was sent is cleared away a day after it ended", async () => {
  later(2 * 86_400);
  await begin();
  expect(await office.asking((trx) => trx.selectFrom("provider_sign_ins").selectAll().execute())).toHaveLength(1);
});

/** Changes what was sent, with the office's own key, as someone might who has both. */
async function tamper(address: string, change: object) {
  const state = new URL(address).searchParams.get("state")!;
  const purpose = requestPurpose(systemId, { providerId: "rush", state });
  await office.asking(async (trx) => {
    const rows = trx.selectFrom("provider_sign_ins").selectAll().where("state_hash", "=", tokenHash(state));
    const row = await rows.executeTakeFirstOrThrow();
    const sent = JSON.parse(unseal(officeKey, purpose, row.sealed_request)!.toString());
    const changed = Buffer.from(JSON.stringify({ ...sent, ask: { ...sent.ask, ...change } }));
    await trx
      .updateTable("provider_sign_ins")
      .set({ sealed_request: seal(officeKey, purpose, changed) })
      .where("state_hash", "=", tokenHash(state))
      .execute();
  });
}
