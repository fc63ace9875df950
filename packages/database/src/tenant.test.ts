import { sql } from "kysely";
import { expect, test } from "vitest";
import { clientUnder, inTenant } from "./tenant.ts";
import { testDatabase } from "./testing.ts";

const database = await testDatabase();
const rush = "00000000-0000-4000-8000-000000000001";
const other = "00000000-0000-4000-8000-000000000002";

await database.owner.query(`
  create table notes (system_id uuid, note text, primary key (system_id, note));
  alter table notes enable row level security;
  alter table notes force row level security;
  create policy notes_of_system on notes using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
  grant select, insert on notes to evenspan_app`);

const add = (systemId: string, note: string) => sql`insert into notes values (${systemId}, ${note})`;
const notes = sql<{ note: string }>`select note from notes order by note`;
const seenBy = async (systemId: string) =>
  (await inTenant(database.app, systemId, (trx) => notes.execute(trx))).rows.map(({ note }) => note);

test("a tenant sees its own rows and nobody else's", async () => {
  await inTenant(database.app, rush, (trx) => add(rush, "ours").execute(trx));
  expect(await seenBy(rush)).toContain("ours");
  expect(await seenBy(other)).toEqual([]);
});

test("outside of a tenant there are no rows, on a connection that was a tenant's a moment ago too", async () => {
  await inTenant(database.app, rush, (trx) => add(rush, "before").execute(trx));
  expect((await notes.execute(database.app)).rows).toEqual([]);
});

test("a row of another tenant cannot be written", async () => {
  await expect(inTenant(database.app, rush, (trx) => add(other, "theirs").execute(trx))).rejects.toThrow(
    "row-level security",
  );
});

test("work that throws leaves nothing, and the connection serves the next", async () => {
  for (let round = 0; round < 25; round++)
    await expect(
      inTenant(database.app, rush, async (trx) => {
        await add(rush, "thrown").execute(trx);
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
  expect(await seenBy(rush)).not.toContain("thrown");
});

test("a query that fails leaves nothing", async () => {
  await expect(
    inTenant(database.app, rush, async (trx) => {
      await add(rush, "failed").execute(trx);
      await sql`select 1 / 0`.execute(trx);
    }),
  ).rejects.toThrow("division by zero");
  expect(await seenBy(rush)).not.toContain("failed");
});

test("an outcome that undoes is returned and its work is gone", async () => {
  const work = async (trx: Parameters<Parameters<typeof inTenant>[2]>[0]) => {
    await add(rush, "refused").execute(trx);
    return { refused: "conflict" };
  };
  const outcome = await inTenant(database.app, rush, work, { undoWhen: ({ refused }) => refused === "conflict" });
  expect(outcome).toEqual({ refused: "conflict" });
  expect(await seenBy(rush)).not.toContain("refused");
});

test("two queries of a repeatable read agree although someone wrote in between", async () => {
  const count = sql<{ n: number }>`select count(*) as n from notes`;
  await inTenant(
    database.app,
    rush,
    async (trx) => {
      const before = (await count.execute(trx)).rows;
      await inTenant(database.app, rush, (theirs) => add(rush, "in between").execute(theirs));
      expect((await count.execute(trx)).rows).toEqual(before);
    },
    { isolation: "repeatable read" },
  );
});

test("a system id that is not a UUID is a bug, not SQL", async () => {
  await expect(inTenant(database.app, "x'; drop table notes; --", async () => 1)).rejects.toThrow(TypeError);
});

test("a transaction's connection is the one that carries the tenant", async () => {
  const setting = await inTenant(database.app, rush, async (trx) =>
    clientUnder(trx).query("select current_setting('evenspan.system') as system, current_user as role"),
  );
  expect(setting.rows).toEqual([{ system: rush, role: "evenspan_app" }]);
});
