import { testDatabase } from "@evenspan/database/testing";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type Actor, actorWith } from "../kernel/actor.ts";
import { isRefusal } from "../kernel/refusal.ts";
import type { Language } from "../kernel/text.ts";
import { exportRecords } from "./export-records.ts";
import { recordOffice } from "./testing.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const staff = actorWith("Nadia", "office-staff");
let minute = 0;
const occasion = (actor: Actor) => ({
  ...{
    systemId: office.systemId,
    actor,
    now: new Date(Date.UTC(2026, 1, 1, 12, minute++)),
    from: { channel: "web" } as const,
  },
});

const exported = async (wanted: object, actor: Actor = staff, language?: Language): Promise<string[]> => {
  const pieces = await exportRecords(database.app, occasion(actor), wanted, language);
  if (isRefusal(pieces)) throw new Error(pieces.message);
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};
const rows = (pieces: string[]): string[][] => parse(pieces.join(""), { bom: true });
const audited = () =>
  office.ask(["administrator@*"], async (db) => {
    const entries = await db
      .selectFrom("audit_entries")
      .where("kind", "=", "export")
      .orderBy("name")
      .orderBy("at")
      .selectAll()
      .execute();
    return entries.map(({ name, actor, facts }) => [name, actor, facts]);
  });

await office.keep("fair", {
  title: { en: "Fair, “big”", es: "Feria" },
  facilityId: "rumc",
  turn: ["office-staff@*"],
  dueOn: "2026-03-01",
});
for (const [at, title] of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", 'say "hi"\r\nthere'].entries())
  await office.keep(`odd${at}`, { title, state: "closed" });
await office.keep("ledger", { kind: "entry", title: "Bus fares", seenBy: ["finance"] });

test("a list is taken out as it is listed, and nobody's spreadsheet runs what a title says", async () => {
  const [headings, ...lines] = rows(await exported({ sort: "title" }));
  expect(headings!.slice(0, 3)).toEqual(["Id", "Kind", "Title"]);
  expect(lines.map((cells) => cells[2])).toEqual([
    "'\t=1",
    "'+1",
    "'-1",
    "'=1+1",
    "'@SUM(A1)",
    "Fair, “big”",
    'say "hi"\r\nthere',
  ]);
  const fair = lines.find((cells) => cells[0] === "event:fair")!;
  expect(fair.slice(3)).toEqual([
    "rumc",
    "asked",
    expect.stringMatching(/^2026-01-02T/),
    "",
    "2026-03-01",
    "office-staff@*",
    expect.stringMatching(/Z$/),
  ]);
});

test("in Spanish the headings and titles are Spanish, and only what is asked for is in it", async () => {
  const [headings, ...lines] = rows(await exported({ text: "feria", facilityId: "rumc" }, staff, "es"));
  expect(headings!.slice(0, 3)).toEqual(["Id", "Tipo", "Título"]);
  expect(lines.map((cells) => cells[2])).toEqual(["Feria"]);
});

test("it is in the audit, with what the list was narrowed to, how many lines left and whether these were all", async () => {
  expect(await audited()).toEqual([
    ["export-records", "Nadia", { sort: "title" }],
    ["export-records", "Nadia", { sort: "changed", text: "feria", facilityId: "rumc" }],
    ["export-records-sent", "Nadia", { sort: "title", count: 7, isWhole: true }],
    ["export-records-sent", "Nadia", { sort: "changed", text: "feria", facilityId: "rumc", count: 1, isWhole: true }],
  ]);
});

test("each sees their own: finance takes out the ledger, a volunteer nothing at all", async () => {
  expect(rows(await exported({}, actorWith("Fern", "finance"))).map((cells) => cells[2])).toEqual([
    "Title",
    "Bus fares",
  ]);
  const refused = await exportRecords(database.app, occasion(actorWith("Vic", "volunteer")), {});
  expect(refused).toMatchObject({ refused: "forbidden" });
  expect(await exportRecords(database.app, occasion(staff), { sort: "size" })).toMatchObject({ refused: "invalid" });
});

test("a long list comes in pieces, whole, once each, with words or without; and who stops early is in the audit", async () => {
  await office.fill(2100);
  const pieces = await exported({ kind: "walk" });
  expect(pieces.length).toBe(4);
  const ids = rows(pieces)
    .slice(1)
    .map((cells) => cells[0]);
  expect([ids.length, new Set(ids).size]).toEqual([2100, 2100]);
  expect(rows(await exported({ text: "walk 15", sort: "title" }))).toHaveLength(1 + 1 + 10 + 100);
  const begun = await exportRecords(database.app, occasion(staff), { kind: "walk" });
  if (isRefusal(begun)) throw new Error(begun.message);
  for await (const piece of begun) if (piece.includes("walk:")) break;
  expect((await audited()).at(-1)).toEqual([
    "export-records-sent",
    "Nadia",
    { kind: "walk", sort: "changed", count: 0, isWhole: false },
  ]);
});
