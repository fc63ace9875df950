import { beforeEach, expect, test } from "vitest";
import type { OidcProvider } from "../open-provider.ts";
import { askOidc } from "./ask-oidc.ts";
import { oidcIdentity } from "./oidc-identity.ts";
import { openMadeUpProvider, type Saying } from "./testing.ts";

let saying: Saying = {};
const made = await openMadeUpProvider("evenspan", () => saying);
const provider: OidcProvider = {
  ...{ kind: "oidc", providerId: "made-up", clientSecret: "a secret" },
  settings: {
    ...{ issuer: made.issuer, clientId: "evenspan", scopes: ["openid"], domains: ["example.org"] },
    asksSecondFactor: false,
  },
};
let now = new Date("2026-03-01T12:00:00Z");
beforeEach(() => {
  saying = {};
  made.asked.length = 0;
  now = new Date(now.getTime() + 3_600_000); // what was said before is forgotten
});

const exchange = () => ({
  callback: new URL("https://office.example.org/sign-in/oidc/made-up?code=c&state=s"),
  ...{ state: "s", nonce: "n", codeVerifier: "v".repeat(43) },
});
const identity = () => oidcIdentity(provider, exchange(), now);
const honest = { nonce: "n", email: "ana@example.org", email_verified: true };

test("an honest token is believed", async () => {
  saying = { claims: honest };
  expect(await identity()).toEqual({ subject: "someone", email: "ana@example.org", emailVerified: true });
});

const dishonest: [string, Saying, string][] = [
  ["of another issuer", { claims: { iss: "https://login.example.net" } }, "unexpected JWT iss"],
  ["for another client", { claims: { aud: "another" } }, "unexpected JWT aud"],
  ["for us among others, as another's", { claims: { aud: ["evenspan", "b"], azp: "b" } }, "unexpected ID Token azp"],
  ["with another nonce", { claims: { nonce: "m" } }, "unexpected ID Token nonce"],
  ["without a nonce", { claims: { nonce: undefined } }, "JWT nonce nonce claim missing"],
  ["that is over", { claims: { iat: 1_700_000_000, exp: 1_700_000_060 } }, "expiration is past"],
  ["that does not end", { claims: { exp: undefined } }, "JWT exp expiration time claim missing"],
  ["about nobody", { claims: { sub: undefined } }, "JWT sub subject claim missing"],
  ["signed with another key", { signature: "of another key" }, "JWT signature verification failed"],
  ["that is not signed", { head: { alg: "none" }, signature: "none" }, "unexpected JWT alg"],
  [
    "signed with the client secret",
    { head: { alg: "HS256" }, signature: "of the client secret" },
    "unexpected JWT alg",
  ],
];

test.each(dishonest)("a token %s is refused", async (_, { claims, ...rest }, because) => {
  saying = { ...rest, claims: { ...honest, ...claims } };
  expect(await identity()).toEqual({ code: "proof-refused", why: expect.stringContaining(because) });
});

test("a provider in trouble is told from one that lies", async () => {
  const troubles: NonNullable<Saying["answer"]>[] = [
    (path) => (path === "/token" ? { status: 503, body: "" } : undefined),
    (path) => (path === "/jwks" ? { status: 200, body: "x".repeat(1_000_001) } : undefined),
    () => ({ status: 500, body: "" }),
  ];
  for (const answer of troubles) {
    now = new Date(now.getTime() + 3_600_000);
    saying = { claims: honest, answer };
    expect(await identity()).toEqual({ code: "provider-unreachable", why: "the provider could not be asked" });
  }
});

const ask = () => askOidc(provider, { state: "s", callback: "https://office.example.org/sign-in/oidc/made-up" }, now);

test("what a provider says of itself is asked for once an hour", async () => {
  for (const minutes of [0, 59, 59.9]) {
    expect(
      await askOidc(
        provider,
        { state: "s", callback: "https://a.example" },
        new Date(now.getTime() + minutes * 60_000),
      ),
    ).toMatchObject({ location: expect.stringContaining(made.issuer) });
  }
  expect(made.asked).toEqual(["/.well-known/openid-configuration"]);
  now = new Date(now.getTime() + 3_600_000);
  await ask();
  expect(made.asked).toHaveLength(2);
});

test("a provider's description is not followed to another place, nor to an address that is not safe", async () => {
  const elsewhere = { authorization_endpoint: "http://login.example.net/a" };
  const odd: Saying[] = [
    { description: { issuer: "https://login.example.net" } },
    { description: elsewhere },
    { description: { authorization_endpoint: "javascript:alert(1)" } },
    { description: { authorization_endpoint: undefined } },
    { answer: () => ({ status: 302, body: "", headers: { location: "https://login.example.net" } }) },
    { answer: () => ({ status: 200, body: "<html>" }) },
  ];
  for (const one of odd) {
    now = new Date(now.getTime() + 3_600_000);
    saying = one;
    expect(await ask()).toMatchObject({ refused: "unavailable", code: "provider-unreachable" });
  }
});

test("the secret goes to no address that is not safe", async () => {
  saying = { claims: honest, description: { token_endpoint: "http://login.example.net/token" } };
  expect(await identity()).toMatchObject({ code: "provider-unreachable" });
});
