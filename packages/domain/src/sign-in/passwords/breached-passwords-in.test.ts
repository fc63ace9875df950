import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { breachedPasswordsIn } from "./breached-passwords-in.ts";

const folder = mkdtempSync(path.join(tmpdir(), "evenspan-breached-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex").toUpperCase();
let files = 0;
function listOf(words: readonly string[], { lineEnd = "\r\n", counts = true, lastEnd = true } = {}) {
  const lines = words
    .map(sha1)
    .sort()
    .map((hash, at) => (counts ? `${hash}:${10 ** (at % 8)}` : hash));
  const file = path.join(folder, `${++files}.txt`);
  writeFileSync(file, lines.join(lineEnd) + (lastEnd && lines.length > 0 ? lineEnd : ""));
  return breachedPasswordsIn(file);
}

test("every hash of a list is found, and none that is not in it, whatever its lines end with", async () => {
  const form = fc.record({ lineEnd: fc.constantFrom("\n", "\r\n"), counts: fc.boolean(), lastEnd: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string(), { maxLength: 30 }), form, async (words, how) => {
      const isBreached = listOf(words, how);
      for (const word of words) expect(await isBreached(sha1(word))).toBe(true);
      for (const word of ["not there", "nor this"]) expect(await isBreached(sha1(word))).toBe(words.includes(word));
      for (const edge of ["0".repeat(40), "F".repeat(40)]) expect(await isBreached(edge)).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test("an empty list holds nothing", async () => {
  expect(await listOf([])(sha1("password"))).toBe(false);
});

test("a file that is no such list is told of, and so is one that is not there", async () => {
  const file = path.join(folder, "wrong.txt");
  writeFileSync(file, "password\nletmein\n");
  await expect(breachedPasswordsIn(file)(sha1("password"))).rejects.toThrow("no SHA-1");
  await expect(breachedPasswordsIn(path.join(folder, "none.txt"))(sha1("password"))).rejects.toThrow("ENOENT");
});
