import { roles } from "@evenspan/database/roles";
import { testDatabase } from "@evenspan/database/testing";
import { describe, expect, test } from "vitest";
import { preparedOffice, publish } from "./testing/prepared-office.ts";

const database = await testDatabase();
const office = await preparedOffice(database);
await publish(office);

const { rows: tables } = await database.owner.query<{ name: string; comment: string; column: string }>(
  `select c.relname as name, obj_description(c.oid) as comment, a.attname as column
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
);
const appendOnly = tables.filter(({ comment }) => comment.startsWith("append-only"));
const ofReleases = ["releases", "release_actions", "release_documents", "figures", "figure_inputs"];

/** The code with which the server refuses a statement of a role in the office's transaction; null where it does not. */
async function refusedWith(role: "app" | "reader", statement: string): Promise<string | null> {
  const client = await database.pools[role].connect();
  try {
    // The reader's transactions are read-only by themselves; asking for more must not help it.
    await client.query(`begin read write; set local evenspan.system = '${office.systemId}'`);
    const { rows } = await client.query("select current_user as role");
    expect(rows).toEqual([{ role: roles[role] }]);
    return await client.query(statement).then(
      () => null,
      (reason) => reason.code,
    );
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const denied = "42501";

test("what may only grow is known by its comment: facts, decisions and releases, fourteen tables or more", () => {
  expect(appendOnly.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...["place_sets", "place_set_members", "datasets", "observations", "crosswalk_links", "boundaries", "goals"],
      ...["doubt_decisions", "claims", "front_pages", ...ofReleases],
    ]),
  );
});

describe.each(appendOnly)("the server's role", ({ name, column }) => {
  test(`may add to ${name} and read it, and neither change nor take away`, async () => {
    expect(await refusedWith("app", `select * from ${name} limit 1`)).toBeNull();
    expect(await refusedWith("app", `update ${name} set ${column} = ${column}`)).toBe(denied);
    expect(await refusedWith("app", `delete from ${name}`)).toBe(denied);
    expect(await refusedWith("app", `truncate ${name} cascade`)).toBe(denied);
  });
});

describe.each(tables)("the reader's role", ({ name, column }) => {
  test(`writes nothing into ${name}`, async () => {
    expect(await refusedWith("reader", `insert into ${name} default values`)).toBe(denied);
    expect(await refusedWith("reader", `update ${name} set ${column} = ${column}`)).toBe(denied);
    expect(await refusedWith("reader", `delete from ${name}`)).toBe(denied);
  });
});

test("the reader's role reads releases and names of places and systems, and no working table", async () => {
  const readable: string[] = [];
  for (const { name } of tables)
    if ((await refusedWith("reader", `select * from ${name} limit 1`)) === null) readable.push(name);
  expect(readable).toEqual([...ofReleases, "place_aliases", "places", "systems"].sort());
});

test("without a tenant in the transaction, neither role sees a row of anyone's", async () => {
  for (const { name } of appendOnly) {
    const { rows } = await database.pools.app.query(`select count(*)::int as n from ${name}`);
    expect([name, rows]).toEqual([name, [{ n: 0 }]]);
  }
  for (const name of ofReleases) {
    const { rows } = await database.pools.reader.query(`select count(*)::int as n from ${name}`);
    expect([name, rows]).toEqual([name, [{ n: 0 }]]);
  }
});
