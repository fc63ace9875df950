import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { ana } from "../access/testing.ts";
import { buildRelease } from "./build-release.ts";
import { preparedOffice } from "./testing/prepared-office.ts";

/** What a release is by itself: its name and its files, whatever the database, the day and the tenant's id. */
async function built(options: Parameters<typeof preparedOffice>[1]) {
  const office = await preparedOffice(await testDatabase(), options);
  const { releaseId } = await office.done(ana, buildRelease, {});
  const documents = await office.ask((db) =>
    db.selectFrom("release_documents").select(["path", "sha256", "body"]).orderBy("path").execute(),
  );
  return { releaseId, documents, office };
}

const here = await built({ opensAt: "2026-01-02T03:04:05Z" });

test("two offices that load and decide the same, years apart, build the same release to the byte", async () => {
  const there = await built({ opensAt: "2031-07-08T09:10:11Z", systemId: "00000000-0000-4000-8000-0000000004d2" });
  expect(there.releaseId).toBe(here.releaseId);
  expect(there.documents.map(({ path, sha256 }) => [path, sha256])).toEqual(
    here.documents.map(({ path, sha256 }) => [path, sha256]),
  );
});

test("no file of a release tells the day, the tenant's id or who did the work", () => {
  const hidden = ["2026-01-02", "00000000-0000-4000-8000", "Ana Analyst", "Abel Administrator"];
  for (const { path, body } of here.documents)
    for (const word of hidden) expect([path, word, body.includes(word)]).toEqual([path, word, false]);
});

test("the order of loading is part of it: where two files tell the same, the later one is heard", async () => {
  const people = (count: number) => `Place,Year,Age,Sex,People\n8,2010,all,all,${count}\n`;
  const idAfter = async (...counts: number[]) => {
    const office = await preparedOffice(await testDatabase());
    for (const count of counts) await office.load("people", people(count));
    const { releaseId } = await office.done(ana, buildRelease, {});
    const { value } = await office.ask((db) =>
      db
        .selectFrom("figures")
        .where("figure_id", "=", "population/area:8/2010/all/all")
        .select("value")
        .executeTakeFirstOrThrow(),
    );
    return { releaseId, value };
  };
  const [first, second] = [await idAfter(80_000, 80_484), await idAfter(80_484, 80_000)];
  expect([first.value, second.value]).toEqual([80_484, 80_000]);
  expect(first.releaseId).not.toBe(second.releaseId);
});
