import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeDataFolder } from "./data-folder.ts";

const root = mkdtempSync(path.join(tmpdir(), "evenspan-folder-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("the folders are made for their owner alone", () => {
  const { folder, sockets } = makeDataFolder(path.join(root, "new/data"));
  for (const made of [folder, sockets]) expect(statSync(made).mode & 0o777).toBe(0o700);
});

test("a socket's path stays within 108 bytes, and one folder always has the same", () => {
  for (const length of [1, 60, 90, 200]) {
    const given = path.join(root, "ä".repeat(Math.min(length, 100)));
    const { sockets } = makeDataFolder(given);
    expect(Buffer.byteLength(path.join(sockets, ".s.PGSQL.5432"))).toBeLessThan(108);
    expect(makeDataFolder(given).sockets).toBe(sockets);
    rmSync(sockets, { recursive: true });
  }
});

test("a log that has grown past ten megabytes is set aside once", () => {
  const given = path.join(root, "logs");
  const { log } = makeDataFolder(given);
  for (const size of [10e6, 10e6 + 1]) {
    writeFileSync(log, "x".repeat(size));
    makeDataFolder(given);
    expect(statSync(log, { throwIfNoEntry: false })?.size).toBe(size > 10e6 ? undefined : size);
  }
  expect(readFileSync(`${log}.old`)).toHaveLength(10e6 + 1);
});
