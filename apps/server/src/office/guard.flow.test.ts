import { openPools } from "@evenspan/database/pools";
import { testDatabase } from "@evenspan/database/testing";
import { describe, expect, test } from "vitest";
import { portalApp } from "../app.ts";
import { formIn, officeBrowser, site } from "../testing/office-browser.ts";
import { officeInTest } from "../testing/office-in-test.ts";
import { officeApp } from "./office-app.ts";

const database = await testDatabase();
const it = await officeInTest(database);
const county = await officeInTest(database, { systemId: "00000000-0000-4000-8000-000000000313", slug: "county" });
const ana = await it.signedIn("Ana", { role: "analyst" });
const here = "/en/office/me/password";
const change = { password: "x", newPassword: "a new and quiet river" };

describe("a form is taken only", () => {
  const fields = async () => ({ ...formIn(await ana.text(here), "change-password").hidden, ...change });

  test.each([
    ["from another site", { origin: "https://evil.example" }],
    ["from another port", { origin: "http://localhost:81" }],
    ["from an origin that is none", { origin: "null" }],
  ])("not %s", async (_, headers) => {
    const answer = await ana.post(here, await fields(), headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("That did not come from this site");
  });

  test("not where a browser says nothing of where it comes from, and by Sec-Fetch-Site where it says that alone", async () => {
    const send = async (headers: Record<string, string>) =>
      it.app.request(`${site}${here}`, {
        method: "POST",
        body: new URLSearchParams(await fields()),
        headers: { cookie: `evenspan=${ana.cookies.get("evenspan")}`, ...headers },
      });
    expect((await send({})).status).toBe(403);
    expect((await send({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send({ "sec-fetch-site": "same-site" })).status).toBe(403);
    expect(await (await send({ "sec-fetch-site": "same-origin" })).text()).toContain('role="alert"');
  });

  test.each([
    ["without its token", { token: "" }],
    ["with a made-up token", { token: `${"A".repeat(86)}.` }],
    ["with a token of another length", { token: "abc" }],
  ])("not %s", async (_, wrong) => {
    const answer = await ana.post(here, { ...(await fields()), ...wrong });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("That form is out of date");
  });

  test("not with the token of another person's session", async () => {
    const eve = await it.signedIn("Eve", { role: "analyst" });
    const { hidden } = formIn(await eve.text(here), "change-password");
    expect((await ana.post(here, { ...hidden, ...change })).status).toBe(403);
  });

  test("not with the token of the visit before sign-in", async () => {
    const visitor = it.browser();
    const { hidden } = formIn(await visitor.text("/en/office/sign-in"), "sign-in");
    expect((await ana.post(here, { ...hidden, ...change })).status).toBe(403);
    expect((await it.browser().post("/en/office/sign-in", { ...hidden, email: "a@b.c", password: "x" })).status).toBe(
      403,
    );
  });

  test("and its token looks different on every page", async () => {
    expect(await fields()).not.toEqual(await fields());
  });

  test.each([
    ["application/json", '{"token":"x"}'],
    ["text/plain", "token=x"],
    ["", "token=x"],
    ["multipart/form-data; boundary=x", "--x--"],
  ])("as a form that the page takes, and not as %j", async (type, body) => {
    const headers = { origin: site, cookie: `evenspan=${ana.cookies.get("evenspan")}`, "content-type": type };
    const answer = await it.app.request(`${site}${here}`, { method: "POST", body, headers });
    expect(answer.status).toBe(415);
  });

  test("up to 256 KB", async () => {
    const answer = await ana.post(here, { ...(await fields()), more: "x".repeat(300_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("That is too much at once");
  });

  test("by the methods that the page knows", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await it.app.request(`${site}${here}`, { method });
      expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, "GET, HEAD, POST"]);
    }
    const answer = await it.app.request(`${site}/en/office/sign-out`);
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("every answer", () => {
  test.each(["/en/office", "/en/office/sign-in", "/en/office/nothing", "/es/office/me/sessions"])(
    "of %s is kept by nobody, runs no script, and has an id",
    async (path) => {
      for (const browser of [ana, it.browser()]) {
        const { headers } = await browser.get(path);
        expect(headers.get("cache-control")).toBe("no-store");
        expect(headers.get("content-security-policy")).toMatch(
          /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
        );
        expect(headers.get("content-security-policy")).not.toContain("script");
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
        expect(headers.get("x-robots-tag")).toBe("noindex");
        expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
        expect(headers.get("strict-transport-security")).toBeNull();
      }
    },
  );

  test("takes the id that a proxy of ours gave, and no other words", async () => {
    const { systemId } = it.office;
    const options = { db: database.app, systemId, officeKey: Buffer.alloc(32, 7), clock: it.now, site };
    const idOf = async (header: string, proxies: number) => {
      const asked = { headers: { "x-request-id": header } };
      const answer = await officeApp({ ...options, proxies }).request(`${site}/en/office/sign-in`, asked);
      return answer.headers.get("x-request-id");
    };
    const id = "4bf92f3577b34da6a3ce929d0e0e4736";
    expect(await idOf(id, 1)).toBe(id);
    expect(await idOf(id, 0)).not.toBe(id);
    for (const odd of ["<script>", "a", "x".repeat(40), "4bf92f3577b34da6 a3ce929d0e0e4736"])
      expect(await idOf(odd, 1)).not.toBe(odd);
  });

  test("over https has a cookie that only this host may set and that goes no other way, and asks for https ever after", async () => {
    const { systemId } = it.office;
    const secure = officeApp({
      ...{ db: database.app, systemId, officeKey: Buffer.alloc(32, 7), clock: it.now, site: "https://office.example" },
    });
    const answer = await secure.request("https://office.example/en/office/sign-in");
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-evenspan-visit=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
    expect(answer.headers.get("strict-transport-security")).toContain("max-age=63072000");
    const plain = { headers: { cookie: `evenspan=${ana.cookies.get("evenspan")}` } };
    expect((await secure.request("https://office.example/en/office", plain)).status).toBe(303);
  });

  test("to HEAD has no body and the same status", async () => {
    const answer = await it.app.request(`${site}/en/office/sign-in`, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
});

describe("a session that ended", () => {
  test("keeps what was typed for its own person, and says that it was not sent", async () => {
    const cleo = {
      name: "Cleo",
      email: "cleo@example.org",
      password: "a long and quiet river",
      grants: [{ role: "volunteer" }],
    } as const;
    await it.person(cleo);
    const browser = it.browser();
    const signIn = (path: string) => browser.send(path, "sign-in", { email: cleo.email, password: cleo.password });
    await signIn("/en/office/sign-in");
    const { hidden } = formIn(await browser.text("/en/office/me"), "settings");
    it.later(31);
    const sent = await browser.post("/en/office/me", { ...hidden, language: "es", mail: "never", password: "secret" });
    expect(sent.headers.get("location")).toBe("/en/office/sign-in?to=%2Fen%2Foffice%2Fme");
    const door = await browser.text(sent.headers.get("location")!);
    expect(door).toContain("Nothing was lost");
    const back = await signIn(sent.headers.get("location")!);
    const page = await browser.text(back.headers.get("location")!);
    expect(page).toContain("They were not sent yet");
    expect(page).toMatch(/value="never"[^>]*checked|checked=""[^>]*value="never"/);
    const again = await browser.send("/en/office/me", "settings", { language: "es", mail: "never" });
    expect(again.headers.get("location")).toBe("/en/office/me");
    expect(browser.cookies.has("evenspan-kept")).toBe(false);
    expect(await browser.text("/en/office/me")).not.toContain("They were not sent yet");
  });

  test("gives what was typed to nobody else who signs in at the same browser", async () => {
    const dee = await it.signedIn("Dee", { role: "office-staff" });
    const { hidden } = formIn(await dee.text("/en/office/me"), "settings");
    it.later(31);
    await dee.post("/en/office/me", { ...hidden, mail: "never" });
    const finn = await it.signedIn("Finn", { role: "office-staff" });
    finn.cookies.set("evenspan-kept", dee.cookies.get("evenspan-kept")!);
    expect(await finn.text("/en/office/me")).not.toContain("They were not sent yet");
  });

  test("takes the cookie away", async () => {
    const gus = await it.signedIn("Gus", { role: "office-staff" });
    it.later(31);
    await gus.get("/en/office");
    expect(gus.cookies.has("evenspan")).toBe(false);
  });
});

test("a session of one system is nobody in another, though its people have the same names", async () => {
  const here = await it.signedIn("Same", { role: "administrator" });
  const there = officeBrowser(county.app, here.cookies.get("evenspan"));
  expect((await here.get("/en/office")).status).toBe(200);
  expect((await there.get("/en/office")).headers.get("location")).toBe("/en/office/sign-in");
});

describe("when something breaks", () => {
  test("the page tells the id of the request, and nothing of what broke", async () => {
    const broken = new Proxy(database.app, {
      get: () => {
        throw new Error("secret in /etc");
      },
    });
    const faults: unknown[] = [];
    const app = officeApp({
      ...{ db: broken, systemId: it.office.systemId, officeKey: Buffer.alloc(32, 7), clock: it.now, site },
      onFault: (fault, id) => faults.push([id, fault]),
    });
    const answer = await app.request(`${site}/en/office/sign-in`);
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(body).toContain(answer.headers.get("x-request-id"));
    expect(body).not.toMatch(/secret|Error|at \//);
    expect(faults).toHaveLength(1);
  });

  test("a database that is down is told as such, and to come back", async () => {
    const nowhere = openPools(() => ({ host: "/nowhere", port: 1 }), "server", "nowhere");
    const app = officeApp({
      ...{ db: nowhere.app, systemId: it.office.systemId, officeKey: Buffer.alloc(32, 7) },
      ...{ clock: it.now, site, onFault: () => {} },
    });
    const answer = await app.request(`${site}/es/office`, { headers: { cookie: "evenspan=abc" } });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(await answer.text()).toContain("La oficina no está abierta ahora");
  });
});

test("one server answers for portal and office, each at its own addresses", async () => {
  const none = async () => null;
  const app = portalApp({ releases: { current: none, numbered: none }, office: it.app });
  expect((await app.request(`${site}/en/office`)).headers.get("location")).toBe("/en/office/sign-in");
  expect((await app.request(`${site}/en/areas`)).status).toBe(503);
  expect((await app.request(`${site}/en/officers`)).status).toBe(503);
  expect((await app.request(`${site}/en/areas`, { method: "POST" })).status).toBe(405);
});

test("no fault was made by any of it", () => expect([...it.faults, ...county.faults]).toEqual([]));
