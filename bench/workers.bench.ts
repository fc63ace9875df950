import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { peersOf, speedClaims } from "./peer-figures.ts";
import { cityAreas, simulatedShare } from "./simulation-worker.ts";

/**
 * Simulated life tables of 77 community areas, 10 000 each, by one worker and by two.
 *
 * Claim: two workers are at least 1.7 times as fast. Baseline: one worker that is already running, given the same areas.
 * Figures are the same however the areas are split, since each has a seed of its own. On a machine of fewer than two
 * processors the claim cannot be tried.
 */
const replicates = 10_000;
const claim = 1.7;

if (availableParallelism() < 2) {
  console.log("Two workers need two processors; this machine has one. Not tried.");
} else {
  const workers = [worker(), worker()];
  const alone = simulatedShare({ from: 0, to: cityAreas, replicates });
  // Turn by turn, so that what else the machine does falls on both; the best of each, since it can only be slowed.
  let [one, two] = [Infinity, Infinity];
  for (let turn = 0; turn < 9; turn++) {
    one = Math.min(one, await timed(workers.slice(0, 1), alone));
    two = Math.min(two, await timed(workers, alone));
  }
  await Promise.all(workers.map((each) => each.terminate()));
  const ratio = one / two;
  console.log(`${replicates} simulated life tables of ${cityAreas} areas, two workers: ${two.toFixed(0)} ms`);
  console.log(`claim: at least ${claim} times as fast as one; ${ratio >= claim ? "held" : "NOT held"}`);
  console.log(`baseline, one worker: ${one.toFixed(0)} ms, ${ratio.toFixed(2)} times as long`);
  console.log(peersOf(speedClaims.workers));
  process.exitCode = ratio >= claim ? 0 : 1;
}

/** A worker does not take the loader of TypeScript over from its parent, so it registers one of its own first. */
function worker(): Worker {
  const script = JSON.stringify(new URL("./simulation-worker.ts", import.meta.url).href);
  return new Worker(`import("tsx/esm/api").then(({ register }) => (register(), import(${script})))`, { eval: true });
}

async function timed(workers: readonly Worker[], expected: Float64Array): Promise<number> {
  const started = process.hrtime.bigint();
  const bounds = [...workers.keys(), workers.length].map((i) => Math.round((i * cityAreas) / workers.length));
  const parts = await Promise.all(
    workers.map(async (each, i) => {
      each.postMessage({ from: bounds[i]!, to: bounds[i + 1]!, replicates });
      const [part] = (await once(each, "message")) as [Float64Array];
      return part;
    }),
  );
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  const all = parts.flatMap((part) => [...part]);
  if (all.some((figure, i) => figure !== expected[i])) throw new Error("The workers' figures differ.");
  return ms;
}
