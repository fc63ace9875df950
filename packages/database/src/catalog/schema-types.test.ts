import { expect, test } from "vitest";
import { testDatabase } from "../testing.ts";
import { readCatalog } from "./read-catalog.ts";
import { schemaTypes } from "./schema-types.ts";

const { owner } = await testDatabase({ migrated: false });

const typesOf = async (table: string): Promise<string> => {
  await owner.query(`drop table if exists things; create table things (${table})`);
  return schemaTypes(await readCatalog(owner));
};

test("comments become documentation, and defaults what the writer may leave out", async () => {
  await owner.query("create domain unused as text");
  const types = await typesOf(
    "thing_id bigint generated always as identity primary key, name text not null, made_at timestamptz not null default now(), notes text[]",
  );
  await owner.query(
    "comment on table things is 'All things.\nBright */ beautiful.'; comment on column things.name is 'What it is called.'",
  );
  expect(types).toContain("thing_id: ByDatabase<number>;");
  expect(types).toContain("made_at: ByDefault<Moment>;");
  expect(types).toContain("notes: string[] | null;");
  const documented = schemaTypes(await readCatalog(owner));
  expect(documented).toContain("/** All things. Bright * / beautiful. */\ntype Things = {");
  expect(documented).toContain("  /** What it is called. */\n  name: string;");
});

test("a list of allowed values becomes a union, and a check of two columns does not", async () => {
  const types = await typesOf(
    "state text not null check (state in ('shown', 'not-collected')), side text check (side in ('west')), a text, check (a in ('x', 'y') or state = 'shown')",
  );
  expect(types).toContain('state: "shown" | "not-collected";');
  expect(types).toContain("a: string | null;");
});

test("only what is used is imported", async () => {
  expect(await typesOf("n integer")).not.toContain("import");
});

test("an SQL type that has no TypeScript type is a mistake that is named", async () => {
  await expect(typesOf("place point")).rejects.toThrow("no TypeScript type is set for the SQL type point");
});
