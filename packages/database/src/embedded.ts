import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeCluster } from "./cluster.ts";
import { postgresPrograms } from "./postgres-programs.ts";
import { endOrphan, processMark, readPostmaster, serverOn, startedBySetting } from "./postmaster.ts";
import { DatabaseUnavailable } from "./unavailable.ts";
import { handOver, type Unprivileged, unprivileged } from "./unprivileged.ts";

/** A running embedded server. Connect with `host` (the folder of its socket), end it with `stop`. */
export type Embedded = Readonly<{ host: string; pid: number; stop: () => Promise<void> }>;

/** Postgres settings by name; they win over ours. */
export type ServerSettings = Readonly<Record<string, string>>;

const ourSettings: ServerSettings = {
  listen_addresses: "", // the bundled OpenSSL is old, and nobody but this program should reach the server
  unix_socket_permissions: "0700",
  timezone: "UTC",
  log_timezone: "UTC",
  shared_buffers: "256MB",
  work_mem: "32MB",
  max_wal_size: "4GB", // a load of millions of rows should not wait for checkpoints
  jit: "off",
};

/** The exit code by which `flock` says that someone else has the lock. */
const held = 75;

/**
 * Starts the embedded Postgres on a data folder, making the folder and the cluster in it if they are new.
 *
 * A real server, in a child process, reachable through one unix socket that only this user can open. It ends with a
 * fast shutdown when `stop` is called, when this process exits, and when it is killed. One process holds a folder:
 * the lock is held by the server itself, so it cannot be stale.
 *
 * @throws DatabaseUnavailable where another process holds the folder, or Postgres cannot run here.
 */
export async function startEmbedded(dataFolder: string, settings: ServerSettings = {}): Promise<Embedded> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const place = placeFor(realpathSync(dataFolder));
  const programs = postgresPrograms();
  const way = unprivileged(programs.postgres);
  makeCluster(place.cluster, programs.initdb, way, settings.fsync !== "off");
  for (const folder of [place.cluster, place.sockets]) handOver(way, folder);
  for (let tries = 0; tries < 100; tries++) {
    const stalePid = await makeRoom(place.cluster);
    const server = launch(programs.postgres, place, way, settings, stalePid);
    const outcome = await readyOrEnded(server, place.cluster);
    if (outcome === "ready") return embedded(server, place.sockets);
    if (outcome !== held)
      throw new DatabaseUnavailable(`Postgres did not start on ${place.cluster}: ${lastLines(place.log)}`);
    await sleep(100); // the holder is only just starting, or its last processes are ending
  }
  throw new DatabaseUnavailable(
    `The database in ${dataFolder} is being started or ended by another process. Try again.`,
  );
}

/**
 * The socket folder of the server that another process runs on this data folder, for a second program that wants
 * to use it while it lasts; undefined where none runs.
 */
export function runningEmbedded(dataFolder: string): string | undefined {
  const cluster = path.join(path.resolve(dataFolder), "postgres");
  const [postmaster, server] = [readPostmaster(cluster), serverOn(cluster)];
  return postmaster?.ready && server && !server.orphan ? postmaster.socketFolder : undefined;
}

type Place = Readonly<{ cluster: string; lock: string; log: string; sockets: string }>;

function placeFor(folder: string): Place {
  const near = path.join(folder, "socket");
  // A socket's whole path must fit in 108 bytes, and Postgres adds 14 to the folder's.
  const far = path.join(tmpdir(), `evenspan-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`);
  const sockets = Buffer.byteLength(near) <= 90 ? near : far;
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  const mine = process.getuid?.();
  if (mine !== 0 && statSync(sockets).uid !== mine)
    throw new DatabaseUnavailable(`The folder ${sockets} belongs to another user. Set TMPDIR to a folder of your own.`);
  chmodSync(sockets, 0o700);
  return {
    cluster: path.join(folder, "postgres"),
    lock: path.join(folder, "postgres.lock"),
    log: path.join(folder, "postgres.log"),
    sockets,
  };
}

/** Ends an orphan, refuses where someone holds the cluster, and gives the process id of a stale postmaster.pid. */
async function makeRoom(cluster: string): Promise<string> {
  const server = serverOn(cluster);
  if (server && !server.orphan)
    throw new DatabaseUnavailable(
      `The database in ${path.dirname(cluster)} is in use by process ${server.holder}. ` +
        "Only one program can hold it: end that one first, or use another data folder.",
    );
  if (server) await endOrphan(cluster, server.pid);
  return String(readPostmaster(cluster)?.pid ?? "");
}

/**
 * Under the lock, clear what a killed server left: Postgres itself only looks whether a process with that id exists,
 * and after a kill that may be a zombie, or after a restart of the machine any other program.
 */
const clearAndRun = `[ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$3" ] && rm -f "$1/postmaster.pid"
rm -f "$2"/.s.PGSQL.*
shift 3
exec "$@"`;

function launch(
  postgres: string,
  place: Place,
  way: Unprivileged,
  settings: ServerSettings,
  stalePid: string,
): ChildProcess {
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

async function readyOrEnded(server: ChildProcess, cluster: string): Promise<"ready" | number> {
  const ended = once(server, "exit").then(
    ([code]) => (code as number | null) ?? 1,
    () => 1,
  );
  for (;;) {
    const outcome = await Promise.race([ended, sleep(10)]);
    if (outcome !== undefined) return outcome;
    const postmaster = readPostmaster(cluster);
    if (postmaster?.ready && postmaster.pid === server.pid) return "ready";
  }
}

function embedded(server: ChildProcess, host: string): Embedded {
  const signal = () => void server.kill("SIGINT"); // the fast shutdown: ends sessions, writes a checkpoint
  process.once("exit", signal);
  server.unref();
  const stop = async () => {
    process.off("exit", signal);
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.ref();
    const ended = once(server, "exit");
    signal();
    await ended;
  };
  return { host, pid: server.pid!, stop };
}

const lastLines = (log: string): string => readFileSync(log, "utf8").trimEnd().split("\n").slice(-5).join("\n");
