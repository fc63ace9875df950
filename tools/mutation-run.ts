import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { type Mutant, mutantKey } from "./mutation-sample.ts";
import type { Status } from "./mutation-score.ts";

type Options = ConstructorParameters<typeof Stryker>[0];
type Result = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

/** A mutant and how it ended. */
export type Fate = Readonly<{ mutant: Mutant; status: Status }>;

const root = path.resolve(import.meta.dirname, "..");
const sources = ["packages/stats/src/**/*.ts", "!packages/stats/src/**/*.test.ts", "!packages/stats/src/index.ts"];

/**
 * Works in a copy of the library, its tests and what runs them, which no edit of the moment disturbs, and which is gone
 * afterwards.
 */
export async function inCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-mutation-"));
  process.env.EVENSPAN_SHARED ??= path.join(root, "..", "shared");
  try {
    for (const part of ["package.json", "tsconfig.json", "packages/stats", ...ownFiles])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    process.chdir(folder);
    return await work(folder);
  } finally {
    process.chdir(root);
    rmSync(folder, { recursive: true, force: true });
  }
}

const ownFiles = ["tools/mutation-chosen.mjs", "tools/mutation-tests.config.ts", "tools/mutation-setup.ts"];

/** Every mutant there is: a run with one test that reaches almost none of them. */
export async function everyMutant(folder: string): Promise<Mutant[]> {
  mkdirSync(path.join(folder, "listing"));
  writeFileSync(path.join(folder, "listing/it.test.ts"), listingTest);
  writeFileSync(
    path.join(folder, "listing.config.ts"),
    `export default { test: { include: ["listing/*.test.ts"] } };\n`,
  );
  const vitest = { configFile: "listing.config.ts", related: false };
  return (await stryker({ mutate: sources, vitest, reporters: [] })).map(mutantOf);
}

/** It must reach something: where nothing is known to be reached, every mutant is run. */
const listingTest = `import { test } from "vitest";
import { isUndefined } from "../packages/stats/src/undefined.ts";
test("a mutant is reached", () => void isUndefined(0));
`;

/** So many at once: a range brings every mutant within it into the code, and many slow it down tenfold. */
const batch = 100;

/** Runs mutants against the tests that reach them; all tests, where one is reached while a test file is only read. */
export async function fatesOfMutants(folder: string, mutants: readonly Mutant[]): Promise<Fate[]> {
  const batches = Math.ceil(mutants.length / batch);
  const fates: Fate[] = [];
  for (let b = 0; b < batches; b++) {
    fates.push(
      ...(await runChosen(
        folder,
        mutants.filter((_, i) => i % batches === b),
      )),
    ); // spread over all files
    console.log(`${fates.length} of ${mutants.length} done.`);
  }
  return fates;
}

async function runChosen(folder: string, mutants: readonly Mutant[]): Promise<Fate[]> {
  const keys = new Set(mutants.map(mutantKey));
  const chosenMutants = path.join(folder, "chosen.json");
  writeFileSync(chosenMutants, JSON.stringify([...keys]));
  const mutate = mutants.map(
    ({ file, start, end }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
  );
  const results = await stryker({
    mutate,
    plugins: ["@stryker-mutator/vitest-runner", path.join(folder, "tools/mutation-chosen.mjs")],
    checkers: ["chosen"],
    reporters: ["progress-append-only", "told"],
    chosenMutants,
  });
  return results
    .map((result) => ({ mutant: mutantOf(result), status: result.status }))
    .filter(({ mutant }) => keys.has(mutantKey(mutant)));
}

const stryker = (options: Options): Promise<Result[]> =>
  new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "tools/mutation-tests.config.ts", related: true },
    coverageAnalysis: "perTest",
    concurrency: 2,
    timeoutMS: 30_000, // a busy machine is slow to begin
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 15,
    warnings: false,
    ...options,
  }).runMutationTest();

function mutantOf({ fileName, location: { start, end }, mutatorName, replacement }: Result): Mutant {
  return {
    file: fileName.slice(fileName.indexOf("packages/stats/")),
    start,
    end,
    kind: mutatorName,
    replacement,
  };
}
