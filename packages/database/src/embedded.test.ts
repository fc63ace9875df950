import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { postgresPrograms } from "./embedded/postgres-programs.ts";
import { processMark, readPostmaster } from "./embedded/postmaster.ts";
import { unprivileged } from "./embedded/unprivileged.ts";
import { type Embedded, runningEmbedded, startEmbedded } from "./embedded.ts";

const root = mkdtempSync(path.join(tmpdir(), "evenspan-embedded-"));
const ours: Embedded[] = [];
const children: ChildProcess[] = [];
let made = 0;

const newFolder = () => path.join(root, `data${++made}`);
const clusterOf = (folder: string) => path.join(folder, "postgres");
const start = async (folder: string): Promise<Embedded> => {
  const server = await startEmbedded(folder);
  ours.push(server);
  return server;
};

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of ours.splice(0)) await server.stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function query(host: string, text: string): Promise<Record<string, unknown>[]> {
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
async function otherProgram(folder: string, rest = "setInterval(() => {}, 1000)", before: string[] = [], env = {}) {
  const code = `import { startEmbedded } from "${new URL("./embedded.ts", import.meta.url).href}";
    try { const server = await startEmbedded(${JSON.stringify(folder)}); console.log("server " + server.pid); ${rest} }
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

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 500 && processMark(pid); tries++) await sleep(20);
  expect(processMark(pid)).toBeUndefined();
}

/** Runs a server on the folder as a killed or foreign program would have left it. */
async function strayServer(folder: string, startedBy?: string): Promise<ChildProcess> {
  const { postgres } = postgresPrograms();
  const sockets = path.join(folder, "stray");
  mkdirSync(sockets, { recursive: true });
  const words = [...unprivileged(postgres).prefix, postgres, "-D", clusterOf(folder), "-c", "listen_addresses="];
  words.push(
    "-c",
    `unix_socket_directories=${sockets}`,
    ...(startedBy ? ["-c", `evenspan.started_by=${startedBy}`] : []),
  );
  const child = spawn(words[0]!, words.slice(1), { stdio: "ignore" });
  children.push(child);
  while (!readPostmaster(clusterOf(folder))?.ready) await sleep(10);
  return child;
}

async function stopped(folder: string): Promise<string> {
  await (await start(folder)).stop();
  return folder;
}

test("a server starts on a new folder, stops, and starts again with its rows", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await query(first.host, "create table kept as select 41 + 1 as answer");
  await first.stop();
  await first.stop(); // stopping twice is stopping
  expect(processMark(first.pid)).toBeUndefined();
  const second = await start(folder);
  expect(await query(second.host, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("the server listens on a private socket and on no port, and syncs to disk", async () => {
  const { host } = await start(newFolder());
  const names = "'listen_addresses', 'unix_socket_permissions', 'fsync', 'full_page_writes', 'data_checksums'";
  const settings = await query(host, `select name, setting from pg_settings where name in (${names})`);
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    listen_addresses: "",
    unix_socket_permissions: "0700",
    fsync: "on",
    full_page_writes: "on",
    data_checksums: "on",
  });
  expect(statSync(host).mode & 0o777).toBe(0o700);
});

test("a second starter is told which process holds the folder", async () => {
  const folder = newFolder();
  await start(folder);
  await expect(startEmbedded(folder)).rejects.toThrow(`is in use by process ${process.pid}.`);
  const other = await otherProgram(folder);
  expect(other.word).toBe("refused");
  expect(other.said).toContain(`is in use by process ${process.pid}.`);
});

test("of programs that start at once on a new folder, one gets it", async () => {
  const folder = newFolder();
  const both = await Promise.all([otherProgram(folder), otherProgram(folder), otherProgram(folder)]);
  expect(both.map(({ word }) => word).sort()).toEqual(["refused", "refused", "server"]);
});

test("a second program can find the running server, and finds none when it has stopped", async () => {
  const folder = newFolder();
  const server = await start(folder);
  expect(runningEmbedded(folder)).toBe(server.host);
  await server.stop();
  expect(runningEmbedded(folder)).toBeUndefined();
});

test("three times Postgres is killed while it writes, and every acknowledged row is there", async () => {
  const folder = newFolder();
  let acknowledged = 0;
  for (let cycle = 0; cycle < 3; cycle++) {
    const server = await start(folder);
    await query(server.host, "create table if not exists written (number integer primary key)");
    const client = new pg.Client({ host: server.host, database: "postgres", user: "postgres" });
    client.on("error", () => {});
    await client.connect();
    setTimeout(() => process.kill(server.pid, "SIGKILL"), 150);
    try {
      for (let number = acknowledged + 1; ; number++) {
        await client.query("insert into written values ($1) on conflict do nothing", [number]);
        acknowledged = number;
      }
    } catch {
      // the kill broke the connection
    }
    const rows = await query(
      (await start(folder)).host,
      "select count(*)::int as count, max(number) as last from written",
    );
    expect(rows[0]!.count).toBeGreaterThanOrEqual(acknowledged);
    expect(rows[0]!.count).toBe(rows[0]!.last);
    await ours.at(-1)!.stop();
  }
  expect(acknowledged).toBeGreaterThan(30);
});

test("a program that is killed takes its server with it, and the next one starts", async () => {
  const folder = newFolder();
  const other = await otherProgram(folder);
  other.child.kill("SIGKILL");
  const server = await start(folder);
  expect(server.pid).not.toBe(other.server);
  await untilGone(other.server);
});

test("a program that is asked to end, or simply ends, shuts its server down in order", async () => {
  const folder = newFolder();
  const asked = await otherProgram(folder);
  asked.child.kill("SIGTERM");
  await untilGone(asked.server);
  const ending = await otherProgram(folder, "");
  await untilGone(ending.server);
  const log = readFileSync(path.join(folder, "postgres.log"), "utf8");
  expect(log.match(/database system is shut down/g)).toHaveLength(2);
});

test("a server whose starter is dead is ended, and then the folder is free", async () => {
  const folder = await stopped(newFolder());
  const orphan = await strayServer(folder, "999999999.1");
  const server = await start(folder);
  expect(orphan.exitCode).toBe(0);
  expect(await query(server.host, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a starter's process id that now belongs to another process does not make it alive", async () => {
  const folder = await stopped(newFolder());
  await strayServer(folder, `${process.pid}.1`);
  await start(folder);
});

test("a server that someone started by hand is left alone", async () => {
  const folder = await stopped(newFolder());
  const foreign = await strayServer(folder);
  await expect(startEmbedded(folder)).rejects.toThrow(`is in use by process ${foreign.pid}.`);
  expect(processMark(foreign.pid!)).toBeDefined();
});

test("a postmaster.pid that names another program, or a zombie, does not keep the server from starting", async () => {
  const folder = await stopped(newFolder());
  const parent = spawn("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(parent);
  const zombie = Number(await once(parent.stdout!, "data"));
  await untilGone(zombie); // as far as anyone can tell but its parent, which is not listening
  for (const pid of [parent.pid!, zombie]) {
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    writeFileSync(
      path.join(clusterOf(folder), "postmaster.pid"),
      `${pid}\n${clusterOf(folder)}\n1\n5432\n/nowhere\n\n\nready\n`,
    );
    await (await start(folder)).stop();
  }
});

test("a folder with a long name gets its socket elsewhere", async () => {
  const folder = path.join(newFolder(), "a-folder-with-a-long-name".repeat(4));
  const { host } = await start(folder);
  expect(host.startsWith(folder)).toBe(false);
  expect(await query(host, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a cluster that cannot be started says why", async () => {
  const folder = await stopped(newFolder());
  writeFileSync(path.join(clusterOf(folder), "postgresql.auto.conf"), "shared_buffers = 'much'\n");
  await expect(startEmbedded(folder)).rejects.toThrow(
    /did not start on .*: it ended with 1\. .*shared_buffers": "much"/,
  );
});

const asRoot = process.getuid?.() === 0;

test.runIf(asRoot)("an ordinary user runs it too", async ({ skip }) => {
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-nobody-"));
  chmodSync(folder, 0o777);
  const reads = spawn(nobody[0]!, [...nobody.slice(1), "test", "-r", new URL(import.meta.url).pathname]);
  if ((await once(reads, "exit"))[0] !== 0) skip("this folder cannot be read by an ordinary user");
  const other = await otherProgram(path.join(folder, "data"), "await server.stop()", nobody);
  expect(other.word).toBe("server");
  await once(other.child, "exit");
  rmSync(folder, { recursive: true });
});

test.runIf(asRoot)("root without user namespaces runs it as nobody, on a folder that root began", async ({ skip }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-switched-"));
  chmodSync(folder, 0o755);
  const data = path.join(folder, "data");
  await stopped(data);
  const programs = path.join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(path.join(programs, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  const other = await otherProgram(data, "await server.stop()", [], { PATH: `${programs}:${process.env.PATH}` });
  if (/neither a user namespace/.test(other.said)) skip("this folder cannot be read by nobody");
  expect([other.word, other.said]).toEqual(["server", expect.stringMatching(/^\d+$/)]);
  await once(other.child, "exit");
  await stopped(data);
  rmSync(folder, { recursive: true });
});
