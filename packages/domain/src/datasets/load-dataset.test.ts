import { appendFileSync } from "node:fs";
import { inTenant } from "@evenspan/database/tenant";
import { describe, expect, test } from "vitest";
import { actorWith } from "../kernel/actor.ts";
import { perform } from "../kernel/command.ts";
import { peopleSource } from "../sources/people.source.ts";
import { loadDataset } from "./load-dataset.ts";
import { loadFile } from "./load-file.ts";
import { rowsFingerprint } from "./rows-fingerprint.ts";
import { loaded, loading, otherSystemId, refused } from "./testing/loading.ts";

const { database, systemId, within, write, load, counts } = await loading();

const people = `Place,Year,Age,Sex,People
26,2010,0-64,all,100
26,2010,65+,all,20
Loop,2010,0-64,all,300
32,2010,65+,all,"1,040"
`;

describe("a file that is good", () => {
  test("is one dataset, with what was read and by whom", async () => {
    const it = loaded(await load(people, { sourceKey: "people", fileName: "people-2010.csv" }));
    expect(it).toMatchObject({ already: false, origin: "office", rowsRead: 4, rowsKept: 4, doubtful: 0 });
    expect(it.datasetId).toBe(`people-${it.fingerprint.slice(0, 12)}`);
    const row = await within(({ db }) => db.selectFrom("datasets").selectAll().executeTakeFirstOrThrow());
    expect(row).toMatchObject({
      dataset_id: it.datasetId,
      file_name: "people-2010.csv",
      byte_size: Buffer.byteLength(people),
      loaded_by: "Ana Analyst",
      loaded_at: new Date("2025-01-02T03:04:05Z"),
    });
  });

  test("gives its rows in order, each with its line", async () => {
    const rows = await within(({ db }) =>
      db
        .selectFrom("observations")
        .select(["observation_no", "place_id", "age_from", "age_below", "value", "line"])
        .orderBy("observation_no")
        .execute(),
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      [1, "area:26", 0, 65, 100, 2],
      [2, "area:26", 65, null, 20, 3],
      [3, "area:32", 0, 65, 300, 4],
      [4, "area:32", 65, null, 1040, 5],
    ]);
  });

  test("is there already when it comes again, and nothing is stored", async () => {
    const before = await counts();
    const again = loaded(await load(people, { sourceKey: "people", fileName: "another-name.csv" }));
    expect(again).toMatchObject({ already: true, rowsRead: 4, rowsKept: 4 });
    expect(await counts()).toEqual(before);
  });

  test("is not taken for something else when it comes again as synthetic", async () => {
    const outcome = refused(await load(people, { sourceKey: "people", origin: "synthetic" }));
    expect(outcome).toMatchObject({ refused: "conflict", code: "other-origin" });
  });

  test("is another dataset in another health system, and neither sees the other's", async () => {
    const theirs = loaded(await load(people, { sourceKey: "people" }, otherSystemId));
    expect(theirs.already).toBe(false);
    expect((await counts()).datasets).toBe(1);
  });

  test("read by a source's second version is another dataset", async () => {
    const path = write(people);
    const second = loaded(await within((context) => loadFile(context, { ...peopleSource, version: 2 }, { path })));
    expect(second).toMatchObject({ already: false, datasetId: expect.stringMatching(/^people-[0-9a-f]{12}-v2$/) });
  });

  test("loaded twice in one transaction, with another file between, is one dataset", async () => {
    const [first, second] = [write(`${people}\n`, "one.csv"), write(`${people}\n\n`, "two.csv")];
    const outcomes = await within(async (context) => [
      loaded(await loadFile(context, peopleSource, { path: first })),
      loaded(await loadFile(context, peopleSource, { path: second })),
      loaded(await loadFile(context, peopleSource, { path: first })),
    ]);
    expect(outcomes.map(({ already }) => already)).toEqual([false, false, true]);
    expect(outcomes[0]!.rowsFingerprint).toBe(outcomes[1]!.rowsFingerprint);
  });
});

