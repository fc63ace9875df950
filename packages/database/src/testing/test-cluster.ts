import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../embedded.ts";

/** The variable in which the run's embedded cluster tells the test files where its socket is. */
export const testHost = "EVENSPAN_TEST_HOST";

/** Safe only for rows that nobody will miss: a crash may lose them. In return a test file starts at once. */
const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** Starts one embedded cluster for a whole test run, unless the run uses the server of DATABASE_URL. */
export default async function testCluster(): Promise<undefined | (() => Promise<void>)> {
  if (process.env.DATABASE_URL) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-test-"));
  const server = await startEmbedded(folder, forgetful);
  process.env[testHost] = server.host;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
