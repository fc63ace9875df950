import { randomUUID } from "node:crypto";
import pg from "pg";
import { parseAddress } from "../address.ts";
import { type Door, embeddedDoor, serverDoor } from "../doors.ts";
import { migrate } from "../migrate.ts";
import { migrationFiles, migrationsFingerprint } from "../migration-files.ts";
import { type OpenDatabase, openPools } from "../pools.ts";
import { ensureRoles } from "../roles.ts";
import { testHost } from "./test-cluster.ts";

/**
 * A new database that is dropped when it is closed, on the server of `DATABASE_URL` or else on the test cluster.
 *
 * @param migrated whether it is a copy of the migrated template (made at the first call), or empty
 */
export async function scratchDatabase(migrated: boolean): Promise<OpenDatabase> {
  const name = `evenspan_test_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await asAdmin(async (admin) => {
    await ensureRoles(admin, !process.env.DATABASE_URL);
    await createDatabase(admin, name, migrated ? await migratedTemplate(admin) : undefined);
  });
  const end = () => asAdmin(async (admin) => void (await admin.query(`drop database ${name} with (force)`)));
  return openPools(doorTo(name), process.env.DATABASE_URL ? "server" : "embedded", `test database ${name}`, end);
}

/** Connections to a database by its name, on the server that this test run uses. */
function doorTo(name?: string): Door {
  if (process.env.DATABASE_URL) {
    const address = parseAddress(process.env.DATABASE_URL);
    if (name) address.pathname = `/${name}`;
    return serverDoor(address.href);
  }
  const host = process.env[testHost];
  if (!host)
    throw new Error("no test server: run the tests from the repository's root, whose configuration starts one");
  return embeddedDoor(host, name ?? "postgres");
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>, name?: string): Promise<T> {
  const admin = new pg.Client(doorTo(name)());
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The template of this set of migrations, made once on a server however many test files ask for it at once. */
async function migratedTemplate(admin: pg.Client): Promise<string> {
  const template = `evenspan_template_${migrationsFingerprint(migrationFiles()).slice(0, 12)}`;
  if (await exists(admin, template)) return template;
  await admin.query("select pg_advisory_lock(8271966)");
  if (!(await exists(admin, template))) await makeTemplate(admin, template);
  await admin.query("select pg_advisory_unlock(8271966)");
  return template;
}

/** It gets its name only when it is whole, so that a half-made one is never copied. */
async function makeTemplate(admin: pg.Client, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await admin.query(`drop database if exists ${draft} with (force)`);
  await createDatabase(admin, draft);
  const owner = new pg.Pool(doorTo(draft)("owner"));
  try {
    await migrate(owner);
  } finally {
    await owner.end();
  }
  await admin.query(`alter database ${draft} rename to ${template}`);
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query("select from pg_database where datname = $1", [name])).rowCount === 1;
}

/** The sort order is the embedded server's on every server, so that a test sees the same rows first on both. */
async function createDatabase(admin: pg.Client, name: string, template?: string): Promise<void> {
  const order = process.env.DATABASE_URL ? "locale_provider libc lc_collate 'C' lc_ctype 'C.UTF-8'" : "";
  const from = template ?? `template0 encoding 'UTF8' ${order}`;
  await admin.query(`create database ${name} owner evenspan_owner strategy wal_log template ${from}`);
}
