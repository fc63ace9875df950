import { localEmpiricalBayes, randomStream } from "@evenspan/stats";
import { medianMs, printClaim } from "./median-ms.ts";
import { peersOf, speedClaims } from "./peer-figures.ts";

/**
 * Local empirical Bayes of a grid of 270 × 270 cells, each with the eight cells around it, on one thread.
 *
 * Claim: at most 60 milliseconds. Baseline: the same estimator cell by cell with lists of neighbours and small arrays,
 * without any check.
 */
const side = 270;
const cells = side * side;
const stream = randomStream(7);
const personYears = Float64Array.from({ length: cells }, () => Math.round(200 + 4000 * stream.uniform()));
const events = personYears.map((people) => stream.poisson(people * 0.004 * (0.5 + stream.uniform())));
const around = Array.from({ length: cells }, (_, cell) => besides(cell));
const starts = new Uint32Array(cells + 1);
for (const [i, list] of around.entries()) starts[i + 1] = starts[i]! + list.length;
const neighbours = { starts, members: Uint32Array.from(around.flat()) };

const into = localEmpiricalBayes({ events, personYears }, neighbours);
const ms = medianMs(() => localEmpiricalBayes({ events, personYears }, neighbours, { into }));
let plain: number[] = [];
const baselineMs = medianMs(() => {
  plain = around.map((list, cell) => smoothed(cell, [cell, ...list]));
}, 5);
for (const [cell, rate] of plain.entries())
  if (Math.abs(into.value[cell]! - rate) > 1e-7) throw new Error(`The two do not agree in cell ${cell}.`);

printClaim(`local empirical Bayes, ${cells} cells with up to eight neighbours, one thread`, {
  ms,
  claimMs: 60,
  baseline: "small arrays for each cell",
  baselineMs,
  peers: peersOf(speedClaims.localEmpiricalBayes),
});

function besides(cell: number): number[] {
  const [row, column] = [Math.floor(cell / side), cell % side];
  const steps = [-1, 0, 1];
  return steps
    .flatMap((down) => steps.map((right) => [row + down, column + right] as const))
    .filter(([r, c]) => r >= 0 && r < side && c >= 0 && c < side)
    .map(([r, c]) => r * side + c)
    .filter((other) => other !== cell);
}

function smoothed(cell: number, members: readonly number[]): number {
  const deaths = members.map((j) => events[j]!);
  const people = members.map((j) => personYears[j]!);
  const all = people.reduce((sum, n) => sum + n, 0);
  const mean = deaths.reduce((sum, n) => sum + n, 0) / all;
  const scatter = deaths.reduce((sum, d, k) => sum + people[k]! * (d / people[k]! - mean) ** 2, 0) / all;
  const between = Math.max(0, scatter - mean / (all / members.length));
  const rate = events[cell]! / personYears[cell]!;
  return 1e5 * (between === 0 ? mean : mean + (between / (between + mean / personYears[cell]!)) * (rate - mean));
}
