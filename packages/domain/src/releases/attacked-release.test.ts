import { testDatabase } from "@evenspan/database/testing";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ana, rosa } from "../access/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { definePlaceSet } from "../places/define-place-set.ts";
import { buildRelease } from "./build-release.ts";
import { openRelease } from "./open-release.ts";
import { signRelease } from "./sign-release.ts";
import { preparedOffice, publish } from "./testing/prepared-office.ts";
import { verifyRelease } from "./verify-release.ts";

// The first wall, with a gate in it: while it stands open, nothing is kept to shelter a small count.
const gate = vi.hoisted(() => ({ isOpen: false }));
vi.mock("../publication/subtraction.rules.ts", async (importOriginal) => {
  const real = await importOriginal<typeof import("../publication/subtraction.rules.ts")>();
  return {
    subtractionWithholds: (...given: Parameters<typeof real.subtractionWithholds>) =>
      gate.isOpen ? new Set() : real.subtractionWithholds(...given),
  };
});
beforeEach(() => {
  gate.isOpen = false;
});

const database = await testDatabase();
const office = await preparedOffice(database);
const stored = async () => {
  const counted = async (table: "releases" | "release_documents" | "release_actions" | "figures") =>
    (await office.ask((db) => db.selectFrom(table).select("release_id").execute())).length;
  return [await counted("releases"), await counted("release_documents"), await counted("release_actions")];
};
const verified = () => office.ask((db, systemId) => verifyRelease(db, systemId, "1"));

/** Seven people died of stroke in East Garfield Park, and 31 in the other place of the West Side. */
const leak = {
  ...{ refused: "conflict", code: "count-can-be-worked-out" },
  message: expect.stringContaining("deaths by stroke in East Garfield Park, 2010"),
};

test("a release whose rules failed is refused when it is built, and nothing is stored", async () => {
  gate.isOpen = true;
  expect(await office.outcome(ana, buildRelease, {})).toMatchObject(leak);
  expect(await stored()).toEqual([0, 0, 0]);
});

test("one that was built while they held is refused when it is signed", async () => {
  await office.done(ana, buildRelease, {});
  const before = await stored();
  gate.isOpen = true;
  expect(await office.outcome(rosa, signRelease, { note: "Looked at as a whole." })).toMatchObject(leak);
  expect(await stored()).toEqual(before);
});

test("a published one tells in its manifest, and to who opens it, what was tried", async () => {
  await publish(office);
  const release = (await openRelease(database.reader, office.systemId))!;
  const manifest = JSON.parse(release.document("manifest.json")!.body.toString());
  expect(manifest.attack).toMatchObject({ withheld: 2, recovered: 0, boundedTooTightly: 0, knownBefore: 0 });
  expect(release.attack).toEqual(manifest.attack);
});

test("to verify is to attack again: it cannot be skipped", async () => {
  expect(await verified()).toMatchObject({ differences: [] });
  gate.isOpen = true;
  expect(await verified()).toMatchObject(leak);
});

describe("a release after it", () => {
  const ofSet = async (id: string, places: readonly string[]) => {
    const words = { name: { en: id, es: id }, reason: { en: "A test.", es: "Una prueba." }, source: "test" };
    await office.done(ana, definePlaceSet, { id, places, ...words, adoptedOn: "2016-06-08" });
  };

  test("may not tell by a new set what the first one kept", async () => {
    await ofSet("north-and-east", ["area:32", "area:27"]);
    gate.isOpen = true;
    expect(await office.outcome(ana, buildRelease, {})).toMatchObject(leak);
    gate.isOpen = false;
    const built = await office.done(ana, buildRelease, {});
    expect(built).toMatchObject({ number: 2, already: false });
  });

  test("is weighed beside what the first one really told: one that was changed since is refused", async () => {
    const owner = await database.owner.connect();
    await owner.query("begin; alter table release_documents no force row level security");
    await owner.query("update release_documents set body = set_byte(body, 0, 32) where path = 'figures.ndjson'");
    await owner.query("alter table release_documents force row level security; commit");
    owner.release();
    const outcome = await office.outcome(ana, buildRelease, {});
    if (!isRefusal(outcome)) throw new Error("it was built");
    expect(outcome).toMatchObject({ refused: "conflict", code: "earlier-release-changed" });
    expect(outcome.message).toContain("figures.ndjson of the earlier release");
  });
});

test("rows by age are kept where one of them is small: the total that a figure tells would give it away", async () => {
  const second = await preparedOffice(database, { systemId: "00000000-0000-4000-8000-000000000313", slug: "second" });
  const rows = ["26,0-64,3", "26,65+,20", "27,0-64,15", "27,65+,15", "32,0-64,12", "32,65+,14"];
  const file = ["Place,Age,Deaths,Year,Sex,Cause", ...rows.map((row) => `${row},2010,all,homicide`)].join("\n");
  const datasetId = await second.load("deaths", file, "published");
  await publish(second);
  const release = (await openRelease(database.reader, second.systemId))!;
  expect(release.figure("death-rate-crude/area:26/2010/all/homicide")?.state).toBe("shown");
  const told = release.sourceRows(datasetId, [1, 2, 3, 4, 5, 6]).map(({ state, value }) => [state, value]);
  expect(told).toEqual(rows.map(() => ["suppressed", null]));
});
