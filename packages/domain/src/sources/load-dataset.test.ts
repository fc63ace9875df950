import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { afterAll, expect, test } from "vitest";
import { perform } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { loadDataset } from "./load-dataset.ts";
import { rowsFingerprint } from "./rows-fingerprint.ts";

const database = await testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "evenspan-load-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rush = "00000000-0000-4000-8000-000000000001";
await inTenant(database.app, rush, (db) =>
  db.insertInto("systems").values({ system_id: rush, slug: "rush", name: "RUSH" }).execute(),
);

const load = (content: string, sourceKey: string) => {
  const file = path.join(folder, "file.csv");
  writeFileSync(file, content);
  const actor = { name: "Ana Analyst", role: "analyst" } as const;
  return inTenant(
    database.app,
    rush,
    (db) =>
      perform(
        loadDataset,
        { db, systemId: rush, actor, now: new Date("2025-01-02T03:04:05Z") },
        { sourceKey, path: file },
      ),
    { undoWhen: isRefusal },
  );
};

const people = `Place,Year,Age,Sex,People
26,2010,0-64,all,100
26,2010,65+,all,20
32,2010,0-64,all,300
32,2010,65+,all,"1,040"
`;

test("a file of people becomes a dataset, whose rows can be read and hash to its fingerprint", async () => {
  const loaded = await load(people, "people");
  expect(loaded).toMatchObject({ already: false, rowsRead: 4, rowsKept: 4, doubtful: 0 });
  if (isRefusal(loaded)) throw new Error(loaded.message);
  const rows = await inTenant(database.app, rush, (db) => db.selectFrom("observations").selectAll().execute());
  expect(rows.map(({ place_id, age_from, value, line }) => [place_id, age_from, value, line])).toContainEqual([
    "area:32",
    65,
    1040,
    5,
  ]);
  const again = await inTenant(database.app, rush, (db) => rowsFingerprint(db, rush, loaded.datasetId));
  expect(again).toBe(loaded.rowsFingerprint);
  expect(await load(people, "people")).toEqual({ ...loaded, already: true });
});
