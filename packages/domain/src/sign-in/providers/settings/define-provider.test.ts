import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { act } from "../../../access/act.ts";
import { abel, ana } from "../../../access/testing.ts";
import { isRefusal } from "../../../kernel/refusal.ts";
import { listProviders } from "../list-providers.ts";
import { openProvider } from "../open-provider.ts";
import { samlIdp } from "../saml/testing.ts";
import { openSignIn } from "../testing.ts";
import { sealClientSecret } from "./client-secret.ts";
import { defineProvider } from "./define-provider.ts";
import { describeProviders } from "./describe-providers.ts";
import { disableProvider } from "./disable-provider.ts";
import { unlinkProvider } from "./unlink-provider.ts";

const database = await testDatabase();
const office = await openSignIn(database);
const county = await openSignIn(database, { systemId: "00000000-0000-4000-8000-000000000403", slug: "county" });
const { systemId, officeKey } = office;
const desk = office.desk(new Date("2026-03-01T12:00:00Z"));
const sealed = (providerId: string, secret = "hush") => sealClientSecret(officeKey, { systemId, providerId }, secret);

const settings = { issuer: "https://login.example.org", clientId: "evenspan", domains: ["Example.org"] };
const oidc = { kind: "oidc", providerId: "rush", name: "RUSH", settings, sealedClientSecret: sealed("rush") };
const saml = {
  ...{ kind: "saml", providerId: "hospital", name: "Hospital" },
  settings: {
    ...{ entryPoint: "https://idp.example.org/", signingKeys: [samlIdp().key], domains: ["example.org"] },
    ...{ idpEntityId: "idp", spEntityId: "sp" },
  },
};

test("Abel defines two ways to sign in; anyone sees their names, and Abel all but the secret", async () => {
  expect(await office.done(abel, defineProvider, oidc)).toEqual({ providerId: "rush", unlinked: 0 });
  await office.done(abel, defineProvider, saml);
  expect(await listProviders(database.app, systemId)).toEqual([
    { providerId: "hospital", kind: "saml", name: "Hospital" },
    { providerId: "rush", kind: "oidc", name: "RUSH" },
  ]);
  expect(await listProviders(database.app, county.systemId)).toEqual([]);
  const described = await office.done(abel, describeProviders, {});
  expect(described).toMatchObject([
    { providerId: "hospital", enabled: true, settings: { signs: "assertion", mailAttribute: "NameID" } },
    {
      ...{ providerId: "rush", kind: "oidc", enabled: true },
      settings: { domains: ["example.org"], scopes: ["openid", "profile", "email"], asksSecondFactor: false },
    },
  ]);
  expect(JSON.stringify(described)).not.toMatch(/secret/i);
  expect(await openProvider(desk, "rush")).toMatchObject({ kind: "oidc", clientSecret: "hush" });
});

test("a secret is kept as it was where none is given, and opens for its own provider only", async () => {
  const { sealedClientSecret: _, ...without } = oidc;
  await office.done(abel, defineProvider, { ...without, name: "RUSH University" });
  expect(await openProvider(desk, "rush")).toMatchObject({ clientSecret: "hush" });
  await office.done(abel, defineProvider, { ...oidc, sealedClientSecret: sealed("another") });
  expect(await openProvider(desk, "rush")).toMatchObject({ code: "provider-unready" });
  await office.done(abel, defineProvider, oidc);
  expect(await office.outcome(abel, defineProvider, { ...without, providerId: "new" })).toMatchObject({
    ...{ refused: "invalid", code: "client-secret" },
  });
});

