import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrate } from "../migrate.ts";
import { migrationFiles, migrationsFolder } from "../migration-files.ts";
import { inTenant } from "../tenant.ts";
import { testDatabase } from "../testing.ts";
import { backupTables } from "./backup-tables.ts";
import { type Bytes, isIdentity, isRecipient, newBackupKey } from "./encryption.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const database = await testDatabase();
const key = await newBackupKey();
const now = new Date("2026-02-03T04:05:06Z");
const officeKey = Buffer.alloc(32, 7);
const [rush, sinai] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"] as const;
const odd = "a tab\t, a line\nmore, a back\\slash, \\N, “curly”, ñ and 🚋";

for (const [systemId, slug] of [
  [rush, "rush"],
  [sinai, "sinai"],
] as const)
  await inTenant(database.app, systemId, async (trx) => {
    await sql`insert into systems (system_id, slug, name) values (${systemId}, ${slug}, ${odd})`.execute(trx);
    await sql`insert into facilities (system_id, facility_id, name, city, source) values (${systemId}, 'main', ${odd}, 'Chicago', 'test')`.execute(
      trx,
    );
    await sql`insert into records (system_id, record_id, kind, title, state, locks, since, changed_at)
      values (${systemId}, 'event:1', 'event', ${odd}, 'asked', '{keeper,office-staff@*,"a b"}', now(), ${now})`.execute(
      trx,
    );
    await sql`insert into stored_files (system_id, fingerprint, media_type, byte_size, bytes, scan, stored_at)
      values (${systemId}, ${"a".repeat(64)}, 'image/png', 4, ${Buffer.from([0, 255, 10, 92])}, 'clean', now())`.execute(
      trx,
    );
  });

const backup = async () => bytesOf(await writeBackup(database.owner, { recipients: [key.recipient], now, officeKey }));
const bytesOf = async (bytes: Bytes): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
};
async function* inPieces(bytes: Uint8Array, size = 5_000): Bytes {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const empty = () => testDatabase({ migrated: false });
const whole = await backup();

test("what is put back into an empty database is what was there, of every tenant, to the byte", async () => {
  const target = await empty();
  const restored = await restoreBackup(target.owner, inPieces(whole), key.identity);
  expect(restored.header).toMatchObject({ madeAt: now.toISOString(), officeKey: officeKey.toString("base64") });
  expect(restored.header.systems.map(({ slug }) => slug)).toEqual(["rush", "sinai"]);
  expect(restored.rows).toBe(8);
  for (const [systemId, slug] of [
    [rush, "rush"],
    [sinai, "sinai"],
  ] as const) {
    const found = await inTenant(
      target.app,
      systemId,
      (trx) =>
        sql`select slug, facilities.name as facility, title, locks, folded = evenspan_folded(title) as found
          from systems join facilities using (system_id) join records using (system_id)`.execute(trx),
      { as: { personId: null, keys: ["office-staff@*"] } },
    );
    expect(found.rows).toEqual([
      { slug, facility: odd, title: odd, locks: ["keeper", "office-staff@*", "a b"], found: true },
    ]);
  }
});

test("the file tells nothing to who lacks the key, and another key does not open it", async () => {
  expect(whole.includes("rush")).toBe(false);
  const other = await newBackupKey();
  const target = await empty();
  await expect(restoreBackup(target.owner, inPieces(whole), other.identity)).rejects.toThrow(
    "This key does not open the file",
  );
  expect(isRecipient(other.recipient) && isIdentity(other.identity)).toBe(true);
  expect([isRecipient(other.identity), isIdentity(other.recipient), isRecipient(`${other.recipient}x`)]).toEqual([
    false,
    false,
    false,
  ]);
});

test("one flipped bit anywhere, or a missing end, is refused, and the database stays empty", async () => {
  const target = await empty();
  const places = [0, 30, 120, 200, 250, Math.floor(whole.length / 2), whole.length - 40, whole.length - 1];
  for (const place of places) {
    const damaged = Buffer.from(whole);
    damaged[place]! ^= 1;
    await expect(restoreBackup(target.owner, inPieces(damaged), key.identity), `byte ${place}`).rejects.toThrow(
      /does not open|damaged|cut short/,
    );
  }
  for (const length of [0, 100, whole.length - 1, whole.length - 17])
    await expect(restoreBackup(target.owner, inPieces(whole.subarray(0, length)), key.identity)).rejects.toThrow(
      /does not open|damaged|cut short/,
    );
  const { rows } = await target.owner.query("select to_regclass('systems') is not null as made");
  if (rows[0].made) expect((await target.owner.query("select from systems")).rowCount).toBe(0);
  await restoreBackup(target.owner, inPieces(whole), key.identity);
});

test("a database that holds a system already is left alone", async () => {
  await expect(restoreBackup(database.owner, inPieces(whole), key.identity)).rejects.toThrow(
    "There is a system in this database already",
  );
});

test("a backup of an earlier version is put back into tables of its time, which are then brought up to date", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-newer-"));
  cpSync(migrationsFolder, folder, { recursive: true });
  const newest = `${String(migrationFiles().length + 1).padStart(4, "0")}_motto.sql`;
  writeFileSync(path.join(folder, newest), "alter table systems add column motto text not null default 'even';");
  const target = await empty();
  const { header } = await restoreBackup(target.owner, inPieces(whole), key.identity, folder);
  expect(header.migrations).not.toContain(newest);
  expect((await target.owner.query("select slug, motto from systems order by slug")).rows).toEqual([
    { slug: "rush", motto: "even" },
    { slug: "sinai", motto: "even" },
  ]);
  const newer = await bytesOf(await writeBackup(target.owner, { recipients: [key.recipient], now, officeKey }));
  await expect(restoreBackup((await empty()).owner, inPieces(newer), key.identity)).rejects.toThrow(
    `a newer version of Evenspan (${newest})`,
  );
  rmSync(folder, { recursive: true });
});

