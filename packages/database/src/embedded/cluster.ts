import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { DatabaseUnavailable } from "../unavailable.ts";
import { handOver, type Unprivileged } from "./unprivileged.ts";

/**
 * Makes a new cluster in the folder, unless there is one.
 *
 * It is made beside and then renamed, so that a half-made cluster is never found, and of two makers one wins.
 */
export function makeCluster(cluster: string, initdb: string, way: Unprivileged, durable: boolean): void {
  if (existsSync(path.join(cluster, "PG_VERSION"))) return;
  mkdirSync(path.dirname(cluster), { recursive: true, mode: 0o700 });
  const draft = mkdtempSync(`${cluster}.new-`);
  handOver(way, draft, "by itself");
  const [command, ...words] = [...way.prefix, initdb];
  const made = spawnSync(command!, [...words, ...initdbOptions(draft), ...(durable ? [] : ["--no-sync"])], {
    encoding: "utf8",
  });
  try {
    if (made.status !== 0)
      throw new DatabaseUnavailable(
        `The database could not be made in ${cluster}: ${made.error?.message ?? made.stderr.trim()}`,
      );
    renameSync(draft, cluster);
  } catch (reason) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(path.join(cluster, "PG_VERSION"))) throw reason;
  }
}

/** The builtin locale sorts the same on every operating system. Who may open the socket is left to the folder's mode. */
const initdbOptions = (folder: string): string[] => [
  `--pgdata=${folder}`,
  "--username=postgres",
  "--auth=trust",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
];
