import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { inTenant } from "../tenant.ts";
import { testDatabase } from "../testing.ts";
import { catalogFaults } from "./catalog-faults.ts";
import { readCatalog } from "./read-catalog.ts";
import { schemaTypes } from "./schema-types.ts";

const database = await testDatabase();
const tables = await readCatalog(database.owner);
const rush = "00000000-0000-4000-8000-000000000001";
const other = "00000000-0000-4000-8000-000000000002";

/** The faults that are found once this has been done to the schema, which is then undone. */
async function faultsWith(change: string): Promise<string> {
  const client = await database.owner.connect();
  try {
    await client.query(`begin; ${change}`);
    return catalogFaults(await readCatalog(client)).join("\n");
  } finally {
    await client.query("rollback");
    client.release();
  }
}

test("every table keeps its promises", () => {
  expect(tables.length).toBeGreaterThan(15);
  expect(catalogFaults(tables)).toEqual([]);
});

test("the types are those of the migrated database, on this server too", () => {
  expect(schemaTypes(tables)).toBe(readFileSync(new URL("../schema.ts", import.meta.url), "utf8"));
});

test("no role of ours is a superuser, may evade row-level security, or may make roles or databases", async () => {
  const { rows } = await database.owner.query(
    `select rolname::text as role, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as strong
     from pg_roles where rolname like 'evenspan\\_%' order by 1`,
  );
  expect(rows).toEqual(["evenspan_app", "evenspan_owner", "evenspan_reader"].map((role) => ({ role, strong: false })));
});

/** A system with one facility, as its own app writes it. */
const found = (systemId: string, slug: string) =>
  inTenant(database.app, systemId, async (trx) => {
    await sql`insert into systems (system_id, slug, name) values (${systemId}, ${slug}, ${slug})`.execute(trx);
    await sql`insert into facilities (system_id, facility_id, name, city, source)
              values (${systemId}, 'main', ${slug}, ${slug}, 'test')`.execute(trx);
  });

test("app sees a tenant's rows inside that tenant only, and cannot switch row-level security off", async () => {
  await found(rush, "rush");
  await found(other, "other");
  const facilities = sql<{ name: string }>`select name from facilities`;
  expect((await inTenant(database.app, rush, (trx) => facilities.execute(trx))).rows).toEqual([{ name: "rush" }]);
  expect((await facilities.execute(database.app)).rows).toEqual([]);
  await expect(database.pools.app.query("set row_security = off; select * from facilities")).rejects.toThrow(
    "row-level security",
  );
  await expect(database.pools.app.query("alter table facilities disable row level security")).rejects.toThrow(
    "must be owner",
  );
});

// On a server, the user of DATABASE_URL may become each of the roles, and so can get back out of them.
test.runIf(database.kind === "embedded")("on the embedded server app cannot become another role", async () => {
  for (const role of ["evenspan_owner", "postgres"])
    await expect(database.pools.app.query(`set role ${role}`)).rejects.toThrow("permission denied");
});

test("the owner, too, is held by row-level security", async () => {
  expect((await database.owner.query("select from facilities")).rowCount).toBe(0);
});

test("what is append-only can be neither changed nor deleted by app", async () => {
  const appendOnly = tables.filter(({ comment, app }) => /append-only/.test(comment ?? "") && app.length > 0);
  expect(appendOnly.length).toBeGreaterThan(5);
  for (const { name, columns } of appendOnly)
    for (const statement of [
      `delete from ${name}`,
      `update ${name} set ${columns[0]!.name} = null`,
      `truncate ${name}`,
    ])
      await expect(database.pools.app.query(statement)).rejects.toThrow(`permission denied for table ${name}`);
});

test("reader is denied every table that belongs to no release", async () => {
  const closed = tables.filter(({ reader }) => reader.length === 0).map(({ name }) => name);
  expect(closed).toEqual(expect.arrayContaining(["observations", "datasets", "facilities", "evenspan_migrations"]));
  for (const name of closed)
    await expect(database.pools.reader.query(`select from ${name}`)).rejects.toThrow(
      `permission denied for table ${name}`,
    );
});

const planted: [string, string, string][] = [
  ["a table without a comment", "create table bare (n int)", "bare has no comment"],
  [
    "a tenant table with nothing of what it needs",
    "create table loose (id int primary key, system_id uuid unique); comment on table loose is 'Loose.'",
    "the primary key of loose does not begin with system_id",
  ],
  [
    "row-level security that is not forced",
    "alter table facilities no force row level security",
    "row-level security on facilities is not enabled and forced",
  ],
  [
    "a policy that lets all through",
    "create policy wide on facilities using (true)",
    "the policy wide of facilities does not compare with",
  ],
  [
    "a foreign key between tenants",
    "alter table facilities add unique (city); create table rooms (city text references facilities (city)); comment on table rooms is 'Rooms.'",
    "the foreign key (city) of rooms to facilities does not begin with system_id",
  ],
  [
    "a unique key across tenants",
    "alter table facilities add constraint one_name unique (name)",
    "the unique key (name) of facilities lacks system_id",
  ],
  [
    "a trigger on a tenant table",
    "create trigger t before update on facilities for each row execute function suppress_redundant_updates_trigger()",
    "facilities has a trigger (t)",
  ],
  [
    "an append-only table that can be changed",
    "grant update (state) on observations to evenspan_app",
    "app may UPDATE observations",
  ],
  ["an app that may truncate", "grant truncate on facilities to evenspan_app", "app may TRUNCATE facilities"],
  ["a reader that may write", "grant insert on places to evenspan_reader", "reader may INSERT places"],
  [
    "a reader that sees the office's work",
    "grant select (name) on facilities to evenspan_reader",
    "reader may read facilities",
  ],
  ["rights given to everyone", "grant delete on releases to public", "app may DELETE releases"],
  [
    "a view that evades row-level security",
    "create view seen as select * from facilities; comment on view seen is 'Seen.'",
    "the view seen is not made with (security_invoker = true)",
  ],
];

test.each(planted)("%s is found", async (_, fault, sentence) => {
  expect(await faultsWith(fault)).toContain(sentence);
});