describe("two people who load the same file at the same time", () => {
  test("get one dataset, and one of them is told that it was there", async () => {
    const path = write(people.replace("2010,0-64,all,100", "2010,0-64,all,101"));
    const one = () => within((context) => perform(loadDataset, context, { sourceKey: "people", path }));
    const outcomes = (await Promise.all([one(), one(), one()])).map(loaded);
    expect(outcomes.map(({ already }) => already).sort()).toEqual([false, true, true]);
    expect(new Set(outcomes.map(({ datasetId }) => datasetId)).size).toBe(1);
  });
});

describe("the fingerprint of the rows", () => {
  const fingerprint = (datasetId: string) => within(({ db }) => rowsFingerprint(db, systemId, datasetId));

  test("is the same when it is made from what is stored", async () => {
    const it = loaded(await load(people, { sourceKey: "people" }));
    expect(await fingerprint(it.datasetId)).toBe(it.rowsFingerprint);
  });

  test("is another when one stored number is changed behind the program's back", async () => {
    const it = loaded(await load(people, { sourceKey: "people" }));
    const owner = await database.owner.connect();
    try {
      await owner.query("begin");
      await owner.query("alter table observations no force row level security");
      const changed = await owner.query(
        "update observations set value = value + 1 where dataset_id = $1 and observation_no = 3 and system_id = $2",
        [it.datasetId, systemId],
      );
      expect(changed.rowCount).toBe(1);
      await owner.query("alter table observations force row level security");
      await owner.query("commit");
    } finally {
      owner.release();
    }
    expect(await fingerprint(it.datasetId)).not.toBe(it.rowsFingerprint);
  });
});

describe("who and what", () => {
  test("a reviewer may not load", async () => {
    const actor = actorWith("Rosa Reviewer", "reviewer");
    const outcome = await inTenant(database.app, systemId, (db) =>
      perform(
        loadDataset,
        { db, systemId, actor, now: new Date(), from: { channel: "command line" } },
        { sourceKey: "people", path: write(people) },
      ),
    );
    expect(refused(outcome)).toMatchObject({ refused: "forbidden", code: "role" });
  });

  test("a source that there is not is told with those that there are", async () => {
    const outcome = refused(await load(people, { sourceKey: "poeple" }));
    expect(outcome).toMatchObject({ refused: "not-found", code: "source" });
    expect(outcome.message).toContain("deaths, death-records, people, published-figures");
  });

  test("a file that is not there, or is a folder, is told by its name", async () => {
    const absent = refused(await load(people, { sourceKey: "people", path: "/nowhere/deaths.csv" }));
    expect(absent.message).toBe("“deaths.csv” cannot be read: there is no such file.");
    const folder = refused(await load(people, { sourceKey: "people", path: import.meta.dirname }));
    expect(folder.message).toBe("“datasets” cannot be read: it is not a file.");
  });

  test("a file that changes while it is read is not stored", async () => {
    const path = write(people.replace("300", "301"));
    const before = await counts();
    let changed = false;
    const meddling = {
      ...peopleSource,
      read: (...args: Parameters<typeof peopleSource.read>) => {
        if (!changed) appendFileSync(path, "\n");
        changed = true;
        peopleSource.read(...args);
      },
    };
    const outcome = refused(await within((context) => loadFile(context, meddling, { path })));
    expect(outcome).toMatchObject({ refused: "conflict", code: "file-changed" });
    expect(await counts()).toEqual(before);
  });

  test("a source with a bug stops the load, and the transaction with it", async () => {
    const path = write(people.replace("300", "302"));
    const before = await counts();
    const wrong = {
      ...peopleSource,
      read: (...[row, out, gazetteer]: Parameters<typeof peopleSource.read>) =>
        peopleSource.read(row, { ...out, observe: (one) => out.observe({ ...one, value: Number.NaN }) }, gazetteer),
    };
    await expect(within((context) => loadFile(context, wrong, { path }))).rejects.toThrow(TypeError);
    expect(await counts()).toEqual(before);
  });
});
