import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { actorWith } from "@evenspan/domain/kernel/actor";
import { type KeptRecord, keepRecord } from "@evenspan/domain/records/keep-record";
import { describe, expect, test } from "vitest";
import { formIn } from "../testing/office-browser.ts";
import { officeInTest } from "../testing/office-in-test.ts";

const database = await testDatabase();
const it = await officeInTest(database);
const county = await officeInTest(database, { systemId: "00000000-0000-4000-8000-000000000313", slug: "county" });
const ana = await it.signedIn("Ana", { role: "analyst" });
const rosa = await it.signedIn("Rosa", { role: "reviewer" });
const vera = await it.signedIn("Vera", { role: "volunteer" });

/** Keeps a record as a command of that system would. */
const keep = ({ office: { systemId }, now }: typeof it, record: Partial<KeptRecord> & Pick<KeptRecord, "recordId">) => {
  const whole = {
    ...{ kind: "doubt", title: "A doubtful value", words: "", state: "open", locks: ["analyst@*", "reviewer@*"] },
    ...{ turn: [], ...record },
  };
  const occasion = { systemId, actor: actorWith("A test", "analyst"), now: now(), from: { channel: "job" } } as const;
  return inTenant(database.app, systemId, (db) => keepRecord({ ...occasion, db }, whole), {
    as: { personId: null, keys: whole.locks },
  });
};
const day = (days: number) => new Date(it.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const decide = { turn: ["analyst@*"], nextStep: "decide-doubt" };

await keep(it, {
  recordId: "doubt:late",
  title: { en: "Dunning 2010", es: "Dunning 2010" },
  ...decide,
  dueOn: day(-3),
});
await keep(it, { recordId: "doubt:soon", title: { en: "Loop <2023>", es: "Loop <2023>" }, ...decide, dueOn: day(4) });
await keep(it, {
  recordId: "release:abc",
  kind: "release",
  title: "Release 7",
  state: "draft",
  turn: ["reviewer@*"],
  nextStep: "sign-release",
});
await keep(it, {
  recordId: "goal:half",
  kind: "goal",
  title: { en: "Halve the gap", es: "Reducir la brecha" },
  state: "adopted",
});
await keep(county, { recordId: "doubt:late", title: "A secret of the county", ...decide });

describe("the worklist", () => {
  test("is the first page, shows what waits for one's keys, the late first, each with its next step", async () => {
    const page = await ana.text("/en/office");
    expect(page).toContain("2 things wait for you. 1 of them is late.");
    const rows = [...page.matchAll(/<li( class="late")?><div class="what"><a href="([^"]+)"/g)].map(
      ([, late, href]) => [late, href],
    );
    expect(rows).toEqual([
      [' class="late"', "/en/office/records/doubt:late"],
      [undefined, "/en/office/records/doubt:soon"],
    ]);
    expect(page).toContain("3 days late");
    expect(page).toMatch(/<a class="button other" href="\/en\/office\/doubts\/late">Decide on it/);
    expect(page).toContain("Loop &lt;2023&gt;");
    expect(page).not.toContain("county");
  });

  test("of a reviewer leads to the release that waits; of someone without a turn it is empty; of someone without a role it says so", async () => {
    expect(await rosa.text("/es/office")).toMatch(/href="\/es\/office\/releases\/abc">Mírela y fírmela/);
    expect(await vera.text("/en/office")).toContain("Nothing waits for you.");
    const nobody = await it.signedIn("Nobody");
    expect(await nobody.text("/en/office")).toContain("You have no role here yet.");
    expect((await nobody.get("/en/office/records")).status).toBe(403);
  });
});

