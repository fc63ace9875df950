import type { ChildProcess } from "node:child_process";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { makeCluster } from "./embedded/cluster.ts";
import { clusterIn, type DataFolder, makeDataFolder } from "./embedded/data-folder.ts";
import { type KeptServer, keepServer } from "./embedded/keep-server.ts";
import { type Launch, launch, readyOrEnded, type ServerSettings } from "./embedded/launch.ts";
import { postgresPrograms } from "./embedded/postgres-programs.ts";
import { endOrphan, readPostmaster, serverOn } from "./embedded/postmaster.ts";
import { handOver, unprivileged } from "./embedded/unprivileged.ts";
import { DatabaseHeld, DatabaseUnavailable } from "./unavailable.ts";

/** A running embedded server. Connect with `host` (the folder of its socket), end it with `stop`. */
export type Embedded = KeptServer & Readonly<{ host: string }>;

/**
 * Starts the embedded Postgres on a data folder, making the folder and the cluster in it if they are new.
 *
 * A real server, in a child process, reachable through one unix socket that only this user can open. It ends with a
 * fast shutdown when `stop` is called, when this process exits, and when it is killed; where it is killed itself, it is
 * started again. One process holds a folder: the lock is held by the server itself, so it cannot be stale.
 *
 * @throws DatabaseUnavailable where another process holds the folder, or Postgres cannot run here.
 */
export async function startEmbedded(dataFolder: string, settings: ServerSettings = {}): Promise<Embedded> {
  const { host, begin } = prepared(dataFolder, settings);
  return { host, ...keepServer(await begin(), begin) };
}

/**
 * Uses the embedded server that another program runs on the folder, and starts it as `startEmbedded` does where none
 * runs, now or once that program ends. `stop` leaves a server alone that is not ours.
 */
export async function joinEmbedded(dataFolder: string, settings: ServerSettings = {}): Promise<Embedded> {
  const { host, begin } = prepared(dataFolder, settings);
  return { host, ...keepServer(await ownServer(dataFolder, begin), begin) };
}

async function ownServer(dataFolder: string, begin: () => Promise<ChildProcess>): Promise<ChildProcess | undefined> {
  for (let tries = 0; ; tries++) {
    if (isRunning(dataFolder)) return undefined;
    try {
      return await begin();
    } catch (reason) {
      if (!(reason instanceof DatabaseHeld) || tries === 100) throw reason;
      await sleep(100); // its holder is only just starting it
    }
  }
}

/** Whether another process, which lives, runs a server on this data folder that answers. */
function isRunning(dataFolder: string): boolean {
  const cluster = clusterIn(realpathSync(dataFolder));
  const server = serverOn(cluster);
  return server !== undefined && !server.orphan && readPostmaster(cluster)?.ready === true;
}

function prepared(dataFolder: string, settings: ServerSettings): { host: string; begin: () => Promise<ChildProcess> } {
  const place = makeDataFolder(dataFolder);
  const { initdb, postgres } = postgresPrograms();
  const way = unprivileged(postgres);
  makeCluster(place.cluster, initdb, way, settings.fsync !== "off");
  handOver(way, place.folder, "by itself");
  for (const folder of [place.cluster, place.sockets]) handOver(way, folder, "all in it");
  return { host: place.sockets, begin: () => begun({ postgres, place, way, settings }) };
}

/** Launches the server until it is ready; where another process is in the way, waits a little for it to go. */
async function begun(what: Launch): Promise<ChildProcess> {
  const { place } = what;
  const logged = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  for (let tries = 0; tries < 100; tries++) {
    const server = launch(what, await makeRoom(place));
    const outcome = await readyOrEnded(server, place.cluster);
    if (outcome === "ready") return server;
    if (outcome !== "held") throw new DatabaseUnavailable(whyNot(place, outcome, logged));
    await sleep(100); // the holder is only just starting, or its last processes are ending
  }
  throw new DatabaseHeld(`The database in ${place.folder} is being started or ended by another process. Try again.`);
}

const whyNot = ({ cluster, log }: DataFolder, outcome: string, logged: number): string =>
  `Postgres did not start on ${cluster}: ${outcome}. ${readFileSync(log).subarray(logged).toString("utf8").trim()}`;

/** Ends an orphan, refuses where someone holds the cluster, and gives the process id of a stale postmaster.pid. */
async function makeRoom({ folder, cluster }: DataFolder): Promise<string> {
  let server = serverOn(cluster);
  // A holder that was killed a moment ago may still be told as alive: it is looked at again before anyone is refused.
  for (let looks = 0; server && !server.orphan && looks < 5; looks++) {
    await sleep(100);
    server = serverOn(cluster);
  }
  if (server && !server.orphan)
    throw new DatabaseHeld(
      `The database in ${folder} is in use by process ${server.holder}. ` +
        "Only one program can hold it: end that one first, or use another data folder.",
    );
  if (server) await endOrphan(cluster, server.pid);
  return String(readPostmaster(cluster)?.pid ?? "");
}
