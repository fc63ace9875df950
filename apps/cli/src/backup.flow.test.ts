import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@evenspan/database/connect";
import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import { expect, test, vi } from "vitest";
import { demonstrationSystemId as systemId } from "../../../demo/rush.ts";
import { testProgram } from "./testing/test-program.ts";

// Each step is a program of its own that starts and ends.
vi.setConfig({ testTimeout: 400_000 });

const office = testProgram({});
const elsewhere = testProgram({});
const inFolder = (name: string) => path.join(office.folder, name);

/** Writes one place set after the other, until the database is gone; tells how many it said yes to. */
function writer(db: OpenDatabase) {
  const said = { yes: 0, isDone: false };
  const writing = (async () => {
    try {
      while (!said.isDone) {
        const row = {
          place_set_id: "written",
          version: said.yes + 1,
          name_en: "n",
          name_es: "n",
          reason_en: "r",
          reason_es: "r",
        };
        await inTenant(db.app, systemId, (trx) =>
          trx
            .insertInto("place_sets")
            .values({ system_id: systemId, ...row, source: "s", adopted_on: "2026-01-01" })
            .execute(),
        );
        said.yes++;
      }
    } catch (reason) {
      if (!said.isDone && !/connection|terminat|shut|ECONN|EPIPE/i.test(String(reason))) throw reason;
    }
  })();
  const end = (): Promise<void> => {
    said.isDone = true;
    return writing;
  };
  return { said, end };
}

const join = (dataFolder: string) => openDatabase({ dataFolder, join: true });
const written = (db: OpenDatabase) =>
  inTenant(db.app, systemId, (trx) =>
    trx
      .selectFrom("place_sets")
      .where("place_set_id", "=", "written")
      .select(({ fn }) => [fn.countAll<number>().as("count"), fn.max("version").as("last")])
      .executeTakeFirstOrThrow(),
  );

test("backed up while others write, killed, and put back: everything acknowledged is there", async () => {
  const [, identity, recipient] = /(AGE-SECRET-KEY-1\S+)[\s\S]*(age1\S+)/.exec(
    (await office.evenspan("backup-key")).out,
  )!;
  const keyFile = office.file("key.txt", `# the office's\n${identity}\n`);

  const refused = await office.evenspan("backup", inFolder("none.age"));
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toContain("A backup is always encrypted");

  // One program serves the demonstration and holds the database; another writes.
  const { child: holder } = await office.started();
  const db = await join(office.data);
  const first = writer(db);
  while (first.said.yes < 50) await sleep(5);
  const before = first.said.yes;
  const made = await office.evenspan("backup", inFolder("one.age"), "--for", recipient!);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(first.said.yes).toBeGreaterThan(before);
  expect(statSync(inFolder("one.age")).mode & 0o777).toBe(0o600);

  // A backup that is killed in the middle leaves the file of before as it was.
  const whole = readFileSync(inFolder("one.age"));
  const killed = office.begin("backup", inFolder("one.age"), "--for", recipient!);
  while (!readdirSync(office.folder).some((name) => name.endsWith(".part")) && killed.exitCode === null) await sleep(1);
  killed.kill("SIGKILL");
  await once(killed, "close");
  const isSame = readFileSync(inFolder("one.age")).equals(whole);
  expect(isSame || killed.exitCode === 0).toBe(true);

  // The machine's end: the server and who holds it are killed while others write.
  const acknowledgedBefore = first.said.yes;
  const { rows } = await db.owner.query("select pg_backend_pid() as pid");
  const postmaster = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${rows[0].pid}/status`, "utf8"))![1]);
  holder.kill("SIGKILL");
  process.kill(postmaster, "SIGKILL");
  await first.end();
  await db.close().catch(() => {});
  expect(first.said.yes).toBeGreaterThanOrEqual(acknowledgedBefore);

  const again = await join(office.data);
  const live = await written(again);
  expect(live.count).toBe(live.last);
  expect(live.count).toBeGreaterThanOrEqual(first.said.yes);
  await again.close();
  expect((await office.evenspan("backup", inFolder("two.age"), "--for", recipient!)).code).toBe(0);
  expect((await office.evenspan("check-backup", inFolder("two.age"), "--key", keyFile)).out).toContain("is whole");

  // Put back on another machine, whole, and once only.
  const restored = await elsewhere.evenspan("restore", inFolder("two.age"), "--key", keyFile);
  expect(restored).toMatchObject({ code: 0, err: "" });
  expect(restored.out).toContain("Systems: rush.");
  const there = await join(elsewhere.data);
  expect(await written(there)).toEqual(live);
  await there.close();
  const twice = await elsewhere.evenspan("restore", inFolder("two.age"), "--key", keyFile);
  expect(twice).toMatchObject({ code: 6 });
  expect(twice.err).toContain("There is a system in this database already");
});

test("a flipped byte in the backup is refused in a sentence, and nothing is put back", async () => {
  const damaged = readFileSync(inFolder("two.age"));
  damaged[Math.floor(damaged.length * 0.7)]! ^= 0x20;
  writeFileSync(inFolder("damaged.age"), damaged);
  const { code, err, out } = await office.evenspan(
    "check-backup",
    inFolder("damaged.age"),
    "--key",
    inFolder("key.txt"),
  );
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^The backup is damaged: .* Nothing of it was kept\.\n$/);
  expect(existsSync(inFolder("damaged.age"))).toBe(true);
});
