import { testDatabase } from "@evenspan/database/testing";
import { askedFor, samlIdp } from "@evenspan/domain/sign-in/providers/saml/testing";
import { lettersOf, linkTokenFor } from "@evenspan/domain/sign-in/testing";
import { describe, expect, test } from "vitest";
import { officeBrowser } from "../testing/office-browser.ts";
import { officeInTest } from "../testing/office-in-test.ts";

const database = await testDatabase();
const hospital = { id: "rumc", name: "RUSH University Medical Center", city: "Chicago", source: "a test" };
const it = await officeInTest(database);
await it.found("rush", [hospital]);
const county = await officeInTest(database, { systemId: "00000000-0000-4000-8000-000000000313", slug: "county" });
const abel = await it.signedIn("Abel", { role: "administrator" });
const ana = await it.signedIn("Ana", { role: "analyst" });
const far = await county.signedIn("Abel", { role: "administrator" });

const personPath = async (name: string): Promise<string> => {
  const page = await abel.text(`/en/office/people?text=${encodeURIComponent(name)}`);
  return /href="(\/en\/office\/people\/[0-9a-f-]{36})"/.exec(page)![1]!;
};

describe("people", () => {
  test("are invited with a role, accept, and work", async () => {
    const fields = { name: "Noor Núñez", email: "Noor@Example.org", language: "es", role: "analyst", place: "" };
    const invited = await abel.send("/en/office/people/invite", "invite", fields);
    expect(invited.headers.get("location")).toMatch(/^\/en\/office\/people\/[0-9a-f-]{36}$/);
    const page = await abel.text(invited.headers.get("location")!);
    expect(page).toContain("The invitation is on its way.");
    expect(page).toContain("Good until");
    const path = `/es/office/invitation/${await linkTokenFor(database, it.office, "noor@example.org")}`;
    const noor = it.browser();
    const accepting = { name: "Noor Núñez", password: "a long and quiet river" };
    const accepted = await noor.send(path, "invitation", accepting);
    expect(accepted.headers.get("location")).toBe("/es/office");
    expect(await noor.text("/es/office")).toContain("Noor Núñez");
    expect(await abel.text("/en/office/people?text=nunez")).toContain("Noor Núñez");
  });

  test("that cannot be invited as typed come back with everything typed, and the field that is wrong", async () => {
    const fields = { name: "Bea", email: "no address", language: "es", role: "partner", place: "facility:rumc" };
    const answer = await abel.send("/en/office/people/invite", "invite", fields);
    const body = await answer.text();
    expect(answer.status).toBe(422);
    expect(body).toContain("Look again: Invite someone");
    expect(body).toContain('href="#invite-email"');
    expect(body).toContain('href="#invite-place"');
    expect(body).toMatch(
      /id="invite-email"[^>]* aria-describedby="invite-email-problem" aria-invalid="true"[^>]*value="no address"/,
    );
    expect(body).toMatch(/<option value="facility:rumc" selected="">RUSH University Medical Center/);
    expect(body).toMatch(/value="es"[^>]*checked=""|checked=""[^>]*value="es"/);
  });

  test("are given roles and lose them, with a reason, and their history stays", async () => {
    await it.person({ name: "Dee", email: "dee@example.org", grants: [{ role: "analyst" }] });
    const path = await personPath("Dee");
    await abel.send(path, "grant", { role: "finance", place: "facility:rumc" });
    expect(await abel.text(path)).toContain("finance, at RUSH University Medical Center");
    const revoke = /id="(revoke-[^"]+)"/.exec(await abel.text(path))![1]!;
    const without = await abel.send(path, revoke, { reason: "" });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain("Say why, in a few words.");
    await abel.send(path, revoke, { reason: "moved to another office" });
    const page = await abel.text(path);
    expect(page).toContain("1 role of before");
    expect(page).toContain("<q>moved to another office</q>");
  });

  test("whose account is closed are nobody at once", async () => {
    const gus = await it.signedIn("Gus", { role: "analyst" });
    const path = await personPath("Gus");
    expect((await gus.get("/en/office")).status).toBe(200);
    await abel.send(path, "deactivate", { reason: "left the hospital" });
    expect((await gus.get("/en/office")).status).toBe(303);
    expect(await abel.text(path)).toContain("The account is closed. If you open it again");
    await abel.send(path, "reactivate");
    expect(await abel.text(path)).toContain("It holds no role yet.");
  });

  test("whose sessions are ended sign in again, and keep their roles", async () => {
    const uma = await it.signedIn("Uma", { role: "analyst" });
    const path = await personPath("Uma");
    expect(await abel.text(path)).toContain("End all sessions");
    expect((await abel.send(path, "end-sessions", { reason: "" })).status).toBe(422);
    expect((await uma.get("/en/office")).status).toBe(200);
    await abel.send(path, "end-sessions", { reason: "her laptop was taken" });
    expect((await uma.get("/en/office")).status).toBe(303);
    const page = await abel.text(path);
    expect(page).not.toContain("End all sessions");
    expect(page).not.toContain("The account is closed.");
    expect(await abel.text(await personPath("Abel"))).not.toContain("End all sessions");
  });

  test("are called otherwise by someone else, and lose codes that are lost with a phone", async () => {
    await it.person({ name: "Ida", email: "ida@example.org", grants: [{ role: "finance" }], secondFactor: true });
    const path = await personPath("Ida");
    await abel.send(path, "rename", { name: "Ida B. Wells" });
    expect(await abel.text(path)).toContain("<h1>Ida B. Wells");
    expect(await abel.text(path)).toContain("Signs in with a code");
    expect((await abel.send(path, "take-codes", { reason: "" })).status).toBe(422);
    await abel.send(path, "take-codes", { reason: "lost on the bus, seen in person" });
    expect(await abel.text(path)).toContain("Signs in without a code");
    const own = await abel.text(await personPath("Abel"));
    expect(own).not.toMatch(/id="(rename|take-codes)"/);
  });

  test("the last administrator stays one, and nobody makes themselves one", async () => {
    const path = await personPath("Abel");
    expect(await abel.text(path)).toContain("Nobody gives themselves a role.");
    const refused = await abel.send(path, "deactivate", { reason: "to try it" });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("This is the last administrator.");
    expect((await abel.get("/en/office")).status).toBe(200);
  });

  test("are not for everyone to see, and the page says who may", async () => {
    for (const path of ["/en/office/people", "/en/office/people/invite", "/en/office/audit", "/en/office/providers"]) {
      const answer = await ana.get(path);
      const body = await answer.text();
      expect([path, answer.status]).toEqual([path, 403]);
      expect(body).toContain("It takes the role of administrator. You act as analyst.");
      expect(body).not.toContain("Abel");
    }
    const spanish = await ana.text("/es/office/people");
    expect(spanish).toContain("Hace falta la función de administración.");
    expect(await ana.text("/en/office")).not.toContain('href="/en/office/people"');
  });

  test("of one system are not found in another, nor under their ids", async () => {
    const path = await personPath("Ana");
    expect((await far.get(path)).status).toBe(404);
    expect(await far.text("/en/office/people")).not.toContain("Ana");
    const { hidden } = { hidden: {} };
    expect((await far.post(path, { ...hidden, form: "deactivate", reason: "to try" })).status).toBe(403);
  });

  test("an id that is none, or nobody's, is answered with a page", async () => {
    expect((await abel.get("/en/office/people/nobody")).status).toBe(422);
    expect((await abel.get("/en/office/people/00000000-0000-4000-8000-000000000999")).status).toBe(404);
    expect((await abel.get("/en/office/people?after=e30")).status).toBe(422);
    expect((await abel.get("/en/office/people?after=%%%&role=king&state=odd")).status).toBe(200);
  });
});

