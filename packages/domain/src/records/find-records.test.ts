import { testDatabase } from "@evenspan/database/testing";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { findRecords } from "./find-records.ts";
import { searchQuery } from "./search/search-query.ts";
import { recordOffice } from "./testing.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const other = await recordOffice(database);
const staff = actorWith("Nadia", "office-staff");
const fern = actorWith("Fern", "finance");

const found = async (text: string, who = staff) => {
  const { records, found: count } = await office.done(who, findRecords, { text });
  return { titles: records.map(({ title }) => title.en), count };
};
const titles = async (text: string, who = staff) => (await found(text, who)).titles;

beforeAll(async () => {
  await office.keep("salud", {
    title: { en: "Health fair in Pilsen", es: "Feria de salud en Pilsen" },
    words: "Educación y vacunas para familias",
  });
  await office.keep("garden", { title: "Garden days", words: "A fair for everyone in Garfield Park" });
  await office.keep("fair", { title: "Fair housing talk", words: "San Pío" });
  await office.keep("ledger", { kind: "entry", title: "Fair costs", seenBy: ["finance"] });
  await other.keep("fair", { title: "Another system's fair" });
});

test.each([
  ["health", ["Health fair in Pilsen"]],
  ["ferias de salud", ["Health fair in Pilsen"]],
  ["la feria con salud", ["Health fair in Pilsen"]],
  ["educacion", ["Health fair in Pilsen"]],
  ["EDUCACIÓN", ["Health fair in Pilsen"]],
  ["vacuna", ["Health fair in Pilsen"]],
  ["pio", ["Fair housing talk"]],
  ["gardening", ["Garden days"]],
  ["garf", ["Garden days"]],
  ["health garf", []],
  ['"fair housing"', ["Fair housing talk"]],
  ["fair -housing -health", ["Garden days"]],
  ["pilsen or garfield", ["Garden days", "Health fair in Pilsen"]],
  ["costs", []],
  ["another", []],
  ["", []],
  ["the", []],
  ["'); drop table records; --", []],
  ["a:* | b & !", []],
  ["\0", []],
])("looking for %j, Nadia finds %j", async (text, wanted) => {
  expect(await titles(text)).toEqual(wanted);
});

test("a title that begins with what was typed comes first, then the newest", async () => {
  expect(await titles("fair")).toEqual(["Fair housing talk", "Garden days", "Health fair in Pilsen"]);
});

test("finance finds what is locked for finance, and a person without a role finds nothing out", async () => {
  expect(await titles("fair", fern)).toEqual(["Fair costs"]);
  expect(await office.outcome(actorWith("Vera"), findRecords, { text: "fair" })).toMatchObject({
    refused: "forbidden",
  });
});

test("what does not ask for words sees no row of them, whatever keys it holds", async () => {
  const count = (keys: string[], asked: string) =>
    office.ask(keys, async (db) => {
      await sql`set local evenspan.asked = ${sql.lit(asked)}`.execute(db);
      return (await db.selectFrom("record_words").select("record_id").execute()).length;
    });
  expect(await count(["office-staff@*"], "")).toBe(0);
  expect(await count(["office-staff@*"], "'fair'")).toBe(3);
  expect(await count(["finance@*"], "'fair'")).toBe(1);
  expect(await count([], "'fair'")).toBe(0);
});

test("among many records a rare word is found by the index with the best first, and of a common one the newest", async () => {
  await office.fill(1000);
  expect(await found("housing")).toEqual({ titles: ["Fair housing talk"], count: 1 });
  expect(await found("fair")).toEqual({
    titles: ["Fair housing talk", "Health fair in Pilsen", "Garden days"],
    count: 3,
  });
  const { titles: walks, count } = await found("walk");
  expect([walks.length, count]).toEqual([50, null]);
  // Twenty whose title begins with the word, in the order of titles; then the newest of the others.
  expect(walks.slice(18, 22)).toEqual(["Walk 114", "Walk 115", "Walk 999", "Walk 998"]);
  expect(await found("walk 460")).toEqual({ titles: ["Walk 460"], count: 1 });
});

const stems = { fair: [["fair"], ["fair"]], housing: [["hous"], ["housing"]], de: [["de"], []], a: [[], []] } as const;
test.each([
  ["'fair' & 'housing'", "'fair' & ('housing':* | 'hous')"],
  ["'fair' & 'de'", "'fair':*"],
  ["'de' & 'a'", "'de' & 'a'"],
  ["'a'", "'a'"],
  ["'fair' & !'food'", "'fair' & !'food'"],
  ["'fair' | ( 'a' & 'housing' )", "'fair' | ( 'a' & ('housing' | 'hous') )"],
  ["'fair' <-> 'de' <-> 'housing'", "'fair' <-> 'de' <-> ('housing':* | 'hous')"],
  ["'o''hare'", "'o''hare':*"],
])("%s is looked for as %s", (query, words) => {
  expect(searchQuery({ asTyped: query, folded: query, stems })?.words).toBe(words);
});
