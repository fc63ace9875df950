import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "evenspan-memory-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Deaths of 7 areas and 2 years, one a row, with a long note that nobody reads. */
function recordsFile(rows: number): string {
  const note = "x".repeat(500);
  const row = (n: number) =>
    `${1 + (n % 7)},${2019 + (n % 2)},${n % 105},${n % 3 ? "F" : "M"},I${20 + (n % 30)}.${n % 10},${note}${n}\n`;
  const file = path.join(folder, `records-${rows}.csv`);
  writeFileSync(file, `Place,Year,Age,Sex,Cause,Note\n${Array.from({ length: rows }, (_, n) => row(n)).join("")}`);
  return file;
}

/** Loads a file in a process of its own. */
function loadAlone(file: string): { outcome: { rowsRead: number; rowsKept: number }; peakMb: number } {
  const script = path.join(import.meta.dirname, "testing/load-process.ts");
  const words = ["--import", "tsx", script, path.join(folder, "data"), "death-records", file];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }).trim().split("\n").at(-1)!);
}

test("three hundred thousand rows of people take no more memory than three thousand, but for a chunk or two", () => {
  const few = loadAlone(recordsFile(3000));
  const many = loadAlone(recordsFile(300_000)); // 155 MB of text
  expect([few.outcome.rowsRead, many.outcome.rowsRead]).toEqual([3000, 300_000]);
  expect(many.outcome.rowsKept).toBe(few.outcome.rowsKept);
  expect(many.peakMb - few.peakMb).toBeLessThan(80);
}, 120_000);
