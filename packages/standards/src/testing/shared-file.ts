import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/**
 * For tests: the path of a published file that is kept beside the repository (`../shared/data`, or the folder that
 * EVENSPAN_SHARED names), or null where it is absent. The reason for a skipped test is then printed.
 */
export function sharedFile(path: string): string | null {
  const found = resolve(process.env.EVENSPAN_SHARED ?? resolve(root, "../shared"), "data", path);
  if (existsSync(found)) return found;
  console.info(`Skipped: a test reads the published file data/${path}, which is not beside this repository.`);
  return null;
}
