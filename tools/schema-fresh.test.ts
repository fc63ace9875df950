import { readCatalog } from "@evenspan/database/catalog/read-catalog";
import { schemaTypes } from "@evenspan/database/catalog/schema-types";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { schemaFaults } from "./schema-fresh.ts";

const { owner } = await testDatabase();

test("types that the migrations would not make any more are stale, and a broken promise is a fault", async () => {
  const before = await readCatalog(owner);
  const types = schemaTypes(before);
  expect(schemaFaults(before, types)).toEqual([]);
  await owner.query(
    "alter table facilities add column beds integer; alter table facilities disable row level security",
  );
  expect(schemaFaults(await readCatalog(owner), types)).toEqual([
    "packages/database/src/schema.ts is not what the migrations make: run npm run schema",
    "row-level security on facilities is not enabled and forced",
  ]);
});
