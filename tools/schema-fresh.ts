import { readFileSync, writeFileSync } from "node:fs";
import { catalogFaults } from "@evenspan/database/catalog/catalog-faults";
import { type CatalogTable, readCatalog } from "@evenspan/database/catalog/read-catalog";
import { schemaTypes } from "@evenspan/database/catalog/schema-types";
import { scratchDatabase } from "@evenspan/database/testing/scratch-database";
import testCluster from "@evenspan/database/testing/test-cluster";

const file = "packages/database/src/schema.ts";

/**
 * What is wrong between the migrations and the types made from them: a types file that is not what the migrated
 * database would give now, and tables that break the promises every table keeps.
 */
export function schemaFaults(tables: readonly CatalogTable[], typesNow: string): string[] {
  const stale = schemaTypes(tables) === typesNow ? [] : [`${file} is not what the migrations make: run npm run schema`];
  return [...stale, ...catalogFaults(tables)];
}

/** Migrates a new database, compares, and with `write` makes the types anew. */
export async function schemaFresh({ write = false } = {}): Promise<{ faults: string[]; summary: string }> {
  const end = await testCluster();
  try {
    const database = await scratchDatabase(true);
    const tables = await readCatalog(database.owner);
    await database.close();
    if (write) writeFileSync(file, schemaTypes(tables));
    const faults = schemaFaults(tables, readFileSync(file, "utf8"));
    return { faults, summary: `schema: ${tables.length} tables, ${faults.length} faults` };
  } finally {
    await end?.();
  }
}

if (import.meta.filename === process.argv[1]) {
  const { faults, summary } = await schemaFresh({ write: process.argv.includes("--write") });
  for (const fault of faults) console.error(fault);
  console.log(summary);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
