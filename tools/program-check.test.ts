import { expect, test } from "vitest";
import { programCheck } from "./program-check.ts";

test("a program that fails has what it printed as its fault", async () => {
  const check = programCheck("types", "--eval", "console.log('a.ts is wrong'); process.exitCode = 1");
  expect(await check()).toEqual({ faults: ["a.ts is wrong"], summary: "types: faults above" });
});

test("a program that fails without a word, or is not there, has a fault too", async () => {
  expect((await programCheck("types", "--eval", "process.exit(3)")()).faults).toHaveLength(1);
  expect((await programCheck("types", "no/such/program.js")()).faults[0]).toContain("Cannot find module");
});

test("a program that passes is summed up by its last line", async () => {
  expect(await programCheck("types", "--eval", "")()).toEqual({ faults: [], summary: "types: no fault" });
  expect(
    (await programCheck("words", "--eval", "console.log('looking'); console.log('words: 3 files')")()).summary,
  ).toBe("words: 3 files");
});
