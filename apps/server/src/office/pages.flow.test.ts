import { testDatabase } from "@evenspan/database/testing";
import { preparedOffice } from "@evenspan/domain/releases/testing/prepared-office";
import { linkTokenFor } from "@evenspan/domain/sign-in/testing";
import { describe, expect, test } from "vitest";
import { portalApp } from "../app.ts";
import { inventedRelease } from "../testing/invented-release.ts";
import { officeBrowser, site } from "../testing/office-browser.ts";
import { officeInTest } from "../testing/office-in-test.ts";

const database = await testDatabase();
const it = await officeInTest(database, {}, {}, preparedOffice);
await it.found("rush", [{ id: "rumc", name: "RUSH University Medical Center", city: "Chicago", source: "a test" }]);
const everyRole = ["administrator", "analyst", "reviewer", "office-staff", "finance"] as const;
const abel = await it.signedIn("Abel", ...everyRole.map((role) => ({ role })));
await it.person({
  name: "Noor",
  email: "noor@example.org",
  grants: [{ role: "office-staff" }],
  password: "a quiet river",
});
await abel.send("/en/office/people/invite", "invite", { name: "Bea", email: "bea@example.org", role: "analyst" });
await it.browser().send("/en/office/new-password", "forgot", { email: "noor@example.org" });
const job = (await abel.send("/en/office/releases", "build")).headers.get("location")!.slice("/en/office".length);
await it.work();
const person = /\/people\/[0-9a-f-]{36}/.exec(await abel.text("/en/office/people?text=noor"))![0];
const record = /\/records\/release:[0-9a-f]+/.exec(await abel.text("/en/office/records?kind=release"))![0];
const doubt = /\/doubts\/[a-z0-9-]+/.exec(await abel.text("/en/office"))![0];

/** One address of each kind of page, after `/<language>/office`. */
const inside = [
  ...["", "/records", "/records?kind=doubt&sort=title&late=yes", record, "/search", "/search?q=release", "/notices"],
  ...["/jobs", job, "/releases", "/releases/1", "/doubts", doubt, "/people", "/people?state=invited", person],
  ...["/people/invite", "/organization", "/providers", "/providers/new/oidc", "/providers/new/saml", "/audit"],
  ...[
    "/audit?kind=command",
    "/me",
    "/me/password",
    "/me/second-factor",
    "/me/sessions",
    "/keys",
    "/design",
    "/nothing",
  ],
];
const outside = [
  ...["/sign-in", "/sign-in?to=%2Fen%2Foffice%2Fme", "/sign-in/link", "/new-password", "/nothing"],
  `/new-password/${await linkTokenFor(database, it.office, "noor@example.org")}`,
  `/invitation/${await linkTokenFor(database, it.office, "bea@example.org")}`,
  `/invitation/${"A".repeat(43)}`,
];
const pages = [...inside.map((path) => [path, true] as const), ...outside.map((path) => [path, false] as const)];
const open = (path: string, isIn: boolean) => (isIn ? abel : it.browser()).get(path);

describe.each(["en", "es"])("in %s", (language) => {
  test.each(pages)("%s (signed in: %s) is a whole page that runs no script", async (path, isIn) => {
    const answer = await open(`/${language}/office${path}`, isIn);
    const body = await answer.text();
    expect(answer.status).toBe(/nothing|AAAA/.test(path) ? 404 : 200);
    expect(body).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
    expect(/<script|javascript:| on[a-z]+=| style=/i.exec(body)?.[0]).toBeUndefined();
    expect(/\bundefined\b|\bNaN\b|\[object|>null</.exec(body)?.[0]).toBeUndefined();
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(Buffer.byteLength(body)).toBeLessThan(150_000);
  });

  test.each(pages)(
    "%s (signed in: %s): each id is one thing's, each field has its label, each form its token",
    async (path, isIn) => {
      const body = await (await open(`/${language}/office${path}`, isIn)).text();
      const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      const labelled = new Set([...body.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id));
      const fields = [...body.matchAll(/<(input|select|textarea)( [^>]*)>/g)].filter(
        ([, , attributes]) => !attributes!.includes('type="hidden"'),
      );
      for (const [field, , attributes] of fields)
        expect([field, labelled.has(/ id="([^"]+)"/.exec(attributes!)?.[1])]).toEqual([field, true]);
      for (const [, described] of body.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
        for (const id of described!.split(" ")) expect([id, ids.includes(id)]).toEqual([id, true]);
      for (const [form] of body.matchAll(/<form [^>]*method="post".*?<\/form>/gs))
        expect(form).toContain('name="token"');
    },
  );
});

test("no link within the office leads nowhere, nor do the links out of it", async () => {
  const none = async () => null;
  const release = inventedRelease();
  const app = portalApp({ releases: { current: async () => release, numbered: none }, office: it.app });
  const browser = officeBrowser(app, abel.cookies.get("evenspan"));
  const seen = new Set<string>();
  const queue = ["/en/office", "/es/office"];
  while (queue.length > 0) {
    const path = queue.pop()!;
    if (seen.has(path) || seen.size > 500) continue;
    seen.add(path);
    const answer = await browser.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    // The page of the design shows things that are not there.
    if (!/^\/(en|es)\/office(?!\/design)/.test(path) || !answer.headers.get("content-type")?.startsWith("text/html"))
      continue;
    const links = [...(await answer.text()).matchAll(/ href="(\/[^"#]*)/g)].map(([, href]) =>
      href!.replaceAll("&amp;", "&"),
    );
    queue.push(...links.filter((link) => !seen.has(link)));
  }
  expect(seen.size).toBeGreaterThan(80);
});

test("every page leads to itself in the other language", async () => {
  for (const path of inside.filter((one) => one !== "/nothing")) {
    const body = await abel.text(`/en/office${path}`);
    const other = /<a href="([^"]+)" lang="es"/.exec(body)![1]!.replaceAll("&amp;", "&");
    const asked = new URL(`/es/office${path}`, site);
    expect([new URL(other, site).pathname, new URL(other, site).search]).toEqual([asked.pathname, asked.search]);
  }
});

test("what there is only in English is marked as English on a Spanish page", async () => {
  const audit = await abel.text("/es/office/audit");
  expect(audit).toContain('<span lang="en">to invite someone</span>');
  expect(await abel.text("/en/office/audit")).not.toContain('<span lang="en">');
});

test("no fault was made by any of it", () => expect(it.faults).toEqual([]));