test("the tables of the first release are brought up to date with what they hold", async () => {
  const old = await empty();
  await migrate(old.owner, migrationsFolder, 1);
  await inTenant(old.app, rush, async (trx) => {
    await sql`insert into systems (system_id, slug, name) values (${rush}, 'rush', ${odd})`.execute(trx);
    await sql`insert into facilities values (${rush}, 'main', 'Main', 'Chicago', 'test')`.execute(trx);
  });
  expect((await migrate(old.owner)).applied).toEqual(
    migrationFiles()
      .slice(1)
      .map(({ name }) => name),
  );
  const { rows } = await inTenant(old.app, rush, (trx) =>
    sql`select slug, kind, systems.name, facility_id from systems join facilities using (system_id)`.execute(trx),
  );
  expect(rows).toEqual([{ slug: "rush", kind: "system", name: odd, facility_id: "main" }]);
});

test("while others write, a backup holds all that was acknowledged before it, and nothing by halves", async () => {
  let [acknowledged, isWriting] = [0, true];
  const writing = (async () => {
    while (isWriting) {
      await inTenant(database.app, rush, async (trx) => {
        for (const half of ["a", "b"])
          await sql`insert into place_sets values (${rush}, ${`set-${half}`}, ${acknowledged + 1}, 'n', 'n', 'r', 'r', 's', '2026-01-01')`.execute(
            trx,
          );
      });
      acknowledged++;
    }
  })();
  while (acknowledged < 20) await sleep(5);
  const before = acknowledged;
  const bytes = await backup();
  isWriting = false;
  await writing;
  expect(acknowledged).toBeGreaterThan(before);
  const target = await empty();
  await restoreBackup(target.owner, inPieces(bytes), key.identity);
  const [halves] = await inTenant(target.app, rush, (trx) =>
    sql<{ a: number; b: number; last: number }>`select count(*) filter (where place_set_id = 'set-a')::int as a,
      count(*) filter (where place_set_id = 'set-b')::int as b, max(version) as last from place_sets`.execute(trx),
  ).then(({ rows }) => rows);
  expect(halves!.a).toBe(halves!.b);
  expect(halves!.last).toBeGreaterThanOrEqual(before);
});

test("every table is backed up, after those that it refers to", async () => {
  const names = (await backupTables(database.owner)).map(({ name }) => name);
  const made = migrationFiles().flatMap(({ name }) => [
    ...readFileSync(`${migrationsFolder}/${name}`, "utf8").matchAll(/^create table (\w+)/gm),
  ]);
  expect([...names].sort()).toEqual(made.map(([, name]) => name).sort());
  expect(names.indexOf("systems")).toBeLessThan(names.indexOf("people"));
  expect(names.indexOf("people")).toBeLessThan(names.indexOf("comments"));
});
