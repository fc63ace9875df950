import { expect, test } from "vitest";
import { boundaryFaults } from "./boundaries.ts";
import { importsOf } from "./import-graph.ts";

/** The faults of one file with this text, beside files that are there already. */
const faultsOf = (file: string, text: string, others: Record<string, string> = {}): string[] =>
  boundaryFaults(
    new Map(Object.entries({ ...others, [file]: text }).map(([name, body]) => [name, importsOf(name, body)])),
  );

const domain = "packages/domain/src/places";
const pure = { [`${domain}/place.ts`]: "export {}" };

test.each([
  [
    "stats a package",
    "packages/stats/src/a.ts",
    `import { readFileSync } from "node:fs";`,
    "it may not use that package",
  ],
  [
    "stats the domain",
    "packages/stats/src/a.ts",
    `import "@evenspan/domain/places/place";`,
    `it may not know of ${domain}/place.ts`,
  ],
  [
    "standards stats",
    "packages/standards/src/a.ts",
    `export * from "@evenspan/stats";`,
    "it may not know of packages/stats/src/index.ts",
  ],
  [
    "the database the domain",
    "packages/database/src/a.ts",
    `await import("@evenspan/domain/places/place");`,
    "it may not know of",
  ],
  ["the database zod", "packages/database/src/a.ts", `import { z } from "zod";`, "it may not use that package"],
  [
    "the domain an app",
    `${domain}/a.ts`,
    `import type { A } from "@evenspan/server/serve";`,
    "it may not know of apps/server/src/serve.ts",
  ],
  ["reports stats", "packages/reports/src/a.ts", `import "@evenspan/stats";`, "it may not know of"],
  ["an app stats", "apps/server/src/a.tsx", `import { gap } from "@evenspan/stats";`, "it may not know of"],
  [
    "an app another app",
    "apps/server/src/a.ts",
    `import "@evenspan/cli/main";`,
    "it may not know of apps/cli/src/main.ts",
  ],
  ["the command line a page", "apps/cli/src/a.ts", `import "@evenspan/server/pages/home";`, "it may not know of"],
  [
    "a package by a way around its name",
    `${domain}/a.ts`,
    `import "../../../stats/src/index.ts";`,
    "another package is imported by its name",
  ],
  ["a test's stand-in", "apps/cli/src/a.ts", `import "@evenspan/database/testing";`, "that is for tests"],
  ["a test's tool", `${domain}/a.ts`, `import { expect } from "vitest";`, "that is for tests"],
  ["a type in a type", "apps/server/src/a.ts", `type A = import("@evenspan/stats").Gap;`, "it may not know of"],
  [
    "the audit the domain",
    "packages/disclosure-audit/src/a.ts",
    `import type { Place } from "@evenspan/domain/places/place";`,
    `it may not know of ${domain}/place.ts`,
  ],
  [
    "an app the audit",
    "apps/server/src/a.ts",
    `import "@evenspan/disclosure-audit/attack-record";`,
    "it may not know of packages/disclosure-audit/src/attack-record.ts",
  ],
  [
    "rules the audit",
    `${domain}/a.rules.ts`,
    `import type { Known } from "@evenspan/disclosure-audit/attack-record";`,
    "it may not know of packages/disclosure-audit/src/attack-record.ts",
  ],
  ["rules a package", `${domain}/a.rules.ts`, `import { sql } from "kysely";`, "reaches kysely"],
  [
    "anything, from a folder without a rule",
    "packages/new/src/a.ts",
    `import "node:fs";`,
    "no rule says what this folder may import",
  ],
])("%s is refused", (_, file, text, why) => {
  const faults = faultsOf(file, text, pure);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(why);
});

test.each([
  [`${domain}/a.ts`, `import { gap } from "@evenspan/stats"; import "./place.ts"; import { z } from "zod";`],
  [`${domain}/a.ts`, `import { attackRecord } from "@evenspan/disclosure-audit/attack-record";`],
  [
    "packages/stats/src/a.test.ts",
    `import { test } from "vitest"; import fc from "fast-check"; import "node:fs"; import "./a.ts";`,
  ],
  [
    "apps/cli/src/a.ts",
    `import "@evenspan/server/serve"; import "../../../demo/seeding.ts"; import "@evenspan/database/connect";`,
  ],
  ["apps/server/src/a.test.tsx", `import { testDatabase } from "@evenspan/database/testing";`],
  [
    "tools/a.ts",
    `import "@evenspan/database/testing/scratch-database"; import "../packages/stats/test/oracles/run.ts";`,
  ],
  [
    `${domain}/a.rules.ts`,
    `import "../kernel/refusal.ts"; import "@evenspan/stats"; import "./b.rules.ts"; import "./place.ts";`,
  ],
])("%s may import what it needs", (file, text) => {
  expect(faultsOf(file, text, { ...pure, [`${domain}/b.rules.ts`]: "" })).toEqual([]);
});

test("rules may know a noun's types, but reach the database by no way around", () => {
  const others = {
    [`${domain}/place.ts`]: `export * from "./stored.ts";`,
    [`${domain}/stored.ts`]: `import { sql } from "kysely";`,
  };
  expect(faultsOf(`${domain}/a.rules.ts`, `import type { Place } from "./place.ts";`, others)).toEqual([]);
  expect(faultsOf(`${domain}/a.rules.ts`, `import { place } from "./place.ts";`, others)).toEqual([
    `${domain}/a.rules.ts reaches kysely by way of ${domain}/stored.ts: rules are pure`,
  ]);
});