describe("the audit", () => {
  test("shows what was done, filtered by its address, and what was refused", async () => {
    const page = await abel.text("/en/office/audit");
    expect(page).toContain("invite-person");
    const refused = await abel.text("/en/office/audit?kind=refused");
    expect(refused).toContain("list-people");
    expect(refused).not.toContain("invite-person");
    expect(await abel.text("/en/office/audit?kind=refused&fromOn=2020-01-01&untilOn=2020-01-02")).toContain(
      "Nothing was done",
    );
  });

  test("tells of reading a person's record, with the id of the request", async () => {
    const path = await personPath("Ana");
    const id = (await abel.get(path)).headers.get("x-request-id");
    const page = await abel.text(`/en/office/audit?kind=read&subject=person:${ana.personId}`);
    expect(page).toContain("person-record");
    expect(page).toContain(id);
  });

  test("is taken out as CSV by a form, not by a link, with the filter of the page", async () => {
    const file = await abel.send("/en/office/audit?kind=refused", "export");
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain('attachment; filename="evenspan-audit-2026-01-0');
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines[0]).toMatch(/^at,kind,name,who/);
    expect(lines.slice(1).every((line) => line.includes(",refused,"))).toBe(true);
    expect(await abel.text("/en/office/audit?kind=export")).toContain("export-audit");
    expect((await ana.post("/en/office/audit", { form: "export" })).status).toBe(403);
  });

  test("of one system tells nothing of another", async () => {
    expect(await far.text("/en/office/audit")).not.toContain("invite-person");
  });
});

