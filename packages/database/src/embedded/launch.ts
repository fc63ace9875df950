import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import { processMark, readPostmaster, startedBySetting } from "./postmaster.ts";
import type { Unprivileged } from "./unprivileged.ts";

/** Postgres settings by name; they win over ours. */
export type ServerSettings = Readonly<Record<string, string>>;

const ourSettings: ServerSettings = {
  listen_addresses: "", // the bundled OpenSSL is old, and nobody but this program should reach the server
  unix_socket_permissions: "0700",
  timezone: "UTC",
  log_timezone: "UTC",
  log_error_verbosity: "terse", // the detail of an error can hold a value of a row
  shared_buffers: "256MB",
  work_mem: "32MB",
  max_wal_size: "4GB", // a load of millions of rows should not wait for checkpoints
  jit: "off",
};

/** The exit code by which `flock` says that someone else has the lock. */
const held = 75;

/**
 * Under the lock, clear what a killed server left: Postgres itself only looks whether a process with that id exists,
 * and after a kill that may be a zombie, or after a restart of the machine any other program.
 */
const clearAndRun = `[ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$3" ] && rm -f "$1/postmaster.pid"
rm -f "$2"/.s.PGSQL.*
shift 3
exec "$@"`;

/** What is launched: the program, where, how, with which settings. */
export type Launch = Readonly<{ postgres: string; place: DataFolder; way: Unprivileged; settings: ServerSettings }>;

/**
 * Launches the server on its folder.
 *
 * @param stalePid the process id in a postmaster.pid that is known to be stale, or ""
 * @returns the server's process, whose lock on the folder ends with its last child
 */
export function launch({ postgres, place, way, settings }: Launch, stalePid: string): ChildProcess {
  const all = {
    ...ourSettings,
    unix_socket_directories: place.sockets,
    [startedBySetting]: processMark(process.pid),
    ...settings,
  };
  const words = ["--no-fork", "--nonblock", `--conflict-exit-code=${held}`, place.lock]; // the server inherits the lock
  words.push("sh", "-c", clearAndRun, "sh", place.cluster, place.sockets, stalePid);
  words.push(...way.prefix, "setpriv", "--pdeathsig", "INT", postgres, "-D", place.cluster);
  words.push(...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]));
  const log = openSync(place.log, "a", 0o600);
  // Detached, so that Ctrl-C in a terminal reaches us first and running requests can end.
  const server = spawn("flock", words, { stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  return server;
}

/** Waits for a launched server: "ready", "held" where another process has the lock, or why the server is not there. */
export async function readyOrEnded(server: ChildProcess, cluster: string): Promise<string> {
  const ended = once(server, "exit").then(
    ([code, signal]) => (code === held ? "held" : `it ended with ${signal ?? code}`),
    (reason: Error) => reason.message,
  );
  for (;;) {
    const outcome = await Promise.race([ended, sleep(10)]);
    if (outcome !== undefined) return outcome;
    const postmaster = readPostmaster(cluster);
    if (postmaster?.ready && postmaster.pid === server.pid) return "ready";
  }
}
