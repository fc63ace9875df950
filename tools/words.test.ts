import { expect, test } from "vitest";
import { foreignWords } from "./words.ts";

/** Folders of one machine, put together here so that this file names none itself. */
const [work, root] = ["work", "root"].map((folder) => `/${folder}/`);

test.each([
  [`// see ${work}notes`, "a path of one machine"],
  [`cd ${root}evenspan`, "a path of one machine"],
  ["/home/ann/evenspan", "a path of one machine"],
  ["https://registry.npmjs.org/pg", "the host of a package registry"],
  ["as issue #2 asks", "a task of the workplace"],
  ["`issues show 2`", "a task of the workplace"],
  ["later issues add the rest", "a task of the workplace"],
  ["filed by a session", "a session of the workplace"],
  ["as house.md says", "a document that is not in this repository"],
  ["written with ChatGPT", "who or what wrote it"],
])("%j is found", (line, what) => {
  expect(foreignWords("a.ts", `fine\n${line}`)).toEqual([expect.stringContaining(`a.ts:2 speaks of ${what}: `)]);
});

test.each([
  "the sign-in session ends after an hour; the next session begins with a password",
  "Am J Public Health, volume 94, issue 2, 2004",
  `the framework /usr/bin/chromium and ..${work} and https://example.org${work}paper`,
  "https://www.npmjs.com/package/pg",
  "an issue that residents raised",
])("%j is not", (line) => {
  expect(foreignWords("a.ts", line)).toEqual([]);
});
