import { afterAll } from "vitest";
import type { OpenDatabase } from "./pools.ts";
import { scratchDatabase } from "./testing/scratch-database.ts";

/**
 * Gives a test file a database of its own, copied from a migrated template, and drops it after the file's last test.
 *
 * It is on the server of `DATABASE_URL`, or else on the embedded cluster that the test run started. Tests use it as
 * the server's roles; none of its pools is a superuser. Call it at the top of the file: `const database = await
 * testDatabase()`.
 *
 * @param migrated false for an empty database, in which a test migrates by itself
 */
export async function testDatabase({ migrated = true } = {}): Promise<OpenDatabase> {
  const database = await scratchDatabase(migrated);
  afterAll(database.close);
  return database;
}
