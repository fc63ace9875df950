import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseHeld, DatabaseUnavailable } from "../unavailable.ts";

/** A server that runs until it is stopped. Its process id changes when it is started again; another's has none here. */
export type KeptServer = Readonly<{ pid: () => number | undefined; stop: () => Promise<void> }>;

/** More starts than this in a minute mean that something is wrong which starting again will not mend. */
const mostRestarts = 5;

/**
 * Keeps a server running: ends it when this process exits, and starts it again where something else ended it (the
 * kernel, short of memory; a person, by mistake). While another process holds the folder it waits, and takes over when
 * that process ends. It does not keep this process alive by itself.
 *
 * @param first the running server, or undefined where another process runs it
 * @param start starts the server; where it cannot, that is a warning of the process, and queries fail
 */
export function keepServer(first: ChildProcess | undefined, start: () => Promise<ChildProcess>): KeptServer {
  let server = first;
  const stopping = new AbortController();
  const starts: number[] = [];
  const signal = () => void server?.kill("SIGINT"); // the fast shutdown: ends sessions, writes a checkpoint
  const startWhenFree = async (): Promise<void> => {
    server = undefined;
    if (starts.filter((at) => at > Date.now() - 60_000).length >= mostRestarts)
      throw new DatabaseUnavailable(`The database server ended ${mostRestarts} times within a minute. It is left off.`);
    server = await whenFree(start, stopping.signal);
    starts.push(Date.now());
    if (server) watch(server);
  };
  const keep = () => startWhenFree().catch((reason: Error) => process.emitWarning(reason));
  const watch = (running: ChildProcess) => {
    running.unref();
    running.once("exit", () => {
      keeping = stopping.signal.aborted ? Promise.resolve() : keep();
    });
  };
  let keeping: Promise<void> = Promise.resolve();
  if (first) watch(first);
  else keeping = keep();
  process.once("exit", signal);
  const stop = async (): Promise<void> => {
    stopping.abort();
    process.off("exit", signal);
    await keeping;
    if (server) await endServer(server, signal);
  };
  return { pid: () => server?.pid, stop };
}

/** Starts the server as soon as no other process holds the folder; undefined where we are stopped before that. */
async function whenFree(start: () => Promise<ChildProcess>, stopping: AbortSignal): Promise<ChildProcess | undefined> {
  while (!stopping.aborted) {
    try {
      return await start();
    } catch (reason) {
      if (!(reason instanceof DatabaseHeld)) throw reason;
    }
    await sleep(300, undefined, { ref: false, signal: stopping }).catch(() => {});
  }
  return undefined;
}

async function endServer(server: ChildProcess, signal: () => void): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const ended = once(server, "exit");
  signal();
  await ended;
}
