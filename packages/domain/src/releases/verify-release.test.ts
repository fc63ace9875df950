import { testDatabase } from "@evenspan/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { ana } from "../access/testing.ts";
import { decideDoubt } from "../datasets/decide-doubt.ts";
import { canonicalJson, sha256 } from "../kernel/canonical.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { buildRelease } from "./build-release.ts";
import { gapOf2010, preparedOffice, publish } from "./testing/prepared-office.ts";
import { type Verification, verifyRelease } from "./verify-release.ts";

const database = await testDatabase();
const office = await preparedOffice(database);
const { releaseId } = await publish(office);

async function verified(name?: string): Promise<Verification> {
  const outcome = await office.ask((db, systemId) => verifyRelease(db, systemId, name));
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

/** Changes a table as only its owner can, who must first lift the row-level security that binds the owner too. */
async function tamper(table: string, change: string, ...values: unknown[]): Promise<void> {
  const owner = await database.owner.connect();
  try {
    await owner.query(`begin; alter table ${table} no force row level security`);
    const { rowCount } = await owner.query(change, values);
    if (rowCount !== 1) throw new Error(`${rowCount} rows of ${table} were changed`);
    await owner.query(`alter table ${table} force row level security; commit`);
  } finally {
    owner.release();
  }
}

let whole: Verification;
beforeAll(async () => {
  whole = await verified();
});

test("a release is made again from its stored inputs, equal to the last byte", async () => {
  expect(whole).toMatchObject({ releaseId, number: 1, datasets: 3, differences: [] });
  const stored = await office.ask((db) => db.selectFrom("release_documents").select(["path", "body"]).execute());
  expect(whole.documents).toBe(stored.length);
  expect(whole.bytes).toBe(stored.reduce((sum, { body }) => sum + body.length, 0));
});

test("it still verifies after something else was loaded, decided and built: its inputs are named, not newest", async () => {
  await office.load("people", "Place,Year,Age,Sex,People\n26,2010,0-64,all,1\n26,2010,65+,all,1\n");
  const reason = "The City was asked, and stands by its estimate.";
  const dunning = { datasetId: office.datasets.published, observation: 3, decision: "publish", reason };
  await office.done(ana, decideDoubt, dunning);
  expect(await office.done(ana, buildRelease, {})).toMatchObject({ number: 2, already: false });
  expect(await verified("1")).toEqual(whole);
  expect(await verified("2")).toMatchObject({ number: 2, datasets: 4, differences: [] });
});

test("a release that is not there is refused, not proved", async () => {
  expect(await office.ask((db, systemId) => verifyRelease(db, systemId, "7"))).toMatchObject({ refused: "not-found" });
});

test("a release that an older program made says so before its differences", async () => {
  const manifest = await office.ask((db) =>
    db.selectFrom("release_documents").where("path", "=", "manifest.json").select("body").executeTakeFirstOrThrow(),
  );
  const older = canonicalJson({
    ...JSON.parse(manifest.body.toString()),
    indicators: [{ key: "population", version: 0 }],
  });
  const olderId = sha256(older);
  await office.ask(async (db, systemId) => {
    const release = { system_id: systemId, release_id: olderId };
    await db
      .insertInto("releases")
      .values({ ...release, number: 99 })
      .execute();
    const file = { path: "manifest.json", media_type: "application/json", sha256: olderId, body: Buffer.from(older) };
    await db
      .insertInto("release_documents")
      .values({ ...release, ...file })
      .execute();
  });
  const { differences } = await verified("99");
  expect(differences[0]).toBe("It was made by what this program no longer has: population 0.");
});

describe("a change by someone who owns the database", () => {
  const document = "update release_documents set body = set_byte(body, $2, get_byte(body, $2) # 1) where path = $1";
  const first = `release_id = '${releaseId}'`;

  test("of an observed value is found, in the rows and in each file that it reaches", async () => {
    const { published } = office.datasets;
    const set = "update observations set value = $1 where dataset_id = $2 and observation_no = 2";
    await tamper("observations", set, 68.7, published);
    const { differences } = await verified("1");
    expect(differences[0]).toBe(`The stored rows of ${published} are not those that were loaded.`);
    for (const file of ["figures.ndjson", "content.json", "data/life-expectancy.csv", `rows/${published}.csv`])
      expect(differences.some((one) => one.startsWith(`${file} differs from byte `))).toBe(true);
    await tamper("observations", set, 68.8, published);
    expect(await verified("1")).toEqual(whole);
  });

  test("of a row that reaches no figure is found by the rows' own fingerprint", async () => {
    const { people } = office.datasets;
    const set = "update observations set line = $1 where dataset_id = $2 and observation_no = 6";
    await tamper("observations", set, 99, people);
    expect((await verified("1")).differences).toEqual([`The stored rows of ${people} are not those that were loaded.`]);
    await tamper("observations", set, 7, people);
  });

  test("of one byte of a file is found, with the byte", async () => {
    await tamper("release_documents", `${document} and ${first}`, "figures.ndjson", 100);
    expect((await verified("1")).differences).toEqual(["figures.ndjson differs from byte 100 on."]);
    await tamper("release_documents", `${document} and ${first}`, "figures.ndjson", 100);
  });

  test("of one byte of the manifest is found, wherever it falls: nothing else is made from such a one", async () => {
    const { body } = await office.ask((db) =>
      db
        .selectFrom("release_documents")
        .where("release_id", "=", releaseId)
        .where("path", "=", "manifest.json")
        .select("body")
        .executeTakeFirstOrThrow(),
    );
    for (const byte of [0, Math.floor(body.length / 2), body.length - 1]) {
      await tamper("release_documents", `${document} and ${first}`, "manifest.json", byte);
      expect(await verified("1")).toMatchObject({
        differences: ["The manifest does not have the hash that names the release."],
      });
      await tamper("release_documents", `${document} and ${first}`, "manifest.json", byte);
    }
  });

  test("that takes a file away, or puts one in, is found", async () => {
    const rename = `update release_documents set path = $2 where path = $1 and ${first}`;
    await tamper("release_documents", rename, "content.json", "other.json");
    expect((await verified("1")).differences).toEqual([
      "content.json is made now and was not stored.",
      "other.json was stored and is not made now.",
    ]);
    await tamper("release_documents", rename, "manifest.json", "manifest-old.json");
    expect((await verified("1")).differences).toEqual(["The manifest is not there."]);
    await tamper("release_documents", rename, "manifest-old.json", "manifest.json");
    await tamper("release_documents", rename, "other.json", "content.json");
  });

  const tableDiffers = (wrong: number) =>
    expect.stringMatching(new RegExp(`^The table of figures does not agree with figures\\.ndjson \\(${wrong} of `));

  test.each([
    ["value", 12.1],
    ["subject", "gap:area:32>area:27"],
    ["indicator", "life-expectancy"],
  ])("of the %s of a figure in the table is found", async (column, changed) => {
    const { [column as "value"]: before } = await office.ask((db) =>
      db
        .selectFrom("figures")
        .where("release_id", "=", releaseId)
        .where("figure_id", "=", gapOf2010)
        .selectAll()
        .executeTakeFirstOrThrow(),
    );
    const set = `update figures set ${column} = $1 where figure_id = $2 and ${first}`;
    await tamper("figures", set, changed, gapOf2010);
    expect((await verified("1")).differences).toEqual([tableDiffers(1)]);
    await tamper("figures", set, before, gapOf2010);
    expect(await verified("1")).toEqual(whole);
  });

  test("of what a figure rests on is found", async () => {
    const set = `update figure_inputs set input_figure_id = $1 where figure_id = $2 and seq = 1 and ${first}`;
    await tamper("figure_inputs", set, "life-expectancy/area:17/2010/all/all", gapOf2010);
    expect((await verified("1")).differences).toEqual([tableDiffers(1)]);
    await tamper("figure_inputs", set, "life-expectancy/area:32/2010/all/all", gapOf2010);
  });

  test("of what is told of a file is found: who published it, what it was called", async () => {
    await tamper(
      "datasets",
      "update datasets set publisher = $1 where dataset_id = $2",
      "Nobody",
      office.datasets.published,
    );
    const { differences } = await verified("1");
    // The manifest that is made again names the content by another hash.
    expect(differences.map((one) => one.replace(/\d+/, "n"))).toEqual([
      "content.json differs from byte n on.",
      "manifest.json differs from byte n on.",
    ]);
  });
});
