import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, expect } from "vitest";
import { clusterIn } from "../embedded/data-folder.ts";
import type { ServerSettings } from "../embedded/launch.ts";
import { postgresPrograms } from "../embedded/postgres-programs.ts";
import { processMark, readPostmaster } from "../embedded/postmaster.ts";
import { unprivileged } from "../embedded/unprivileged.ts";
import { type Embedded, joinEmbedded, startEmbedded } from "../embedded.ts";

const root = mkdtempSync(path.join(tmpdir(), "evenspan-servers-"));
const ours: Embedded[] = [];
/** Processes that are killed after the test. */
export const children: ChildProcess[] = [];
let made = 0;

/** A data folder that is not there yet. */
export const newFolder = () => path.join(root, `data${++made}`);
/** Starts a server that is stopped after the test: without syncing to disk, or (with `{}`) as an office runs it. */
export const start = async (folder: string, settings: ServerSettings = { fsync: "off" }): Promise<Embedded> => {
  const server = await startEmbedded(folder, settings);
  ours.push(server);
  return server;
};

/** Joins the server on a folder, or starts it, until the end of the test. */
export const joined = async (folder: string): Promise<Embedded> => {
  const server = await joinEmbedded(folder, { fsync: "off" });
  ours.unshift(server); // who came last leaves first
  return server;
};

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of ours.splice(0)) await server.stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Asks a server one thing, as its superuser. */
export async function query(host: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host, database: "postgres", user: "postgres" });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another program that starts the server on a folder, says so, and then does the rest of its code. */
export async function otherProgram(
  folder: string,
  rest = "setInterval(() => {}, 1000)",
  before: string[] = [],
  env = {},
) {
  const code = `import { startEmbedded } from "${new URL("../embedded.ts", import.meta.url).href}";
    try { const server = await startEmbedded(${JSON.stringify(folder)}); console.log("server " + server.pid()); ${rest} }
    catch (reason) { console.log("refused " + reason.message); }`;
  const words = [...before, process.execPath, "--import", "tsx", "--input-type=module", "--eval", code];
  const child = spawn(words[0]!, words.slice(1), {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  children.push(child);
  const [said] = (await once(child.stdout!, "data")) as [Buffer];
  const [, word = "", words2 = ""] = /^(\w+) (.*)/.exec(String(said)) ?? [];
  return { child, word, said: words2, server: Number(words2) };
}

/** Waits until a process is gone, and fails where it stays. */
export async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 500 && processMark(pid); tries++) await sleep(20);
  expect(processMark(pid)).toBeUndefined();
}

/** Runs a server on the folder as a killed or foreign program would have left it. */
export async function strayServer(folder: string, startedBy?: string): Promise<ChildProcess> {
  const { postgres } = postgresPrograms();
  const sockets = path.join(folder, "stray");
  mkdirSync(sockets, { recursive: true });
  const words = [...unprivileged(postgres).prefix, postgres, "-D", clusterIn(folder), "-c", "listen_addresses="];
  words.push(
    "-c",
    `unix_socket_directories=${sockets}`,
    ...(startedBy ? ["-c", `evenspan.started_by=${startedBy}`] : []),
  );
  const child = spawn(words[0]!, words.slice(1), { stdio: "ignore" });
  children.push(child);
  while (!readPostmaster(clusterIn(folder))?.ready) await sleep(10);
  return child;
}

/** A folder whose server has been started and stopped. */
export async function stopped(folder: string): Promise<string> {
  await (await start(folder)).stop();
  return folder;
}

/** Runs a query as soon as the server answers again. */
export async function whenBack(host: string, text: string): Promise<Record<string, unknown>[]> {
  for (let tries = 0; ; tries++) {
    const rows = await query(host, text).catch((reason: Error) => reason);
    if (!(rows instanceof Error)) return rows;
    if (tries === 300) throw rows;
    await sleep(20);
  }
}

/** Writes numbers until the connection breaks, and gives the last that was acknowledged. */
export async function writeUntilBroken(host: string, first: number): Promise<number> {
  const client = new pg.Client({ host, database: "postgres", user: "postgres" });
  client.on("error", () => {});
  await client.connect();
  for (let number = first; ; number++)
    try {
      await client.query("insert into written values ($1) on conflict do nothing", [number]);
    } catch {
      return number - 1;
    }
}
