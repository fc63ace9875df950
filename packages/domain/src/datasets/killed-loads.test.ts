import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@evenspan/database/connect";
import { inTenant } from "@evenspan/database/tenant";
import { afterAll, expect, test } from "vitest";
import { rowsFingerprint } from "./rows-fingerprint.ts";

const folder = mkdtempSync(path.join(tmpdir(), "evenspan-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const dataFolder = path.join(folder, "data");
const systemId = "00000000-0000-4000-8000-000000000001";
const rounds = 10;

/** People of 77 areas, 50 years, 3 sexes and 13 bands: 150,150 rows, which take a while to load; others each round. */
function peopleFile(round: number): string {
  const bands = [
    "<1",
    "1-4",
    "5-9",
    "10-14",
    "15-19",
    "20-24",
    "25-34",
    "35-44",
    "45-54",
    "55-64",
    "65-74",
    "75-84",
    "85+",
  ];
  const areas = Array.from({ length: 77 }, (_, index) => index + 1);
  const rows = areas.flatMap((area) =>
    Array.from({ length: 50 }, (_, year) =>
      ["all", "female", "male"]
        .map((sex) => bands.map((band) => `${area},${1920 + year},${band},${sex},${area + year + round}\n`).join(""))
        .join(""),
    ),
  );
  const file = path.join(folder, "people.csv");
  writeFileSync(file, `Place,Year,Age,Sex,People\n${rows.join("")}`);
  return file;
}

/** Starts a process that loads the file; `loading` is fulfilled when it has begun to. */
function startLoad(file: string) {
  const script = path.join(import.meta.dirname, "testing/load-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataFolder, "people", file]);
  const said: string[] = [];
  const ended = once(child, "close");
  const loading = new Promise<void>((done, fail) => {
    child.stdout.on("data", (text: Buffer) => {
      said.push(text.toString());
      if (said.join("").includes("loading")) done();
    });
    child.stderr.on("data", (text: Buffer) => said.push(text.toString()));
    ended.then(() => fail(new Error(`it ended before it loaded: ${said.join("")}`)));
  });
  return { child, ended, loading, said: () => said.join("") };
}

const serverPid = (): number =>
  Number(readFileSync(path.join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

/** What a program sees that opens the database next: each dataset, and whether its rows are all there as they were read. */
async function datasetsAfterwards() {
  const database = await openDatabase({ dataFolder });
  try {
    return await inTenant(database.app, systemId, async (db) => {
      const datasets = await db
        .selectFrom("datasets")
        .select(["dataset_id", "rows_kept", "rows_fingerprint"])
        .execute();
      const observations = await db
        .selectFrom("observations")
        .select(db.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      const whole = await Promise.all(
        datasets.map(async (one) => (await rowsFingerprint(db, systemId, one.dataset_id)) === one.rows_fingerprint),
      );
      return { whole, rows: observations.n, kept: datasets.reduce((sum, { rows_kept }) => sum + rows_kept, 0) };
    });
  } finally {
    await database.close();
  }
}

test("kill -9 during a load, ten times, half of them the server too: the database starts, and no half dataset is there", async () => {
  let interrupted = 0;
  for (let round = 0; round < rounds; round++) {
    const { child, ended, loading, said } = startLoad(peopleFile(round));
    await loading;
    await sleep(40 + 120 * round);
    const server = serverPid();
    if (round % 2 === 1) process.kill(server, "SIGKILL");
    child.kill("SIGKILL");
    await ended;
    if (!said().includes("outcome")) interrupted++;
    const { whole, rows, kept } = await datasetsAfterwards();
    expect(whole.every(Boolean)).toBe(true);
    expect(rows).toBe(kept);
  }
  expect(interrupted).toBeGreaterThanOrEqual(rounds / 2);
  const last = startLoad(peopleFile(rounds));
  await last.ended;
  expect(last.said()).toContain('"rowsKept":150150');
  const { whole, rows, kept } = await datasetsAfterwards();
  expect(whole.at(-1)).toBe(true);
  expect(rows).toBe(kept);
}, 240_000);