test("another issuer gets neither the secret nor the links to people of the one before", async () => {
  const personId = await office.addPerson("Ana Analyst", "ana@example.org", "analyst");
  const link = { system_id: systemId, provider_id: "rush", subject: "1", person_id: personId, linked_at: new Date(0) };
  await office.asking((trx) => trx.insertInto("provider_subjects").values(link).execute());
  const elsewhere = { ...oidc, settings: { ...settings, issuer: "https://login.example.net" } };
  const { sealedClientSecret: _, ...without } = elsewhere;
  expect(await office.outcome(abel, defineProvider, without)).toMatchObject({ code: "client-secret" });
  expect(await office.done(abel, defineProvider, elsewhere)).toEqual({ providerId: "rush", unlinked: 1 });
  expect(await office.outcome(abel, unlinkProvider, { providerId: "rush", personId })).toMatchObject({
    ...{ refused: "not-found", code: "link" },
  });
});

test("a provider keeps its kind", async () => {
  expect(await office.outcome(abel, defineProvider, { ...saml, providerId: "rush" })).toMatchObject({
    ...{ refused: "conflict", code: "provider-kind" },
  });
});

test("Abel offers a provider no longer, and again", async () => {
  await office.done(abel, disableProvider, { providerId: "hospital" });
  expect((await listProviders(database.app, systemId)).map(({ providerId }) => providerId)).toEqual(["rush"]);
  expect(await openProvider(desk, "hospital")).toMatchObject({ refused: "not-found", code: "provider-not-offered" });
  expect(await office.outcome(abel, disableProvider, { providerId: "none" })).toMatchObject({ refused: "not-found" });
  await office.done(abel, defineProvider, saml);
  expect(await openProvider(desk, "hospital")).toMatchObject({ kind: "saml", settings: { spEntityId: "sp" } });
});

test("Ana, an analyst, may do none of this", async () => {
  const personId = "00000000-0000-4000-8000-000000000001";
  for (const outcome of [
    await office.outcome(ana, defineProvider, oidc),
    await office.outcome(ana, disableProvider, { providerId: "rush" }),
    await office.outcome(ana, unlinkProvider, { providerId: "rush", personId }),
    await office.outcome(ana, describeProviders, {}),
  ])
    expect(outcome).toMatchObject({ refused: "forbidden" });
});

test("the audit says what was defined, and no secret, sealed or not", async () => {
  const { now, from } = desk;
  await act(database.app, defineProvider, { systemId, actor: abel, now, from }, oidc);
  const [entry] = await office.asking((trx) =>
    trx.selectFrom("audit_entries").selectAll().orderBy("at", "desc").limit(1).execute(),
  );
  expect(entry).toMatchObject({ kind: "command", name: "define-provider", subject: "provider:rush" });
  expect(entry!.facts).toEqual({
    ...{ kind: "oidc", name: "RUSH", issuer: "https://login.example.org" },
    ...{ domains: ["example.org"], asksSecondFactor: false },
  });
});

const odd: [string, object, string][] = [
  ["an issuer on the open network without TLS", { issuer: "http://login.example.org" }, "settings.issuer"],
  ["an issuer with a name and password", { issuer: "https://a:b@login.example.org" }, "settings.issuer"],
  [
    "the address of the description",
    { issuer: "https://a.example/.well-known/openid-configuration" },
    "settings.issuer",
  ],
  ["no domain", { domains: [] }, "settings.domains"],
  ["a domain that is none", { domains: ["*"] }, "settings.domains.0"],
  ["scopes without openid", { scopes: ["email"] }, "settings.scopes"],
  ["a scope with a blank", { scopes: ["openid email"] }, "settings.scopes.0"],
];

test.each(odd)("%s is told by its field", async (_, change, field) => {
  const outcome = await office.outcome(abel, defineProvider, { ...oidc, settings: { ...settings, ...change } });
  expect(isRefusal(outcome) && Object.keys(outcome.fields ?? {})).toContain(field);
});

test("a certificate that is none is told by its field, with what is wrong with it", async () => {
  const wrong = { ...saml, settings: { ...saml.settings, signingKeys: [samlIdp().key, "certificate"] } };
  expect(await office.outcome(abel, defineProvider, wrong)).toMatchObject({
    fields: { "settings.signingKeys.1": "this is no certificate that can be read" },
  });
});
