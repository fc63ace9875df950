import { testDatabase } from "@evenspan/database/testing";
import { preparedOffice } from "@evenspan/domain/releases/testing/prepared-office";
import { expect, test } from "vitest";
import { officeInTest } from "../testing/office-in-test.ts";

const database = await testDatabase();
const it = await officeInTest(database, {}, {}, preparedOffice);
const ana = await it.signedIn("Ana Analyst", { role: "analyst" }, { role: "reviewer" });
const rosa = await it.signedIn("Rosa Reviewer", { role: "reviewer" });
const vera = await it.signedIn("Vera", { role: "volunteer" });

/** Asks for a release as Ana, and waits until it is built. */
async function build(): Promise<string> {
  const asked = await ana.send("/en/office/releases", "build");
  await it.work();
  return asked.headers.get("location")!;
}

test("a release is built by one person, looked at and signed by another, and taken back", async () => {
  const job = await ana.text(await build());
  expect(job).toMatch(/Building a release <span class="state">done/);
  const own = await ana.text("/en/office/releases/1");
  expect(own).toContain("Whoever built a release cannot sign it");
  expect(own).not.toContain('id="sign"');
  expect((await ana.post("/en/office/releases/1", { form: "sign", note: "It is fine." })).status).toBe(403);

  expect(await rosa.text("/en/office")).toMatch(/Release 1<\/a>.*Look at it and sign it/s);
  expect(await rosa.text("/en/office/notices")).toContain("It is your turn");
  const page = await rosa.text("/en/office/releases/1");
  expect(page).toMatch(/<li class="now" aria-current="step"><strong>draft/);
  expect(page).toContain("Ana Analyst built it.");
  const wordless = await rosa.send("/en/office/releases/1", "sign", { note: "" });
  expect(wordless.status).toBe(422);
  expect(await wordless.text()).toContain("Say what you looked at, or why, in a sentence.");
  const signed = await rosa.send("/es/office/releases/1", "sign", { note: "Looked at as a whole." });
  expect(signed.headers.get("location")).toBe("/es/office/releases/1");
  expect(await rosa.text("/es/office/releases/1")).toContain("Está firmada y es pública.");
  expect(await rosa.text("/en/office")).toContain("Nothing waits for you.");
  expect(await rosa.text("/en/office/releases")).toMatch(/Release 1<\/a>.*public/s);

  await rosa.send("/en/office/releases/1", "withdraw", { note: "A number on it was wrong." });
  expect(await rosa.text("/en/office/releases/1")).toMatch(/<li class="now"[^>]*><strong>withdrawn/);
});

test("long work waits, is looked at, and is ended by who asked for it or runs the office; others know nothing of it", async () => {
  const asked = await ana.send("/en/office/releases", "build");
  const path = asked.headers.get("location")!;
  const page = await ana.text(path);
  expect(page).toContain("It is asked for, and begins in a moment.");
  expect(page).toMatch(/<progress max="100" value="0"/);
  expect(page).toContain(`<a class="button" href="${path}">Look again</a>`);
  const other = await it.signedIn("Other Analyst", { role: "analyst" });
  expect((await other.get(path)).status).toBe(404);
  expect(await other.text("/en/office/jobs")).toContain("No long work has been asked for.");
  expect((await rosa.get("/en/office/jobs")).status).toBe(403);
  const ended = await ana.send(path, "end");
  expect(ended.headers.get("location")).toBe(path);
  expect(await ana.text(path)).toMatch(/<span class="state open">ended/);
  expect(await ana.text(path)).not.toContain('id="end"');
  expect(await ana.text("/es/office/jobs")).toContain("terminado antes");
  expect((await ana.get("/en/office/jobs/none")).status).toBe(404);
});

test("a doubtful value is decided with a reason, and what changes by it is told before the next release is signed", async () => {
  const page = await ana.text("/en/office/doubts");
  expect(page).toContain("The value does not lie in its own range.");
  const id = /<form id="(decide-[^"]+)"/.exec(page)![1]!;
  const short = await ana.send("/en/office/doubts", id, { decision: "publish", reason: "ok" });
  expect(short.status).toBe(422);
  expect(await short.text()).toMatch(/name="reason"[^>]*>ok<\/textarea>/);
  await ana.send("/en/office/doubts", id, { decision: "publish", reason: "The City confirmed it by mail." });
  expect(await ana.text("/en/office/doubts")).toContain("<q>The City confirmed it by mail.</q>");
  expect(await vera.get("/en/office/doubts").then(({ status }) => status)).toBe(403);

  await build();
  const first = await rosa.send("/en/office/releases/2", "sign", { note: "Looked at as a whole." });
  expect(first.status).toBe(303);
  const later = /<form id="(decide-[^"]+)"/.exec(await ana.text("/en/office/doubts"))![1]!;
  await ana.send("/en/office/doubts", later, { decision: "withhold", reason: "The City took it back by mail." });
  await build();
  const changed = await rosa.text("/en/office/releases/3");
  expect(changed).toContain("What differs from release 2, which is public now");
  expect(changed).toMatch(/Figures: \d+ changed, 0 new, 0 gone/);
});

test("files of a draft are taken out by who may see it, and that stands in the audit", async () => {
  const file = await rosa.send("/en/office/releases/3", "file-content-json");
  expect(file.headers.get("content-type")).toContain("application/json");
  expect(file.headers.get("content-disposition")).toContain('filename="evenspan-release-3-content.json"');
  expect(file.headers.get("content-security-policy")).toContain("sandbox");
  expect(JSON.parse(await file.text())).toHaveProperty("goals");
  const abel = await it.signedIn("Abel", { role: "administrator" });
  expect(await abel.text("/en/office/audit?kind=export")).toContain("release-file");
  expect((await rosa.get("/en/office/releases/99")).status).toBe(404);
});

test("no fault was made by any of it", () => expect(it.faults).toEqual([]));