describe("records", () => {
  test("are narrowed and sorted by the address, and the table says by what", async () => {
    const page = await ana.text("/en/office/records?kind=doubt&sort=title&direction=up");
    expect(page).toMatch(/Dunning 2010.*Loop &lt;2023&gt;/s);
    expect(page).not.toContain("Release 7");
    expect(page).toContain('aria-sort="ascending"');
    expect(page).toContain("open (2)");
    const late = await ana.text("/en/office/records?late=yes");
    expect(late).toContain("Dunning 2010");
    expect(late).not.toContain("Halve the gap");
    expect(await ana.text("/en/office/records?text=nothing")).toContain("No record fits what you chose.");
  });

  test("that one may not see are in no list, no search and no file, and have no page", async () => {
    for (const path of ["/en/office/records", "/en/office/search?q=dunning", "/en/office/records?kind=doubt"])
      expect(await vera.text(path)).not.toContain("Dunning");
    expect((await vera.get("/en/office/records/doubt:late")).status).toBe(404);
    expect((await ana.get("/en/office/records/doubt:none")).status).toBe(404);
    expect(await ana.text("/en/office/records/doubt:late")).not.toContain("county");
  });

  test("open with what is to be done, and are talked about; nothing said is markup", async () => {
    const path = "/en/office/records/doubt:late";
    const page = await ana.text(path);
    expect(page).toMatch(/Whose turn: <strong>yours<\/strong>.*href="\/en\/office\/doubts\/late">Decide on it/s);
    expect(await rosa.text(path)).toMatch(/Whose turn: <strong>analyst<\/strong>/);
    const said = await rosa.send(path, "comment", { said: "Look at <b>line 52</b>.\nIt is a misprint." });
    expect(said.headers.get("location")).toBe(path);
    expect(await ana.text(path)).toContain("Look at &lt;b&gt;line 52&lt;/b&gt;.\nIt is a misprint.");
    const empty = await ana.send(path, "comment", { said: "  " });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('href="#comment-said"');
  });

  test("take files, each what its name says, and give them back as they came, to be saved", async () => {
    const path = "/en/office/records/doubt:late";
    const add = async (name: string, bytes: string | Buffer) => {
      const { hidden } = formIn(await ana.text(path), "add-file");
      const data = new FormData();
      for (const [field, value] of Object.entries(hidden)) data.append(field, value);
      data.append("file", new Blob([Buffer.from(bytes)]), name);
      return ana.upload(path, data);
    };
    const added = await add("notes from the City.txt", "Line 52 is a misprint.");
    expect(added.headers.get("location")).toBe(path);
    const page = await ana.text(path);
    expect(page).toMatch(
      /<strong>notes from the City.txt<\/strong>.*22 bytes, text\/plain.*Not looked at for viruses/s,
    );
    const file = await rosa.send(path, "open-file-1");
    expect(await file.text()).toBe("Line 52 is a misprint.");
    expect(file.headers.get("content-disposition")).toContain('attachment; filename="notes from the City.txt"');
    expect(file.headers.get("content-security-policy")).toContain("sandbox");
    for (const [name, bytes] of [
      ["page.html", "<script>alert(1)</script>"],
      ["fake.pdf", "<script>alert(1)</script>"],
      ["empty.txt", ""],
      ["../../etc/passwd", "root"],
    ] as const) {
      const refused = await add(name, bytes);
      expect([name, refused.status]).toEqual([name, 422]);
      expect(await refused.text()).toContain('href="#add-file-file"');
    }
    const large = await add("large.txt", Buffer.alloc(27 * 1024 * 1024, "a"));
    expect(large.status).toBe(413);
    expect((await vera.post(path, { form: "open-file", item: "1" })).status).toBe(403);
  });

  test("are told of by notices, to be read and marked", async () => {
    await rosa.send("/en/office/records/doubt:soon", "comment", { said: "The newspaper has corrected it." });
    expect(await ana.text("/en/office")).toMatch(/href="\/en\/office\/notices">\d+ notices? (is|are) not read yet/);
    const page = await ana.text("/es/office/notices");
    expect(page).toContain("Alguien dijo algo");
    const one = /id="(read-[0-9a-f-]+)"/.exec(page)![1]!;
    await ana.send("/es/office/notices", one);
    expect(await ana.text("/es/office/notices")).not.toContain(`id="${one}"`);
    await ana.send("/es/office/notices", "read-all");
    expect(await ana.text("/es/office/notices")).toContain("Los ha leído todos.");
    expect(await rosa.text("/en/office/notices")).not.toContain("corrected");
  });

  test("are found in English and Spanish, and people beside them for staff alone", async () => {
    expect(await ana.text("/en/office/search?q=brecha")).toContain("Halve the gap");
    expect(await ana.text("/es/office/search?q=gap")).toContain("Reducir la brecha");
    expect(await ana.text("/en/office/search?q=rosa")).toContain("rosa@example.org");
    expect(await vera.text("/en/office/search?q=rosa")).not.toContain("rosa@example.org");
    const odd = await ana.text(`/en/office/search?q=${encodeURIComponent('"><b>x')}`);
    expect(odd).toContain("&quot;&gt;&lt;b&gt;x");
  });

  test("are saved as a view under a name, found again, and let go", async () => {
    const path = "/en/office/records?kind=doubt&late=yes";
    const saved = await ana.send(path, "save-view", { view: "What is late" });
    expect(saved.headers.get("location")).toBe("/en/office/records?kind=doubt&late=yes");
    const page = await ana.text("/en/office/records");
    expect(page).toContain('<a href="/en/office/records?kind=doubt&amp;late=yes">What is late</a>');
    expect(await rosa.text("/en/office/records")).not.toContain("What is late");
    const id = /id="(drop-view-[^"]+)"/.exec(page)![1]!;
    await ana.send("/en/office/records", id);
    expect(await ana.text("/en/office/records")).not.toContain(">What is late<");
  });

  test("leave as CSV with the rights and the filter of who asks", async () => {
    const file = await ana.send("/es/office/records?kind=doubt", "export");
    expect(file.headers.get("content-disposition")).toContain("evenspan-records-");
    const text = await file.text();
    expect(text).toContain("doubt:late");
    expect(text).not.toMatch(/release:abc|county/);
    expect(await vera.text("/en/office/records")).not.toContain('id="export"');
    expect((await vera.post("/en/office/records", { form: "export" })).status).toBe(403);
  });
});

describe("the pages that explain", () => {
  test.each(["/en/office/design", "/es/office/design", "/en/office/keys", "/es/office/keys"])(
    "%s are there",
    async (path) => {
      const page = await vera.text(path);
      expect(page).toMatch(/<h1>(How it looks|Cómo se ve|Keys|Teclas)<\/h1>/);
      expect(/\bundefined\b|\bNaN\b|\[object/.exec(page)?.[0]).toBeUndefined();
    },
  );
});

test("no fault was made by any of it", () => expect([...it.faults, ...county.faults]).toEqual([]));
