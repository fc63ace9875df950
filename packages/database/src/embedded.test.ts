import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { clusterIn } from "./embedded/data-folder.ts";
import { processMark } from "./embedded/postmaster.ts";
import { startEmbedded } from "./embedded.ts";
import { joined, newFolder, otherProgram, query, start, stopped, whenBack } from "./testing/embedded-servers.ts";

test("a server starts on a new folder, stops, and starts again with its rows", async () => {
  const folder = newFolder();
  const first = await start(folder);
  const pid = first.pid()!;
  await query(first.host, "create table kept as select 41 + 1 as answer");
  await first.stop();
  await first.stop(); // stopping twice is stopping
  expect(processMark(pid)).toBeUndefined();
  const second = await start(folder);
  expect(await query(second.host, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("the server listens on a private socket and on no port, syncs to disk, and logs errors without rows' values", async () => {
  const { host } = await start(newFolder(), {});
  const names =
    "'listen_addresses', 'unix_socket_permissions', 'fsync', 'full_page_writes', 'data_checksums', 'log_error_verbosity'";
  const settings = await query(host, `select name, setting from pg_settings where name in (${names})`);
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    listen_addresses: "",
    unix_socket_permissions: "0700",
    fsync: "on",
    full_page_writes: "on",
    data_checksums: "on",
    log_error_verbosity: "terse",
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

test("a program that joins uses the server that runs, leaves it alone, and takes over when it ends", async () => {
  const folder = newFolder();
  const holder = await start(folder);
  const [guest, passer] = [await joined(folder), await joined(folder)];
  expect([guest.pid(), guest.host]).toEqual([undefined, holder.host]);
  await passer.stop();
  expect(await query(guest.host, "select 1 as one")).toEqual([{ one: 1 }]);
  await holder.stop();
  expect(await whenBack(guest.host, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(guest.pid()).toBeGreaterThan(0);
});

test("of programs that join a new folder at once, one starts the server and all use it", async () => {
  const folder = newFolder();
  const all = await Promise.all([joined(folder), joined(folder), joined(folder)]);
  expect(all.filter(({ pid }) => pid() !== undefined)).toHaveLength(1);
  for (const { host } of all) expect(await query(host, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a folder with a long name gets its socket elsewhere", async () => {
  const folder = path.join(newFolder(), "a-folder-with-a-long-name".repeat(4));
  const { host, stop } = await start(folder);
  expect(host.startsWith(folder)).toBe(false);
  expect(await query(host, "select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
  rmSync(host, { recursive: true });
});

test("a cluster that cannot be started says why", async () => {
  const folder = await stopped(newFolder());
  writeFileSync(path.join(clusterIn(folder), "postgresql.auto.conf"), "shared_buffers = 'much'\n");
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
