import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { postgresPrograms } from "./postgres-programs.ts";

const root = mkdtempSync(path.join(tmpdir(), "evenspan-programs-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A package as npm unpacks it where it is told to run no scripts. */
function unpacked(name: string): string {
  const folder = path.join(root, name);
  mkdirSync(path.join(folder, "native/lib"), { recursive: true });
  writeFileSync(path.join(folder, "native/lib/libicuuc.so.60.2"), "library");
  const links = ["native/lib/libicuuc.so", "native/lib/libicuuc.so.60"];
  const list = links.map((target) => ({ source: "native/lib/libicuuc.so.60.2", target }));
  writeFileSync(path.join(folder, "native/pg-symlinks.json"), JSON.stringify(list));
  return folder;
}

test("the links between libraries that npm left out are made, beside those that are there", () => {
  const folder = unpacked("links");
  symlinkSync("libicuuc.so.60.2", path.join(folder, "native/lib/libicuuc.so"));
  expect(postgresPrograms(folder).postgres).toBe(path.join(folder, "native/bin/postgres"));
  for (const name of ["libicuuc.so", "libicuuc.so.60"])
    expect(readlinkSync(path.join(folder, "native/lib", name))).toBe("libicuuc.so.60.2");
});

test("a link that cannot be made is said, with what to do", () => {
  const folder = unpacked("broken");
  rmSync(path.join(folder, "native/lib"), { recursive: true });
  expect(() => postgresPrograms(folder)).toThrow(
    /lacks the library link .*libicuuc\.so, and it could not be made .* or set DATABASE_URL/,
  );
});
