import { testDatabase } from "@evenspan/database/testing";
import { beforeAll, expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { listRecords } from "./list-records.ts";
import { recordOffice } from "./testing.ts";

const database = await testDatabase();
const office = await recordOffice(database);
const other = await recordOffice(database);
const staff = actorWith("Nadia", "office-staff");
const atRumc = { name: "Rita", personId: null, grants: [{ role: "office-staff", facilityId: "rumc" }] } as const;
const club = { name: "Club", personId: null, grants: [{ role: "partner", partnerId: "block-club" }] } as const;

const list = async (input: object = {}, who: Parameters<typeof office.done>[0] = staff) =>
  office.done(who, listRecords, input);
const titles = async (input: object = {}, who: Parameters<typeof office.done>[0] = staff) =>
  (await list(input, who)).records.map(({ title }) => title.en);

beforeAll(async () => {
  const turn = ["office-staff@*"];
  await office.keep("a", { title: "Ébano fair", facilityId: "rumc", turn, dueOn: "2026-01-09" });
  await office.keep("b", { title: "art class", facilityId: "rumc", state: "approved", turn, dueOn: "2026-01-01" });
  await office.keep("c", { title: "Dance", facilityId: "oak-park", state: "approved", dueOn: "2025-12-01" });
  await office.keep("d", {
    title: "Choir",
    words: "with the block club",
    locks: ["office-staff@*", "partner@partner:block-club"],
  });
  await office.keep("ledger", { kind: "entry", title: "Bus fares", seenBy: ["finance"] });
  await other.keep("z", { title: "Another system's fair", facilityId: "rumc" });
});

test("the newest comes first, and each tells what it is, whose turn, since when, and when it is due", async () => {
  const { records, next, isCut } = await list();
  expect(records.map(({ title }) => title.en)).toEqual(["Choir", "Dance", "art class", "Ébano fair"]);
  expect([next, isCut]).toEqual([null, false]);
  expect(records[3]).toEqual({
    ...{ recordId: "event:a", kind: "event", facilityId: "rumc", title: { en: "Ébano fair", es: "Ébano fair" } },
    ...{ state: "asked", turn: ["office-staff@*"], nextStep: null, dueOn: "2026-01-09", isLate: false },
    ...{ since: expect.any(Date), changedAt: expect.any(Date) },
  });
});

test.each([
  [{ sort: "changed", direction: "up" }, ["Ébano fair", "art class", "Dance", "Choir"]],
  [{ sort: "title" }, ["art class", "Choir", "Dance", "Ébano fair"]],
  [{ sort: "title", direction: "down" }, ["Ébano fair", "Dance", "Choir", "art class"]],
  // Nobody is waited for at Dance and Choir: they have no day any more.
  [{ sort: "due" }, ["art class", "Ébano fair", "Dance", "Choir"]],
  [{ sort: "due", direction: "down" }, ["Ébano fair", "art class", "Choir", "Dance"]],
  [{ state: "approved" }, ["Dance", "art class"]],
  [{ state: "approved", facilityId: "rumc" }, ["art class"]],
  [{ facilityId: "oak-park" }, ["Dance"]],
  [{ isLate: true }, ["art class"]],
  [{ kind: "entry" }, []],
  [{ kind: "nothing-like-it" }, []],
  [{ text: "ebano" }, ["Ébano fair"]],
  [{ text: "classes", facilityId: "rumc" }, ["art class"]],
  [{ text: "fair", state: "approved" }, []],
  [{ text: "' & | !" }, []],
])("asked for %j it lists %j", async (input, wanted) => {
  expect(await titles(input)).toEqual(wanted);
});

test("Rita, of one hospital, sees its records; a partner sees what is locked for the partner; finance sees the ledger", async () => {
  expect(await titles({}, atRumc)).toEqual(["art class", "Ébano fair"]);
  expect(await titles({ facilityId: "oak-park" }, atRumc)).toEqual([]);
  expect(await titles({ text: "dance" }, atRumc)).toEqual([]);
  expect(await titles({}, club)).toEqual(["Choir"]);
  expect(await titles({}, actorWith("Fern", "finance"))).toEqual(["Bus fares"]);
});

test("what there is to choose from, and how many, is what the person sees", async () => {
  const facets = async (input: object, who = staff) => (await list(input, who)).facets;
  expect(await facets({})).toEqual({
    kinds: ["event"],
    states: [],
    facilities: [],
  });
  expect(await facets({ kind: "event", state: "approved" })).toEqual({
    kinds: ["event"],
    states: [
      { value: "approved", count: 2, isMore: false },
      { value: "asked", count: 2, isMore: false },
    ],
    facilities: [
      { value: "oak-park", count: 1, isMore: false },
      { value: "rumc", count: 1, isMore: false },
    ],
  });
  const rita = (await list({ kind: "event" }, atRumc)).facets;
  expect(rita.states.map(({ value, count }) => [value, count])).toEqual([
    ["approved", 1],
    ["asked", 1],
  ]);
  expect(rita.facilities).toEqual([{ value: "rumc", count: 2, isMore: false }]);
});

test("a visitor may not list", async () => {
  expect(await office.outcome(actorWith("Vera"), listRecords, {})).toMatchObject({ refused: "forbidden" });
});

const moment = "2026-01-02T00:00:00.000Z";
test.each([
  ["changed", "x"],
  ["changed", ""],
  ["changed", ["changed", "down", "2026-01-01", "event:a"]],
  ["changed", ["changed", "down", "0000-01-01T00:00:00Z", "event:a"]],
  ["changed", ["changed", "up", moment, "event:a"]],
  ["changed", ["changed", "down", moment, "event:a", 1]],
  ["changed", ["changed", "down", moment, "event:a b"]],
  ["changed", ["changed", "down", moment, { toString: "event:a" }]],
  ["due", ["due", "up", "2026-02-31", "event:a"]],
  ["due", ["due", "up", "-infinity", "event:a"]],
  ["title", ["title", "up", "a\0", "event:a"]],
  ["title", ["changed", "down", moment, "event:a"]],
])("sorted by %s, %j marks no page, and the person is told to begin again", async (sort, parts) => {
  const after = typeof parts === "string" ? parts : Buffer.from(JSON.stringify(parts)).toString("base64url");
  expect(await office.outcome(staff, listRecords, { sort, after })).toMatchObject({ refused: "invalid", code: "page" });
});

test("pages of every order join without a gap or a repeat, and the count of a long list ends at 100", async () => {
  await office.fill(1000);
  for (const [sort, direction] of [
    ["changed", "down"],
    ["changed", "up"],
    ["title", "up"],
    ["title", "down"],
    ["due", "up"],
    ["due", "down"],
  ]) {
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await list({ sort, direction, ...(after && { after }) });
      expect(page.records.length).toBeLessThanOrEqual(50);
      seen.push(...page.records.map(({ recordId }) => recordId));
      after = page.next;
    } while (after);
    expect([sort, direction, seen.length, new Set(seen).size]).toEqual([sort, direction, 1004, 1004]);
  }
  expect((await list({ kind: "walk" })).facets.states).toEqual([{ value: "held", count: 100, isMore: true }]);
});

test("words are found in a long list however rare or common they are, in its order and page by page", async () => {
  expect(await titles({ text: "walk 17" })).toEqual([
    "Walk 179",
    "Walk 178",
    "Walk 177",
    "Walk 176",
    "Walk 175",
    "Walk 174",
    "Walk 173",
    "Walk 172",
    "Walk 171",
    "Walk 170",
    "Walk 17",
  ]);
  expect(await titles({ text: "walk 17", sort: "title" })).toHaveLength(11);
  expect(await titles({ text: "choir" })).toEqual(["Choir"]);
  const first = await list({ text: "walk" });
  expect(first.records.map(({ title }) => title.en).slice(0, 2)).toEqual(["Walk 1000", "Walk 999"]);
  const second = await list({ text: "walk", after: first.next });
  expect(second.records[0]!.title.en).toBe("Walk 950");
});
