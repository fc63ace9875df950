import { spawnSync } from "node:child_process";
import { lchownSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { DatabaseUnavailable } from "../unavailable.ts";

const nobody = 65534;

/** What to put before a Postgres program so that it may run, and to whom the files it uses must belong, if it matters. */
export type Unprivileged = Readonly<{ prefix: readonly string[]; fileOwner?: number }>;

/** In a user namespace a program sees itself as nobody, while its files are root's, as everything we make is. */
const namespaced: Unprivileged = {
  prefix: ["unshare", "-U", `--map-user=${nobody}`, `--map-group=${nobody}`],
  fileOwner: 0,
};

/** Where user namespaces are not allowed (most containers), it becomes nobody for real and the files must follow. */
const switched: Unprivileged = {
  prefix: ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"],
  fileOwner: nobody,
};

/**
 * How Postgres, which refuses to run as root, can run here.
 *
 * @param program a program that must be runnable that way
 * @throws DatabaseUnavailable where we are root and no way of not being root works.
 */
export function unprivileged(program: string, user = process.getuid?.()): Unprivileged {
  if (user !== 0) return { prefix: [] };
  for (const way of [namespaced, switched]) if (works(way, program)) return way;
  throw new DatabaseUnavailable(
    "Postgres does not run as root, and neither a user namespace (unshare) nor the user nobody (setpriv) can run " +
      `${program} here. Start Evenspan as an ordinary user, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

const works = ({ prefix: [command = "", ...rest] }: Unprivileged, program: string): boolean =>
  spawnSync(command, [...rest, program, "--version"]).status === 0;

/**
 * Gives a folder to whom it must belong (it may have come from elsewhere, with another owner), with all that is in
 * it or by itself.
 */
export function handOver({ fileOwner }: Unprivileged, folder: string, extent: "all in it" | "by itself"): void {
  if (fileOwner === undefined || statSync(folder).uid === fileOwner) return;
  const within = extent === "by itself" ? [] : readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of [...within, "."]) lchownSync(path.join(folder, name), fileOwner, fileOwner);
}
