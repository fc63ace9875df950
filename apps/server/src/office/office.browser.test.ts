import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { abel } from "@evenspan/domain/access/testing";
import { invitePerson } from "@evenspan/domain/people/invite-person";
import { openOidcProvider } from "@evenspan/domain/sign-in/providers/oidc/testing";
import { askedFor, samlIdp } from "@evenspan/domain/sign-in/providers/saml/testing";
import { sealClientSecret } from "@evenspan/domain/sign-in/providers/settings/client-secret";
import { defineProvider } from "@evenspan/domain/sign-in/providers/settings/define-provider";
import { codeAt, testOfficeKey } from "@evenspan/domain/sign-in/testing";
import type { Hono } from "hono";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { portalApp } from "../app.ts";
import { en } from "../messages/en.ts";
import { type Serving, serve } from "../serve.ts";
import { accessFaults, browserAbsent, openBrowser } from "../testing/browser.ts";
import { type OfficeInTest, officeInTest } from "../testing/office-in-test.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const database = await testDatabase();
const password = "a slow train through the prairie";

describe.skipIf(browserAbsent)("in a browser", () => {
  let browser: Browser;
  let serving: Serving;
  let it: OfficeInTest;
  beforeAll(async () => {
    // The site's own address is known when it listens, and is part of what the office is made with.
    let pages: Hono;
    serving = await serve({ fetch: (...request) => pages.fetch(...request) }, { port: 0 });
    it = await officeInTest(database, {}, { site: serving.address });
    pages = portalApp({ releases: { current: async () => null, numbered: async () => null }, office: it.app });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
  });

  const faults: string[] = [];
  const look = async (page: Page) => faults.push(...(await accessFaults(page)));
  const open = async (width = 1440): Promise<readonly [BrowserContext, Page]> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    return [context, await context.newPage()];
  };
  const to = (page: Page, path: string) => page.goto(serving.address + path);
  /** The path of the newest link of a kind in a letter to someone, as its reader would follow it. */
  const linkFor = async (email: string, kind: string): Promise<string> => {
    const letters = await inTenant(
      database.app,
      it.office.systemId,
      (trx) =>
        trx.selectFrom("letters").select("body_text").where("to_address", "=", email).orderBy("made_at").execute(),
      { as: { personId: null, keys: ["mail"] } },
    );
    const found = letters.map(
      ({ body_text }) => new RegExp(`\\{\\{site\\}\\}(/\\w\\w/office/${kind}/\\S+)`).exec(body_text)?.[1],
    );
    return found.filter((path) => path !== undefined).at(-1)!;
  };
  const typed = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [label, text] of Object.entries(fields)) {
      await tabTo(page, label);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    }
  };
  const pressed = async (page: Page, name: string) => {
    await tabTo(page, name);
    await Promise.all([page.waitForLoadState("load"), page.waitForNavigation(), page.keyboard.press("Enter")]);
  };

  test("by the keyboard alone: invited, signed in, a second factor, the worklist, signed out everywhere", async () => {
    const grants = [{ role: "administrator" as const }];
    await it.done(abel, invitePerson, { name: "Nora Kim", email: "nora@example.org", language: "en", grants });
    const [context, page] = await open();
    await to(page, await linkFor("nora@example.org", "invitation"));
    await look(page);
    await typed(page, { "New password": password });
    await pressed(page, en["invitation.do"]);
    expect(page.url()).toContain("/office/second-factor/set-up");
    await look(page);
    const secret = /(?:[A-Z2-7]{4} ?){8}/.exec((await page.locator("main").textContent())!)![0].replaceAll(" ", "");
    await typed(page, { Code: codeAt(secret, it.now()) });
    await pressed(page, "Turn it on");
    await look(page);
    expect(await page.locator("main").textContent()).toMatch(/([0-9a-z]{4}-){3}[0-9a-z]{4}/);
    await pressed(page, "I have kept them. Go on");
    expect(await page.locator("h1").textContent()).toBe("Your worklist");
    await look(page);

    await to(page, "/en/office/me/sessions");
    await look(page);
    await pressed(page, "Sign out everywhere");
    await to(page, "/en/office");
    expect(page.url()).toContain("/en/office/sign-in");
    await look(page);
    await context.close();
    expect(faults).toEqual([]);
  });

  test("a forgotten password is set anew by a letter, and the old one opens nothing", async () => {
    await it.person({
      name: "Ana",
      email: "ana@example.org",
      password: "the password before this",
      grants: [{ role: "analyst" }],
    });
    const [context, page] = await open(360);
    await to(page, "/es/office/sign-in");
    await look(page);
    await to(page, "/en/office/new-password");
    await look(page);
    await typed(page, { [en["field.email.label"]]: "ana@example.org" });
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await look(page);
    await to(page, await linkFor("ana@example.org", "new-password"));
    await look(page);
    await typed(page, { [en["field.new-password.label"]]: password });
    await pressed(page, en["new-password.do"]);
    for (const [word, way] of [
      ["the password before this", /sign-in/],
      [password, /\/en\/office$/],
    ] as const) {
      await to(page, "/en/office/sign-in");
      await typed(page, { [en["field.email.label"]]: "ana@example.org", [en["field.password.label"]]: word });
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      expect(page.url()).toMatch(way);
      await look(page);
    }
    await context.close();
    expect(faults).toEqual([]);
  });

  test("through a real OpenID Connect provider, in the browser, and back to where one was going", async () => {
    await it.person({ name: "Rosa", email: "rosa@example.org", grants: [{ role: "analyst" }] });
    const accounts = new Map([["rosa", { email: "rosa@example.org", email_verified: true, name: "Rosa" }]]);
    const client = {
      client_id: "evenspan",
      client_secret: "a secret of the client's",
      redirect_uris: [`${serving.address}/sign-in/oidc/campus`],
    };
    const { issuer } = await openOidcProvider([client], accounts);
    await it.done(abel, defineProvider, {
      ...{ kind: "oidc", providerId: "campus", name: "Campus sign-in" },
      settings: {
        issuer,
        clientId: "evenspan",
        scopes: ["openid", "email"],
        domains: ["example.org"],
        asksSecondFactor: false,
      },
      sealedClientSecret: sealClientSecret(
        testOfficeKey,
        { systemId: it.office.systemId, providerId: "campus" },
        client.client_secret,
      ),
    });
    const [context, page] = await open(768);
    await to(page, "/en/office/me/sessions");
    await look(page);
    await page.getByText(/Campus sign-in/).click();
    await page.locator("input[name=login]").fill("rosa");
    await page.locator("input[name=password]").fill("any");
    await page.locator("button[type=submit]").click();
    await page.locator("button[type=submit]").click();
    await page.waitForURL(/\/en\/office\/me\/sessions$/);
    expect(await page.locator("header").textContent()).toContain("Rosa");
    await context.close();
    expect(faults).toEqual([]);
  });

  test("by a signed SAML assertion, through the form of a provider's page, and by the same one no second time", async () => {
    await it.person({ name: "Lena", email: "lena@example.org", grants: [{ role: "analyst" }] });
    const idp = samlIdp();
    // A provider's page: a form that posts the answer back, as providers have it.
    const provider = createServer((request, response) => {
      if (!request.url?.startsWith("/sign-in")) return response.writeHead(404).end();
      const asked = askedFor(`http://idp.example${request.url}`, it.now());
      const fields = {
        SAMLResponse: Buffer.from(idp.respond(asked, { nameId: "lena@example.org" })).toString("base64"),
        RelayState: asked.relayState,
      };
      const inputs = Object.entries(fields).map(
        ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
      );
      response.setHeader("content-type", "text/html");
      return response.end(
        `<form method="post" action="${asked.callback}">${inputs.join("")}<button>Go on</button></form>`,
      );
    });
    await new Promise<void>((listening) => provider.listen(0, "127.0.0.1", listening));
    const entryPoint = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/sign-in`;
    const settings = {
      entryPoint,
      signingKeys: [idp.key],
      domains: ["example.org"],
      idpEntityId: idp.entityId,
      spEntityId: "evenspan",
    };
    await it.done(abel, defineProvider, { kind: "saml", providerId: "hospital", name: "Hospital sign-in", settings });
    const [context, page] = await open(768);
    await to(page, "/en/office/me/sessions");
    await pressed(page, "Sign in with Hospital sign-in");
    await Promise.all([page.waitForURL(/\/me\/sessions$/), page.getByRole("button", { name: "Go on" }).click()]);
    expect(await page.locator("header").textContent()).toContain("Lena");
    await look(page);
    await context.clearCookies({ name: "evenspan" });
    await page.goBack();
    await page.getByRole("button", { name: "Go on" }).click();
    await page.waitForLoadState("load");
    expect(page.url()).toContain("/sign-in/saml/hospital");
    expect(await page.locator("h1").textContent()).toBe("You are not signed in");
    await to(page, "/en/office");
    expect(page.url()).toContain("/sign-in");
    await context.close();
    provider.close();
    expect(faults).toEqual([]);
  });

  const closed = [
    ...[
      "",
      "/records",
      "/search",
      "/search?q=fair",
      "/notices",
      "/releases",
      "/doubts",
      "/jobs",
      "/people",
      "/people/invite",
    ],
    ...["/organization", "/providers", "/providers/new/oidc", "/providers/new/saml", "/audit", "/me", "/me/password"],
    ...["/me/second-factor", "/me/sessions", "/design", "/keys"],
  ];
  test.each([
    [360, "light", "en"],
    [360, "dark", "es"],
    [768, "light", "es"],
    [1440, "dark", "en"],
  ] as const)(
    "at %i px, %s, in %s, every page meets WCAG 2.2 AA and is no wider than the window",
    async (width, colorScheme, language) => {
      const someone = await it.signedIn(
        `Sam ${width} ${language}`,
        { role: "administrator" },
        { role: "analyst" },
        { role: "reviewer" },
      );
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      await context.addCookies([{ name: "evenspan", value: someone.cookies.get("evenspan")!, url: serving.address }]);
      const page = await context.newPage();
      const wrong: string[] = [];
      for (const path of [...closed, `/people/${someone.personId}`]) {
        const answer = await to(page, `/${language}/office${path}`);
        if (answer?.status() !== 200) wrong.push(`${path} answers ${answer?.status()}`);
        wrong.push(...(await accessFaults(page)));
        const scrolled = Number(await page.evaluate("document.documentElement.scrollWidth"));
        if (scrolled > width) wrong.push(`${path} is ${scrolled} px wide`);
      }
      await context.close();
      expect(wrong).toEqual([]);
    },
  );
});

/** Presses Tab until something with this name has the focus, as someone without a mouse does; its outline must be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const [found, outline] = (await page.evaluate(`(() => {
      const it = document.activeElement;
      const words = it.labels?.[0]?.innerText ?? it.innerText ?? "";
      return [words.trim(), getComputedStyle(it).outlineWidth];
    })()`)) as [string, string];
    if (found.split("\n")[0] !== name) continue;
    expect(outline).toBe("3px");
    return;
  }
  throw new Error(`${page.url()}: Tab never reached “${name}”`);
}
