import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { startEmbedded } from "../embedded.ts";
import {
  children,
  newFolder,
  otherProgram,
  query,
  start,
  stopped,
  strayServer,
  untilGone,
  whenBack,
  writeUntilBroken,
} from "../testing/embedded-servers.ts";
import { clusterIn } from "./data-folder.ts";
import { processMark } from "./postmaster.ts";

const written = "select count(*)::int as count, max(number) as last from written";

test("three times Postgres is killed while it writes; it is started again, and every acknowledged row is there", async () => {
  const server = await start(newFolder(), {});
  await query(server.host, "create table written (number integer primary key)");
  const killed = new Set<number>();
  let acknowledged = 0;
  for (let cycle = 0; cycle < 3; cycle++) {
    killed.add(server.pid()!);
    setTimeout(() => process.kill(server.pid()!, "SIGKILL"), 150);
    acknowledged = await writeUntilBroken(server.host, acknowledged + 1);
    const [row] = await whenBack(server.host, written);
    expect(row!.count).toBe(row!.last);
    expect(row!.last).toBeGreaterThanOrEqual(acknowledged);
  }
  expect(acknowledged).toBeGreaterThan(30);
  expect(killed.size).toBe(3);
});

test("three times the program and its Postgres are killed together, and every acknowledged row is there", async () => {
  const folder = newFolder();
  const setUp = await start(folder, {});
  await query(setUp.host, "create table written (number integer primary key)");
  await setUp.stop();
  let acknowledged = 0;
  for (let cycle = 0; cycle < 3; cycle++) {
    const other = await otherProgram(folder);
    setTimeout(() => [other.server, other.child.pid!].map((pid) => process.kill(pid, "SIGKILL")), 150);
    acknowledged = await writeUntilBroken(setUp.host, acknowledged + 1);
  }
  const [row] = await query((await start(folder, {})).host, written);
  expect(row!.count).toBe(row!.last);
  expect(row!.last).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThan(30);
});

test("a server that cannot be started again is a warning, and stopping it is no error", async () => {
  const folder = newFolder();
  const server = await start(folder);
  writeFileSync(path.join(clusterIn(folder), "postgresql.auto.conf"), "shared_buffers = 'much'\n");
  const warned = once(process, "warning");
  process.kill(server.pid()!, "SIGKILL");
  expect(String((await warned)[0])).toMatch(/DatabaseUnavailable: Postgres did not start .*shared_buffers/s);
  await server.stop();
});

test("a program that is killed takes its server with it, and the next one starts", async () => {
  const folder = newFolder();
  const other = await otherProgram(folder);
  other.child.kill("SIGKILL");
  const server = await start(folder);
  expect(server.pid()).not.toBe(other.server);
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
      path.join(clusterIn(folder), "postmaster.pid"),
      `${pid}\n${clusterIn(folder)}\n1\n5432\n/nowhere\n\n\nready\n`,
    );
    await (await start(folder)).stop();
  }
});
