import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { migrationFiles } from "./migration-files.ts";
import { testDatabase } from "./testing.ts";

const { owner, pools } = await testDatabase({ migrated: false });
const root = mkdtempSync(path.join(tmpdir(), "evenspan-migrations-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = "";
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

beforeEach(async () => {
  folder = mkdtempSync(path.join(root, "set-"));
  await owner.query("drop table if exists evenspan_migrations, areas, notes");
  write("0001_areas.sql", "create table areas (name text); comment on table areas is 'Areas.';");
  write("0002_first_area.sql", "insert into areas values ('West Garfield Park');");
});

test("files are applied once, in order, as the owner", async () => {
  expect(await migrate(owner, folder)).toEqual({ applied: ["0001_areas.sql", "0002_first_area.sql"], total: 2 });
  expect(await migrate(owner, folder)).toEqual({ applied: [], total: 2 });
  write("0003_more.sql", "insert into areas values ('the Loop')");
  expect(await migrate(owner, folder)).toEqual({ applied: ["0003_more.sql"], total: 3 });
  const { rows } = await owner.query(
    "select tableowner, (select count(*) from areas) as areas from pg_tables where tablename = 'areas'",
  );
  expect(rows).toEqual([{ tableowner: "evenspan_owner", areas: 2 }]);
});

test("of three migrators at once, one works and the others find it done", async () => {
  const all = await Promise.all([migrate(owner, folder), migrate(owner, folder), migrate(owner, folder)]);
  expect(all.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 2]);
});

test("an applied file that has changed is refused, and nothing else is applied", async () => {
  await migrate(owner, folder);
  write("0002_first_area.sql", "insert into areas values ('Austin');");
  write("0003_more.sql", "create table notes ()");
  await expect(migrate(owner, folder)).rejects.toThrow("0002_first_area.sql has changed since it was applied");
  const { rows } = await owner.query("select to_regclass('notes') as notes");
  expect(rows).toEqual([{ notes: null }]);
});

test("a database that is ahead of the program is refused", async () => {
  await migrate(owner, folder);
  unlinkSync(path.join(folder, "0002_first_area.sql"));
  await expect(migrate(owner, folder)).rejects.toThrow(
    "0002_first_area.sql, which this version of Evenspan does not know",
  );
});

test("a file that fails says its line, leaves nothing of itself, and can be mended", async () => {
  write("0003_notes.sql", "create table notes (note text);\n\ninsert into notess values ('lost');");
  await expect(migrate(owner, folder)).rejects.toThrow(
    '0003_notes.sql failed at line 3, and nothing of it was kept: relation "notess"',
  );
  write("0003_notes.sql", "create table notes (note text);\n\ninsert into notes values ('kept');");
  expect((await migrate(owner, folder)).applied).toEqual(["0003_notes.sql"]);
});

test("a role other than the owner migrates nothing", async () => {
  await expect(migrate(pools.app, folder)).rejects.toThrow("permission denied for schema public");
});

test.each(["0004_gap.sql", "0003-dashes.sql", "3_short.sql"])("a file named %s is a mistake", (name) => {
  write(name, "");
  expect(() => migrationFiles(folder)).toThrow(`${name} should be number`);
});
