import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as here from "@evenspan/stats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildStats } from "./build-stats.ts";

const run = promisify(execFile);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const compiler = path.join(root, "node_modules/typescript/bin/tsc");
const folder = mkdtempSync(path.join(tmpdir(), "evenspan-consumer-"));
const built = path.join(folder, "built");
const project = path.join(folder, "project");
const installed = path.join(project, "node_modules/@evenspan/stats");
let packed: readonly string[] = [];

/** The first example of the package's own page, as it stands there. */
const firstExample = (): string =>
  readFileSync(path.join(installed, "README.md"), "utf8").match(/```ts\n([\s\S]*?)```/)![1]!;

/** Another project, which has the package as anybody has it: out of the file that `npm pack` makes. */
beforeAll(async () => {
  buildStats(built);
  mkdirSync(project);
  const { stdout } = await run("npm", ["pack", "--json", "--offline", "--pack-destination", folder], { cwd: built });
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = files.map((file) => file.path).sort();
  writeFileSync(
    path.join(project, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  const words = ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", path.join(folder, filename)];
  await run("npm", words, { cwd: project });
  copyFileSync(path.join(root, "tools/stats-consumer.ts"), path.join(project, "consumer.ts"));
  writeFileSync(
    path.join(project, "first.ts"),
    `declare const console: { log(text: string): void };\n${firstExample()}`,
  );
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package of the statistics", () => {
  test("is one script, its types, its licence and its first page", () => {
    const others = packed.filter((file) => !file.endsWith(".d.ts"));
    expect(others).toEqual(["LICENSE", "README.md", "index.js", "package.json"]);
    expect(packed).toContain("index.d.ts");
    expect(packed).toContain("mortality/life-expectancy.d.ts");
    // Nothing that only the inside of the library needs.
    for (const inside of ["column.d.ts", "maths.d.ts", "sum-of.d.ts"]) expect(packed).not.toContain(inside);
  });

  test("depends on nothing, and says what it is", () => {
    const manifest = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      name: "@evenspan/stats",
      license: "Apache-2.0",
      type: "module",
      sideEffects: false,
    });
    expect(Object.keys(manifest).filter((key) => /dependencies|scripts/i.test(key))).toEqual([]);
    expect(readFileSync(path.join(installed, "index.js"), "utf8")).not.toMatch(/\b(import|require)\b\s*[({"']/);
  });

  test("offers every name of its sources", async () => {
    const script = pathToFileURL(path.join(installed, "index.js")).href;
    const { stdout } = await run(process.execPath, [
      "--input-type=module",
      "--eval",
      `console.log(Object.keys(await import(${JSON.stringify(script)})).join(" "))`,
    ]);
    expect(stdout.trim().split(" ").sort()).toEqual(Object.keys(here).sort());
  });

  test("keeps the documentation of its functions beside their types", () => {
    const types = readFileSync(path.join(installed, "mortality/life-expectancy.d.ts"), "utf8");
    expect(types).toMatch(/Formula\. M = D\/P/);
    expect(types).toMatch(/@example/);
    expect(types).toMatch(/from "\.\.\/undefined\.js"/);
  });
});

describe("a strict program of another project", () => {
  const strict = ["--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--skipLibCheck", "false"];
  const apart = ["--target", "es2022", "--lib", "es2022"];

  test.each([
    ["as Node finds modules", ["--module", "nodenext"]],
    ["as bundlers find modules", ["--module", "preserve", "--moduleResolution", "bundler"]],
  ])(
    "is typed %s, and its wrong uses are refused",
    async (_, how) => {
      const words = [compiler, "--noEmit", ...strict, ...apart, ...how, "consumer.ts", "first.ts"];
      // What TypeScript complains of it prints, and fails: nothing is right.
      const said = await run(process.execPath, words, { cwd: project }).catch((failure: { stdout: string }) => failure);
      expect(said.stdout).toBe("");
    },
    60_000,
  );

  test("runs on plain Node and comes to the same figures as here", async () => {
    const words = [compiler, "--outDir", "out", ...strict, ...apart, "--module", "nodenext", "consumer.ts", "first.ts"];
    await run(process.execPath, words, { cwd: project });
    const { stdout } = await run(process.execPath, ["out/consumer.js"], { cwd: project });
    expect(JSON.parse(stdout)).toEqual({
      years: 75.00617154865346,
      refusal: "no-deaths-in-open-band",
      secondArea: "no-deaths-in-open-band",
      rate: 920,
      upper: expect.closeTo(12.1732784, 7),
      slopeLower: expect.closeTo(9.9211443, 7),
      wolfson: expect.closeTo(0.6, 12),
      standard: 1_000_000,
      drawn: 35,
      withheld: "deaths|area=a deaths|area=b",
      recovered: 0,
    });
    const first = await run(process.execPath, ["out/first.js"], { cwd: project });
    expect(first.stdout).toBe("13.3 years (11.6 to 15.1)\n");
  }, 60_000);
});
