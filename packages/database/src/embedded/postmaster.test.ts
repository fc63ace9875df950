import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { processMark, readPostmaster, serverOn } from "./postmaster.ts";

const cluster = mkdtempSync(path.join(tmpdir(), "evenspan-postmaster-"));
const children: ReturnType<typeof spawn>[] = [];
afterAll(() => {
  for (const child of children) child.kill();
  rmSync(cluster, { recursive: true, force: true });
});

/** A process that calls itself by this name, with these words, and is named in the cluster's postmaster.pid. */
function pretend(name: string, ...words: string[]): number {
  const child = spawn(process.execPath, ["--eval", "setTimeout(() => {}, 60_000)", "--", ...words], { argv0: name });
  children.push(child);
  write(child.pid!);
  return child.pid!;
}
const write = (pid: number | string) =>
  writeFileSync(path.join(cluster, "postmaster.pid"), `${pid}\n${cluster}\n1\n5432\n/run/here\n\n  5  6\nready   \n`);

test("no file, and a file without a process id, name no server", () => {
  expect(readPostmaster(cluster)).toBeUndefined();
  write("none");
  expect(readPostmaster(cluster)).toBeUndefined();
  expect(serverOn(cluster)).toBeUndefined();
});

test("what a running server says about itself is read", () => {
  write(4242);
  expect(readPostmaster(cluster)).toEqual({ pid: 4242, socketFolder: "/run/here", ready: true });
});

test("a process counts as the server only by its own command line", () => {
  pretend("/usr/bin/sleep", "-D", cluster);
  expect(serverOn(cluster)).toBeUndefined();
  pretend("/usr/bin/postgres", "-D", "/another/cluster");
  expect(serverOn(cluster)).toBeUndefined();
  const pid = pretend("/usr/bin/postgres", "-D", cluster);
  expect(serverOn(cluster)).toEqual({ pid, holder: pid, orphan: false });
});

test("a server is an orphan once the very process that started it is gone", () => {
  const held = pretend("postgres", "-D", cluster, "-c", `evenspan.started_by=${processMark(process.pid)}`);
  expect(serverOn(cluster)).toEqual({ pid: held, holder: process.pid, orphan: false });
  const orphan = pretend("postgres", "-D", cluster, "-c", `evenspan.started_by=${process.pid}.1`);
  expect(serverOn(cluster)).toEqual({ pid: orphan, holder: process.pid, orphan: true });
});
