// Tries whether the tests of packages/stats notice faults: changes a seeded sample of places, one at a time, and runs
// the tests that reach each. Takes long, and is no part of the tests. Run: npm run mutation -- --seed 1 --size 1000,
// and --under 'rates|trend' for some folders; with --page it writes docs/methods/mutation.md.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { mutationPage, shownChange } from "./mutation-page.ts";
import { everyMutant, fatesOfMutants, inCopy } from "./mutation-run.ts";
import { mutantSample } from "./mutation-sample.ts";
import { fatesOf, toldScore } from "./mutation-score.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    size: { type: "string", default: "1000" },
    under: { type: "string", default: "" },
    page: { type: "boolean", default: false },
  },
});
const [seed, size] = [Number(values.seed), Number(values.size)];
const under = new RegExp(`^packages/stats/src/(${values.under})`);
setPriority(10);
const page = path.resolve(import.meta.dirname, "../docs/methods/mutation.md");

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();

await inCopy(async (folder) => {
  const all = (await everyMutant(folder)).filter(({ file }) => under.test(file));
  const sample = mutantSample(all, size, seed);
  console.log(`${all.length} mutants; ${sample.length} drawn with seed ${seed}.`);
  const fates = await fatesOfMutants(folder, sample);
  const textOf = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  for (const { mutant, status } of fates)
    if (status === "Survived" || status === "NoCoverage") console.log(`${status} ${shownChange(mutant, textOf)}`);
  console.log(`${toldScore(fatesOf(fates.map(({ status }) => status)))} of ${fates.length} mutants noticed.`);
  const run = { seed, day: new Date(), commit, all: all.length, fates, textOf };
  if (values.page) writeFileSync(page, mutationPage(run, existsSync(page) ? readFileSync(page, "utf8") : ""));
});
