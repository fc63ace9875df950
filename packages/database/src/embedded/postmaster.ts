import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseUnavailable } from "../unavailable.ts";

/** The setting in which a server names the process that started it: it cannot be parted from the server, as a file can. */
export const startedBySetting = "evenspan.started_by";

/** What a running server writes about itself in its cluster's postmaster.pid. */
export type Postmaster = Readonly<{ pid: number; socketFolder: string; ready: boolean }>;

/** Reads a cluster's postmaster.pid; undefined where there is none. The server it names may be long dead. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readText(path.join(cluster, "postmaster.pid"))?.split("\n");
  const pid = Number(lines?.[0]);
  // The lines are: pid, folder, start, port, socket folder, address, shared memory, status.
  return lines && pid > 0 ? { pid, socketFolder: lines[4] ?? "", ready: lines[7]?.trim() === "ready" } : undefined;
}

/**
 * Whose server runs on the cluster: nobody's, one that a living process holds, or an orphan whose starter died.
 *
 * A process counts as the cluster's server only if its own command line says so, because process ids are used again.
 */
export function serverOn(cluster: string): { pid: number; holder: number; orphan: boolean } | undefined {
  const pid = readPostmaster(cluster)?.pid;
  const words = pid === undefined ? [] : (readText(`/proc/${pid}/cmdline`)?.split("\0") ?? []);
  if (pid === undefined || !isAlive(pid) || !words[0]?.endsWith("postgres") || !words.includes(cluster))
    return undefined;
  const starter = words.find((word) => word.startsWith(`${startedBySetting}=`))?.slice(startedBySetting.length + 1);
  if (starter === undefined) return { pid, holder: pid, orphan: false }; // started by hand: not ours to end
  const holder = Number(starter.split(".")[0]);
  return { pid, holder, orphan: processMark(holder) !== starter };
}

/** A process, told apart from any later one that gets the same id: its id and the tick of its start. */
export function processMark(pid: number): string | undefined {
  return isAlive(pid) ? `${pid}.${processFields(pid)?.[19]}` : undefined;
}

/** A zombie is dead: it only waits for its parent to notice. */
const isAlive = (pid: number): boolean => !["Z", "X", undefined].includes(processFields(pid)?.[0]);

/** /proc/<pid>/stat after the program's name, which may itself hold spaces and brackets: state first, start time 20th. */
const processFields = (pid: number): string[] | undefined =>
  readText(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, "")
    .split(" ");

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Ends a server whose starter died: first the fast shutdown, then the immediate one, which costs a recovery at the
 * next start but no committed row.
 */
export async function endOrphan(cluster: string, pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 10],
  ] as const) {
    if (serverOn(cluster)?.pid !== pid) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 1000 && isAlive(pid); waited += 20) await sleep(20);
  }
  if (isAlive(pid))
    throw new DatabaseUnavailable(
      `A Postgres server (process ${pid}) was left over on ${cluster} and does not end. End it, then start again.`,
    );
}
