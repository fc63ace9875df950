import { expect, test } from "vitest";
import { testDatabase } from "./testing.ts";

const database = await testDatabase();

test("a test database is migrated and its roles are not superusers", async () => {
  for (const pool of Object.values(database.pools)) {
    const { rows } = await pool.query(
      "select rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user",
    );
    expect(rows).toEqual([{ strong: false }]);
  }
  const { rows } = await database.owner.query("select count(*) > 0 as some from evenspan_migrations");
  expect(rows).toEqual([{ some: true }]);
});