describe("the organization", () => {
  test("is defined part by part, and changed", async () => {
    const path = "/en/office/organization";
    await abel.send(path, "department", { name: "Cirugía general", facilityId: "rumc" });
    await abel.send(path, "partner", { name: "A block club", email: "club@example.org" });
    await abel.send(path, "group", { name: "One needs assessment", facilityId: "rumc", fromOn: "2020-07-01" });
    const page = await abel.text(path);
    for (const words of ["Cirugía general", "A block club", "One needs assessment", "from July 1, 2020"])
      expect(page).toContain(words);
    await abel.send(path, "partner-a-block-club", { name: "The block club", email: "", endedOn: "2026-01-01" });
    expect(await abel.text(path)).toContain("The work ended on January 1, 2026.");
    expect(page).not.toContain("Members of the collaborative");
  });

  test("that is refused says which field, and keeps what was typed", async () => {
    const fields = { name: "Odd", facilityId: "rumc", fromOn: "2020-01-02", untilOn: "2020-01-01" };
    const answer = await abel.send("/en/office/organization", "group", fields);
    const body = await answer.text();
    expect(answer.status).toBe(422);
    expect(body).toContain('href="#group-untilOn"');
    expect(body).toContain('value="2020-01-02"');
  });

  test("is seen by staff, who are offered no form that they may not send", async () => {
    const page = await ana.text("/en/office/organization");
    expect(page).toContain("RUSH University Medical Center");
    expect(page).not.toContain('id="partner"');
  });
});

