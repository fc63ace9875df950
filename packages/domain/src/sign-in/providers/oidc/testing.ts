import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type ClientMetadata } from "oidc-provider";
import { afterAll } from "vitest";

/** What a test's provider says of someone. */
type Claims = Readonly<Record<string, unknown>>;

/** A key that a provider signs with. */
function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const named = { kid: "one", use: "sig", alg: "RS256" };
  return {
    privateJwk: { ...privateKey.export({ format: "jwk" }), ...named },
    publicJwk: { ...publicKey.export({ format: "jwk" }), ...named },
    sign: (text: string) => createSign("RSA-SHA256").update(text).sign(privateKey, "base64url"),
  };
}

/** Answers on a port of this machine until the file's tests are over, and gives the address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Opens a real OpenID Connect provider on this machine; it knows whom a test names. */
export async function openOidcProvider(clients: readonly ClientMetadata[], accounts: Map<string, Claims>) {
  const issuer = await serve((request, response) => answer(request, response));
  const provider = new Provider(issuer, {
    clients: [...clients],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...accounts.get(accountId), sub: accountId }) }),
    cookies: { keys: ["a key for tests"] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    jwks: { keys: [newKey().privateJwk] },
  });
  const answer = provider.callback();
  return { issuer, signIn };
}

/**
 * Goes to a provider as a browser does, signs in and consents there, and stops at the address of another site that it is
 * sent to.
 */
async function signIn(location: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = form ? { method: "POST", body: new URLSearchParams(form) } : {};
    const response = await fetch(address, { ...body, headers: { cookie }, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      cookies.set(name!, value!);
    }
    return response;
  };
  const origin = new URL(location).origin;
  let address = location;
  for (let steps = 0; steps < 12; steps++) {
    const response = await go(address);
    const page = response.status === 200 ? await response.text() : "";
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const sent = prompt ? await go(address, { prompt, login, password: "any" }) : response;
    const next = sent.headers.get("location");
    if (next === null) throw new Error(`the provider answered ${sent.status}: ${page.slice(0, 500)}`);
    address = new URL(next, address).href;
    if (new URL(address).origin !== origin) return address;
  }
  throw new Error("the provider sends from one page to the next");
}

/** What a made-up provider is to say: of itself, in the head and the claims of its token, and signed by what. */
export type Saying = {
  description?: object;
  head?: object;
  claims?: object;
  signature?: "of another key" | "of the client secret" | "none";
  answer?: (path: string) => Readonly<{ status: number; body: string; headers?: Record<string, string> }> | undefined;
};

/** Opens a provider that says what a test makes it say, for what no honest provider says. */
export async function openMadeUpProvider(clientId: string, saying: () => Saying) {
  const [key, otherKey] = [newKey(), newKey()];
  const asked: string[] = [];
  const json = (body: object) => ({ status: 200, body: JSON.stringify(body), headers: {} });
  const issuer = await serve(({ url = "" }, response) => {
    asked.push(url);
    const { status, body, headers } = saying().answer?.(url) ?? said(url);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  });
  const said = (url: string) => {
    if (url === "/jwks") return json({ keys: [key.publicJwk] });
    if (url === "/token") return json({ access_token: "a", token_type: "Bearer", id_token: idToken() });
    const [authorization_endpoint, token_endpoint, jwks_uri] = ["a", "token", "jwks"].map((one) => `${issuer}/${one}`);
    return json({ issuer, authorization_endpoint, token_endpoint, jwks_uri, ...saying().description });
  };
  const idToken = (): string => {
    const { head, claims, signature } = saying();
    const now = Math.floor(Date.now() / 1000);
    const parts = [
      { alg: "RS256", kid: "one", ...head },
      { iss: issuer, aud: clientId, sub: "someone", iat: now, exp: now + 60, ...claims },
    ];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    if (signature === "none") return `${text}.`;
    if (signature === "of the client secret")
      return `${text}.${createHmac("sha256", "a secret").update(text).digest("base64url")}`;
    return `${text}.${(signature ? otherKey : key).sign(text)}`;
  };
  return { issuer, asked };
}
