import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A server that is kept running until it is stopped. Its process id changes when it is started again. */
export type KeptServer = Readonly<{ pid: () => number; stop: () => Promise<void> }>;

/** More starts than this in a minute mean that something is wrong which starting again will not mend. */
const mostRestarts = 5;

/**
 * Keeps a running server: ends it when this process exits, and starts it again where something else ended it (the
 * kernel, short of memory; a person, by mistake). It does not keep this process alive by itself.
 *
 * @param again starts the server anew; where it cannot, that is a warning of the process, and queries fail
 */
export function keepServer(first: ChildProcess, again: () => Promise<ChildProcess>): KeptServer {
  let server = first;
  let [stopping, restarting] = [false, Promise.resolve()];
  const restarts: number[] = [];
  const signal = () => void server.kill("SIGINT"); // the fast shutdown: ends sessions, writes a checkpoint
  const restart = async (): Promise<void> => {
    if (stopping || restarts.filter((at) => at > Date.now() - 60_000).length >= mostRestarts) return;
    restarts.push(Date.now());
    server = await again();
    watch();
  };
  const watch = () => {
    server.unref();
    server.once("exit", () => {
      restarting = restart().catch((reason: Error) => process.emitWarning(reason));
    });
  };
  process.once("exit", signal);
  watch();
  const stop = async (): Promise<void> => {
    stopping = true;
    process.off("exit", signal);
    await restarting;
    await endServer(server, signal);
  };
  return { pid: () => server.pid!, stop };
}

async function endServer(server: ChildProcess, signal: () => void): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const ended = once(server, "exit");
  signal();
  await ended;
}
