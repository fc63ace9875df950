import { testDatabase } from "@evenspan/database/testing";
import { codeAt, linkTokenFor } from "@evenspan/domain/sign-in/testing";
import { describe, expect, test } from "vitest";
import { formIn, officeBrowser } from "../testing/office-browser.ts";
import { officeInTest } from "../testing/office-in-test.ts";

const database = await testDatabase();
const it = await officeInTest(database);
const password = "a long and quiet river";
const ana = await it.person({ name: "Ana", email: "ana@example.org", password, grants: [{ role: "analyst" }] });
const rosa = await it.person({
  ...{ name: "Rosa", email: "rosa@example.org", password, grants: [{ role: "reviewer" }], secondFactor: true },
});

const signIn = (browser: ReturnType<typeof it.browser>, email: string, to = "/en/office/sign-in") =>
  browser.send(to, "sign-in", { email, password });

describe("signing in", () => {
  test("with a password leads to the page that was asked for, under a new token in a guarded cookie", async () => {
    const browser = it.browser();
    const sent = await browser.get("/en/office/me/sessions");
    expect([sent.status, sent.headers.get("location")]).toEqual([
      303,
      "/en/office/sign-in?to=%2Fen%2Foffice%2Fme%2Fsessions",
    ]);
    const answer = await signIn(browser, "ana@example.org", sent.headers.get("location")!);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/en/office/me/sessions"]);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("evenspan="));
    expect(cookie).toMatch(/^evenspan=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = await browser.text("/en/office/me/sessions");
    expect(page).toContain("Where you are signed in");
    expect(page).toContain("this one");
  });

  test("a token that was planted before sign-in is worth nothing after it", async () => {
    const browser = officeBrowser(it.app, "x".repeat(43));
    await signIn(browser, "ana@example.org");
    expect(browser.cookies.get("evenspan")).not.toBe("x".repeat(43));
    expect((await officeBrowser(it.app, "x".repeat(43)).get("/en/office")).status).toBe(303);
  });

  test("a wrong password is told without saying what was wrong; the address stays, the password does not", async () => {
    const browser = it.browser();
    const answers = [];
    for (const email of ["ana@example.org", "nobody@example.org"]) {
      const fields = { email, password: "not the password" };
      const answer = await browser.send("/en/office/sign-in", "sign-in", fields);
      const body = await answer.text();
      expect(body).toContain(`value="${email}"`);
      expect(body).not.toContain("not the password");
      expect(body).toContain('role="alert"');
      answers.push([answer.status, /<div class="problems".*?<\/div>/s.exec(body)?.[0]]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]![0]).toBeGreaterThanOrEqual(400);
  });

  test("with a second factor comes after the password, opens nothing before, and changes the token", async () => {
    const browser = it.browser();
    const to = "/es/office/sign-in?to=%2Fes%2Foffice%2Fme%2Fsessions";
    const first = await signIn(browser, "rosa@example.org", to);
    expect(first.headers.get("location")).toBe("/es/office/second-factor?to=%2Fes%2Foffice%2Fme%2Fsessions");
    const half = browser.cookies.get("evenspan");
    expect((await browser.get("/es/office/me/sessions")).headers.get("location")).toContain("/es/office/second-factor");
    const wrong = await browser.send(first.headers.get("location")!, "second-factor", { code: "000000" });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expect(await wrong.text()).not.toContain("000000");
    const code = codeAt(rosa.totpSecret!, it.now());
    const done = await browser.send(first.headers.get("location")!, "second-factor", { code });
    expect(done.headers.get("location")).toBe("/es/office/me/sessions");
    expect(browser.cookies.get("evenspan")).not.toBe(half);
    expect(await browser.text("/es/office/me/sessions")).toContain("Dónde tiene sesión abierta");
    expect((await officeBrowser(it.app, half).get("/es/office")).headers.get("location")).toContain("/sign-in");
  });

  test("never leads to another site", async () => {
    for (const to of [
      "//evil.example",
      "https://evil.example/en/office",
      "/en/office/\\evil",
      "/en/areas",
      "/en/office//x@y",
    ]) {
      const browser = it.browser();
      const answer = await signIn(browser, "ana@example.org", `/en/office/sign-in?to=${encodeURIComponent(to)}`);
      expect(new URL(answer.headers.get("location")!, "http://localhost").origin).toBe("http://localhost");
      expect(answer.headers.get("location")).toMatch(/^\/en\/office/);
    }
  });

  test("anew in the same browser ends the session that was there", async () => {
    const browser = it.browser();
    await signIn(browser, "ana@example.org");
    const before = browser.cookies.get("evenspan");
    const { hidden } = formIn(await browser.text("/en/office/me"), "settings");
    const again = await browser.post("/en/office/sign-in", {
      ...hidden,
      form: "sign-in",
      email: "ana@example.org",
      password,
    });
    expect(again.status).toBe(303);
    expect(browser.cookies.get("evenspan")).not.toBe(before);
    expect((await officeBrowser(it.app, before).get("/en/office")).status).toBe(303);
  });

  test("who is signed in already is not asked again", async () => {
    const browser = it.browser();
    await signIn(browser, "ana@example.org");
    expect((await browser.get("/en/office/sign-in")).headers.get("location")).toBe("/en/office");
  });
});

describe("codes", () => {
  test("are set up from a picture or letters, and recovery codes are shown once", async () => {
    const noor = { name: "Noor", email: "noor@example.org", password, grants: [{ role: "finance" }] } as const;
    await it.person(noor);
    const browser = it.browser();
    const first = await signIn(browser, noor.email);
    expect(first.headers.get("location")).toBe("/en/office/second-factor/set-up");
    const page = await browser.text("/en/office/second-factor/set-up");
    expect(page).toContain('class="qr"');
    expect(page).toContain("These roles of yours wait until it is done: finance.");
    const secret = /<code class="secret">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(" ", "");
    const before = browser.cookies.get("evenspan");
    const { hidden } = formIn(page, "set-up");
    const done = await browser.post("/en/office/second-factor/set-up", { ...hidden, code: codeAt(secret, it.now()) });
    const codes = [...(await done.text()).matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code!);
    expect([done.status, codes.length]).toEqual([200, 10]);
    expect(browser.cookies.get("evenspan")).not.toBe(before);
    expect((await browser.get("/en/office/second-factor/set-up")).headers.get("location")).toBe(
      "/en/office/me/second-factor",
    );

    const other = it.browser();
    await signIn(other, noor.email);
    const entered = await other.send("/en/office/second-factor", "second-factor", { code: codes[0]! });
    expect(entered.headers.get("location")).toBe("/en/office");
  });

  test("of another phone are set up with a code of the one before, and new recovery codes with one, too", async () => {
    const gil = { name: "Gil", email: "gil@example.org", grants: [{ role: "reviewer" }], secondFactor: true } as const;
    const { totpSecret } = await it.person({ ...gil, password });
    const browser = it.browser();
    await signIn(browser, gil.email);
    await browser.send("/en/office/second-factor", "second-factor", { code: codeAt(totpSecret!, it.now()) });
    it.later(1);
    const fresh = await browser.send("/en/office/me/second-factor", "new-codes", {
      code: codeAt(totpSecret!, it.now()),
    });
    expect(await fresh.text()).toContain("Keep these recovery codes");
    it.later(1);
    const wrong = await browser.send("/en/office/me/second-factor", "replace", { code: "000000" });
    expect(await wrong.text()).toContain("This code is not right, or was used already.");
    const code = codeAt(totpSecret!, it.now());
    const onward = await browser.send("/en/office/me/second-factor", "replace", { code });
    expect(onward.headers.get("location")).toBe("/en/office/second-factor/set-up?another=yes");
    expect(await browser.text(onward.headers.get("location")!)).toContain('class="qr"');
  });

  test("that are wrong too often end the half of a session, with a sentence", async () => {
    const lou = { name: "Lou", email: "lou@example.org", grants: [{ role: "reviewer" }], secondFactor: true } as const;
    await it.person({ ...lou, password });
    const browser = it.browser();
    await signIn(browser, lou.email);
    let answer = await browser.send("/en/office/second-factor", "second-factor", { code: "000000" });
    for (let i = 0; i < 10 && answer.status !== 303; i++)
      answer = await browser.send("/en/office/second-factor", "second-factor", { code: "000000" });
    expect(answer.headers.get("location")).toBe("/en/office/sign-in");
    expect(await browser.text("/en/office/sign-in")).toContain("There were too many wrong codes.");
  });

  test("that do not fit leave the picture as it is, so that the phone need not scan again", async () => {
    const bea = { name: "Bea", email: "bea@example.org", password, grants: [{ role: "reviewer" }] } as const;
    await it.person(bea);
    const browser = it.browser();
    await signIn(browser, bea.email);
    const secretOn = (page: string) => /<code class="secret">([A-Z2-7 ]+)</.exec(page)![1]!;
    const page = await browser.text("/en/office/second-factor/set-up");
    const { hidden } = formIn(page, "set-up");
    const wrong = await browser.post("/en/office/second-factor/set-up", { ...hidden, code: "123" });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expect(secretOn(await wrong.text())).toBe(secretOn(page));
  });
});

describe("letters", () => {
  test("bring a new password: asked for, looked at, set, and used", async () => {
    const cleo = { name: "Cleo", email: "cleo@example.org", password, grants: [{ role: "office-staff" }] } as const;
    await it.person(cleo);
    const browser = it.browser();
    const asked = await browser.send("/en/office/new-password", "forgot", { email: cleo.email });
    const unknown = await browser.send("/en/office/new-password", "forgot", { email: "who@example.org" });
    expect(await asked.text()).toBe(await unknown.text());
    const path = `/en/office/new-password/${await linkTokenFor(database, it.office, cleo.email)}`;
    expect(await browser.text(path)).toContain("This is for cleo@example.org.");
    const set = await browser.send(path, "new-password", { password: "another quiet river" });
    expect(set.headers.get("location")).toBe("/en/office/sign-in");
    expect(await browser.text("/en/office/sign-in")).toContain("Your new password is set.");
    const fields = { email: cleo.email, password: "another quiet river" };
    expect((await browser.send("/en/office/sign-in", "sign-in", fields)).headers.get("location")).toBe("/en/office");
    expect((await it.browser().get(path)).status).toBeGreaterThanOrEqual(400);
  });

  test("bring a partner in without a password, and are not used up by looking", async () => {
    const partner = { name: "Dee", email: "dee@example.org", grants: [{ role: "volunteer" }] } as const;
    await it.person(partner);
    const browser = it.browser();
    await browser.send("/es/office/sign-in/link", "ask-link", { email: partner.email });
    const path = `/es/office/enter/${await linkTokenFor(database, it.office, partner.email)}`;
    for (let i = 0; i < 3; i++) expect(await browser.text(path)).toContain("Hola, Dee.");
    expect((await browser.send(path, "enter")).headers.get("location")).toBe("/es/office");
    expect((await it.browser().get(path)).status).toBeGreaterThanOrEqual(400);
  });

  test("that are no more good say so, and do not say whose they were", async () => {
    for (const kind of ["invitation", "new-password", "enter"]) {
      const answer = await it.browser().get(`/en/office/${kind}/${"A".repeat(43)}`);
      expect([kind, answer.status]).toEqual([kind, 404]);
    }
  });
});

describe("sessions", () => {
  test("end one by one, and everywhere at once", async () => {
    const [here, there] = [it.browser(), it.browser()];
    await signIn(here, "ana@example.org");
    await signIn(there, "ana@example.org");
    const page = await here.text("/en/office/me/sessions");
    const id = /id="(revoke-[^"]+)"/.exec(page)![1]!;
    expect((await here.send("/en/office/me/sessions", id)).headers.get("location")).toBe("/en/office/me/sessions");
    const all = await here.send("/en/office/me/sessions", "everywhere");
    expect(all.headers.get("location")).toBe("/en/office/sign-in");
    expect(all.headers.getSetCookie().join()).toContain("evenspan=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    expect((await there.get("/en/office")).status).toBe(303);
  });

  test("sign out ends the session itself, not only the cookie", async () => {
    const browser = it.browser();
    await signIn(browser, "ana@example.org");
    const token = browser.cookies.get("evenspan");
    const out = await browser.send("/en/office", "sign-out");
    expect(out.headers.get("location")).toBe("/en/office/sign-in");
    expect(out.headers.get("clear-site-data")).toContain("cache");
    expect((await officeBrowser(it.app, token).get("/en/office")).status).toBe(303);
  });

  test("a changed password ends the others and goes on here", async () => {
    const [here, there] = [it.browser(), it.browser()];
    await signIn(here, "ana@example.org");
    await signIn(there, "ana@example.org");
    const fields = { password, newPassword: "yet another quiet river" };
    const answer = await here.send("/en/office/me/password", "change-password", fields);
    expect(answer.headers.get("location")).toBe("/en/office/me/password");
    expect(await here.text("/en/office/me/password")).toContain("Your password is changed.");
    expect((await there.get("/en/office")).status).toBe(303);
    expect(ana.personId).toMatch(/-/);
  });
});

test("no fault was made by any of it", () => expect(it.faults).toEqual([]));
