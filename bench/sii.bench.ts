import { slopeIndexAt, slopeIndexes } from "@evenspan/stats";
import { medianMs } from "./median-ms.ts";
import { peersOf, speedClaims } from "./peer-figures.ts";
import { lineThrough } from "./sii-baseline.ts";

/**
 * Exact limits of the slope and relative indices of inequality for every county of the United States, ten groups each, on
 * one thread.
 *
 * Claim: at most 10 milliseconds. Baseline: the same line and slope limits area by area, written plainly with arrays,
 * without the relative index or any check.
 */
const areas = 3_144;
const groups = 10;
const cells = areas * groups;
const claimMs = 10;

const values = Float64Array.from({ length: cells }, (_, i) => 72 + (i % groups) * 0.9 + ((i * 7919) % 101) / 40);
const population = Float64Array.from({ length: cells }, (_, i) => 900 + ((i * 104_729) % 9_001));
const standardErrors = Float64Array.from({ length: cells }, (_, i) => 0.2 + ((i * 31) % 57) / 100);

const columns = slopeIndexes({ groups, values, population, standardErrors });
const ours = medianMs(() => slopeIndexes({ groups, values, population, standardErrors }, { into: columns }), 41);
const plain = medianMs(() => {
  for (let area = 0; area < areas; area++) {
    const of = (column: Float64Array) => Array.from(column.subarray(area * groups, (area + 1) * groups));
    lineThrough(of(values), of(population), of(standardErrors));
  }
}, 41);

const last = slopeIndexAt(columns, areas - 1);
const check = lineThrough(
  [...values.subarray(-groups)],
  [...population.subarray(-groups)],
  [...standardErrors.subarray(-groups)],
);
if ("undefined" in last || Math.abs(last.sii.value - check.slope) > 1e-9) throw new Error("The two do not agree.");

console.log(`exact SII and RII limits, ${areas} areas × ${groups} groups, one thread: ${ours.toFixed(2)} ms`);
console.log(`claim: at most ${claimMs} ms; ${ours <= claimMs ? "held" : "NOT held"}`);
console.log(
  `baseline, the slope alone with arrays for each area: ${plain.toFixed(2)} ms, ${(plain / ours).toFixed(1)} times as long`,
);
console.log(peersOf(speedClaims.slopeIndexes));
process.exitCode = ours <= claimMs ? 0 : 1;
