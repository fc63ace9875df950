import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asvsCounts, asvsFaults, asvsLines } from "./asvs-page.ts";

const page = readFileSync("docs/security/asvs.md", "utf8");
const faultsOf = (text: string, exists: (path: string) => boolean = existsSync) => asvsFaults(text, exists);

test("the page as it stands has no fault", () => {
  expect(faultsOf(page)).toEqual([]);
});

test("a file that was moved or never was is told", () => {
  const gone = "apps/server/src/http/security-headers.ts";
  expect(faultsOf(page, (path) => path !== gone && existsSync(path))).toEqual([`there is no ${gone}`]);
  expect(faultsOf(`${page}\nAs in \`package/domain/kernel.ts\`, \`/health\` and \`text/html\`.\n`)).toEqual([
    "there is no package/domain/kernel.ts",
  ]);
});

test("counts that are not those of the table are told", () => {
  const [all] = /^\| all \| .*$/m.exec(page)!;
  expect(faultsOf(page.replace(all, "| all | 70 | 184 | 254 |"))).toEqual(["the counts are not those of the table"]);
});

test("an answer that changes without its count is told", () => {
  const changed = page.replace("| **does not apply**", "| **not held yet**");
  expect(faultsOf(changed)).toEqual(["the counts are not those of the table"]);
});

test("a requirement that is missing, twice there or answered in another way is told", () => {
  const [line] = /^\| V1\.1\.1 \| 2 \|.*\n/m.exec(page)!;
  const told = (text: string) => faultsOf(text).filter((fault) => !fault.startsWith("the counts"));
  expect(told(page.replace(line, ""))).toEqual(["182 requirements of level 2 are answered, and the standard has 183"]);
  expect(told(page.replace(line, line + line))).toEqual([
    "V1.1.1 is answered twice",
    "184 requirements of level 2 are answered, and the standard has 183",
  ]);
  expect(told(page.replace(line, line.replace(/\*\*[a-z ]+\*\*/, "**mostly**")))).toEqual([
    "V1.1.1 is not answered as holds, or does not apply, or not held yet",
    "182 requirements of level 2 are answered, and the standard has 183",
  ]);
});

test("what holds names a file that shows it", () => {
  const bare = page.replace(/^(\| V1\.1\.1 \| 2 \| [^|]+ \|).*$/m, "$1 **holds**: it does. |");
  expect(faultsOf(bare)).toContain("V1.1.1 is said to hold, and no file shows it");
});

test("lines are counted by level and answer", () => {
  const lines = asvsLines(
    ["| V1.1.1 | 2 | a | **holds**: `a/b.ts` |", "| V1.2.1 | 1 | b | **does not apply**: none. |"].join("\n"),
  );
  expect(asvsCounts(lines).split("\n").slice(2)).toEqual([
    "| holds | 0 | 1 | 1 |",
    "| does not apply | 1 | 0 | 1 |",
    "| not held yet | 0 | 0 | 0 |",
    "| all | 1 | 1 | 2 |",
  ]);
});
