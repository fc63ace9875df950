import { spawnSync } from "node:child_process";
import { lchownSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { DatabaseUnavailable } from "./unavailable.ts";

const nobody = 65534;

/** What to put before a Postgres program so that it may run, and whether the folders it writes must belong to nobody. */
export type Unprivileged = Readonly<{ prefix: readonly string[]; filesOfNobody: boolean }>;

const plain: Unprivileged = { prefix: [], filesOfNobody: false };

/** In a user namespace a program sees itself as nobody, while every file it makes stays ours: no file changes hands. */
const namespaced: Unprivileged = {
  prefix: ["unshare", "-U", `--map-user=${nobody}`, `--map-group=${nobody}`],
  filesOfNobody: false,
};

/** Where user namespaces are not allowed (most containers), it becomes nobody for real and the files must follow. */
const switched: Unprivileged = {
  prefix: ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"],
  filesOfNobody: true,
};

/**
 * How Postgres, which refuses to run as root, can run here.
 *
 * @param program a program that must be runnable that way
 * @throws DatabaseUnavailable where we are root and no way of not being root works.
 */
export function unprivileged(program: string, user = process.getuid?.()): Unprivileged {
  if (user !== 0) return plain;
  for (const way of [namespaced, switched]) if (works(way, program)) return way;
  throw new DatabaseUnavailable(
    "Postgres does not run as root, and neither a user namespace (unshare) nor the user nobody (setpriv) can run " +
      `${program} here. Start Evenspan as an ordinary user, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

const works = ({ prefix: [command = "", ...rest] }: Unprivileged, program: string): boolean =>
  spawnSync(command, [...rest, program, "--version"]).status === 0;

/** Gives a folder and all in it to nobody, where the way needs that. */
export function handOver(way: Unprivileged, folder: string): void {
  if (!way.filesOfNobody || statSync(folder).uid === nobody) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    lchownSync(path.join(folder, name), nobody, nobody);
  lchownSync(folder, nobody, nobody);
}
