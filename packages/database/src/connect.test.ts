import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "./connect.ts";
import { startEmbedded } from "./embedded.ts";
import { roles } from "./roles.ts";
import { testDatabase } from "./testing.ts";

const root = mkdtempSync(path.join(tmpdir(), "evenspan-connect-"));
const bare = await startEmbedded(path.join(root, "bare"), { fsync: "off" });
afterAll(async () => {
  await bare.stop();
  rmSync(root, { recursive: true, force: true });
});

/** The address of a new database on a server that has never seen Evenspan, and of a user with these rights there. */
async function bareAddress(user: string, rights: string): Promise<string> {
  const admin = new pg.Client({ host: bare.host, user: "postgres", database: "postgres" });
  await admin.connect();
  if (user !== "postgres") await admin.query(`create role ${user} login ${rights}`);
  await admin.query(`create database of_${user} owner ${user}`);
  await admin.end();
  return `postgresql://${user}@/of_${user}?host=${bare.host}`;
}

const whoAmI =
  "select current_user::text as role, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as strong";

test("a user who may neither make roles nor become them is told what an administrator must run", async () => {
  const url = await bareAddress("visitor", "");
  await expect(openDatabase({ url })).rejects.toThrow(
    /Ask an administrator to run: create role evenspan_owner nologin/,
  );
});

test("programs that open at once on several databases of one server prepare the roles together", async () => {
  const first = await bareAddress("office", "createrole createdb");
  const urls = [first];
  const admin = new pg.Client({ host: bare.host, user: "office", database: "of_office" });
  await admin.connect();
  for (const name of ["b", "c"]) {
    await admin.query(`create database of_office_${name}`);
    urls.push(first.replace("/of_office?", `/of_office_${name}?`));
  }
  await admin.end();
  const opened = await Promise.all([...urls, ...urls].map((url) => openDatabase({ url })));
  for (const { pools } of opened)
    for (const role of ["owner", "app", "reader"] as const)
      expect((await pools[role].query(whoAmI)).rows).toEqual([{ role: roles[role], strong: false }]);
  await opened[0]!.owner.query("create table made ()");
  for (const database of opened) await database.close();
});

test("a role that could go around row-level security is refused", async () => {
  const url = await bareAddress("careful", "superuser");
  await (await openDatabase({ url })).close();
  const admin = new pg.Client({ connectionString: url.replace("@/", "@localhost/") });
  await admin.connect();
  await admin.query("alter role evenspan_app bypassrls");
  await expect(openDatabase({ url })).rejects.toThrow("evenspan_app can go around row-level security");
  await admin.query("alter role evenspan_app nobypassrls");
  await admin.end();
});

test("an address with options of its own keeps them", async () => {
  const url = `${await bareAddress("picky", "superuser")}&options=-c%20statement_timeout%3D1234`;
  const database = await openDatabase({ url });
  const { rows } = await database.pools.app.query(
    "select current_user::text as role, current_setting('statement_timeout') as most",
  );
  expect(rows).toEqual([{ role: "evenspan_app", most: "1234ms" }]);
  await database.close();
});

test("an address that is none, and a server that does not answer, are told apart", async () => {
  await expect(openDatabase({ url: "mysql://here/there" })).rejects.toThrow("not an address of a PostgreSQL server");
  await expect(openDatabase({ url: "postgresql://a@127.0.0.1:1/b" })).rejects.toThrow(
    "does not answer: connect ECONNREFUSED",
  );
});

test("a data folder opens as the three roles, and a second program joins and leaves", async () => {
  const dataFolder = path.join(root, "data");
  const database = await openDatabase({ dataFolder, join: true });
  const joined = await openDatabase({ dataFolder, join: true });
  expect(database.kind).toBe("embedded");
  expect(database.description).toBe(`embedded Postgres in ${dataFolder}`);
  expect((await joined.pools.app.query("select session_user::text as role")).rows).toEqual([{ role: "evenspan_app" }]);
  await joined.close();
  expect((await database.pools.reader.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await expect(openDatabase({ dataFolder })).rejects.toThrow(`in use by process ${process.pid}`);
  await Promise.all([database.close(), database.close()]);
});

test("a program that closes lets one that joined it end its transaction", async () => {
  const dataFolder = path.join(root, "data");
  const holder = await openDatabase({ dataFolder });
  const guest = await openDatabase({ dataFolder, join: true });
  const client = await guest.pools.app.connect();
  await client.query("begin; create temporary table kept (n int)");
  let closed = false;
  const closing = holder.close().then(() => {
    closed = true;
  });
  await new Promise((soon) => setTimeout(soon, 400));
  expect(closed).toBe(false);
  await client.query("insert into kept values (1)");
  await client.query("commit");
  client.release();
  await closing;
  await guest.close();
});

const database = await testDatabase();

test("every connection keeps UTC and ISO dates, whatever the server is set to", async () => {
  const {
    rows: [{ name }],
  } = await database.owner.query("select current_database() as name");
  await database.owner.query(
    `alter database ${name} set timezone = 'Asia/Tokyo'; alter database ${name} set datestyle = 'SQL'`,
  );
  for (const pool of [database.pools.app, database.pools.reader]) {
    const { rows } = await pool.query(
      "select '2026-07-01 12:00+02'::timestamptz::text as at, '1 day'::interval::text as day",
    );
    expect(rows).toEqual([{ at: "2026-07-01 10:00:00+00", day: "P1D" }]);
  }
});

test("the reader writes nothing, not even what is its own", async () => {
  await expect(database.pools.reader.query("create temporary table mine (n int)")).rejects.toThrow(
    "read-only transaction",
  );
});

test("a pool outlives the loss of its idle connections", async () => {
  await database.pools.app.query("select 1");
  const { rows } = await database.owner.query(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  expect(rows.length).toBeGreaterThan(0);
  await database.pools.app.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()",
  );
  await database.pools.app.query("select pg_terminate_backend(pg_backend_pid())").catch(() => {});
  expect((await sql`select 1 as one`.execute(database.app)).rows).toEqual([{ one: 1 }]);
});