describe("another way to sign in", () => {
  const idp = samlIdp();
  const settings = {
    ...{ name: "RUSH login", entryPoint: "https://idp.example.org/sign-in", idpEntityId: idp.entityId },
    ...{ spEntityId: "evenspan", signingKeys: idp.key, signs: "assertion", domains: "example.org" },
  };

  test("by SAML is defined, offered, and lets in whom it vouches for, in the browser that began", async () => {
    const defined = await abel.send("/en/office/providers/new/saml", "provider", settings);
    expect(defined.headers.get("location")).toBe("/en/office/providers");
    await it.person({ name: "Sam", email: "sam@example.org", grants: [{ role: "office-staff" }] });
    const sam = it.browser();
    expect(await sam.text("/en/office/sign-in")).toContain("Sign in with RUSH login");
    const begun = await sam.get("/en/office/sign-in/with/rush-login?to=%2Fes%2Foffice%2Fme");
    const ticket = begun.headers.getSetCookie().find((line) => line.startsWith("evenspan-provider="));
    expect(ticket).toMatch(/HttpOnly; SameSite=None; Max-Age=600; Secure$/);
    const asked = askedFor(begun.headers.get("location")!, it.now());
    const SAMLResponse = Buffer.from(idp.respond(asked, { nameId: "sam@example.org" })).toString("base64");
    const answer = { SAMLResponse, RelayState: asked.relayState };
    const elsewhere = await it
      .browser()
      .post("/sign-in/saml/rush-login", answer, { origin: "https://idp.example.org" });
    expect(elsewhere.status).toBe(401);
    expect(elsewhere.headers.getSetCookie().join()).not.toContain("evenspan=");
    const again = await sam.get("/en/office/sign-in/with/rush-login?to=%2Fes%2Foffice%2Fme");
    const second = askedFor(again.headers.get("location")!, it.now());
    const response = Buffer.from(idp.respond(second, { id: "_second", nameId: "sam@example.org" })).toString("base64");
    const entered = await sam.post(
      "/sign-in/saml/rush-login",
      { SAMLResponse: response, RelayState: second.relayState },
      { origin: "https://idp.example.org" },
    );
    expect(entered.headers.get("location")).toBe("/es/office/me");
    expect(await sam.text("/es/office/me")).toContain("sam@example.org");
  });

  test("is not begun by a link of another site, but by a link of ours", async () => {
    const led = await it.browser().get("/en/office/sign-in/with/rush-login", { "sec-fetch-site": "cross-site" });
    expect(led.status).toBe(200);
    expect(await led.text()).toContain('href="/en/office/sign-in/with/rush-login">Go on and sign in');
    expect(led.headers.getSetCookie().join()).not.toContain("evenspan-provider=");
  });

  test("forgets who someone is there, for a person who was given another account", async () => {
    const path = await personPath("Sam");
    const done = await abel.send(path, "unlink", { provider: "rush-login" });
    expect(done.headers.get("location")).toBe(path);
    expect((await abel.send(path, "unlink", { provider: "rush-login" })).status).toBe(404);
  });

  test("tells the provider what it must know", async () => {
    const answer = await it.browser().get("/sign-in/saml/rush-login");
    expect(answer.headers.get("content-type")).toBe("application/samlmetadata+xml; charset=utf-8");
    expect(await answer.text()).toContain('Location="http://localhost/sign-in/saml/rush-login"');
    expect((await it.browser().get("/sign-in/saml/nobody")).status).toBe(404);
  });

  test("that is wrong says so by its fields, and never gives a secret back", async () => {
    const fields = { name: "X", issuer: "http://login.example.org", clientId: "", clientSecret: "s3cret", domains: "" };
    const answer = await abel.send("/en/office/providers/new/oidc", "provider", fields);
    const body = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ["issuer", "clientId", "domains"]) expect(body).toContain(`href="#provider-${field}"`);
    expect(body).not.toContain("s3cret");
  });

  test("is offered no longer once it was taken away", async () => {
    await abel.send("/en/office/providers", "disable-rush-login");
    expect(await it.browser().text("/en/office/sign-in")).not.toContain("RUSH login");
    expect(await officeBrowser(county.app).text("/en/office/sign-in")).not.toContain("RUSH login");
  });
});

test("looking at pages of one's own refuses nothing unseen: the audit holds no refusal that nobody asked for", async () => {
  const vera = await it.signedIn("Vera", { role: "volunteer" });
  for (const path of ["", "/records", "/search?q=a", "/notices", "/me", `/people/${vera.personId}`, "/design"])
    expect([path, (await vera.get(`/en/office${path}`)).status]).toEqual([path, 200]);
  expect(await abel.text(`/en/office/audit?kind=refused&personId=${vera.personId}`)).toContain("Nothing was done");
});

test("every letter that was written has an address to go to", async () => {
  for (const { body_text } of await lettersOf(database, it.office)) expect(body_text).toContain("{{site}}/e");
});

test("no fault was made by any of it", () => expect([...it.faults, ...county.faults]).toEqual([]));
