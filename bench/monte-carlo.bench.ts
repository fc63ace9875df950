import { isUndefined, lifeExpectancy, simulatedLifeExpectancy } from "@evenspan/stats";
import { medianMs, printClaim } from "./median-ms.ts";
import { peersOf, speedClaims } from "./peer-figures.ts";
import { plainLifeTable } from "./plain-life-table.ts";
import { syntheticAreas } from "./synthetic-areas.ts";

/**
 * A thousand simulated life tables for each of 77 community areas, twenty bands each, on one thread.
 *
 * Claim: at most half a second. Baseline: the same number of draws, each by multiplying uniform numbers (normal from a
 * mean of 50 on), into a table of objects, their percentiles by sorting.
 */
const areas = 77;
const replicates = 1000;
const bands = syntheticAreas(areas, 35_000);
const count = bands.ages.length;
const areaAt = (area: number) => ({
  ages: bands.ages,
  deaths: bands.deaths.subarray(area * count, (area + 1) * count),
  personYears: bands.personYears.subarray(area * count, (area + 1) * count),
});

const simulate = (area: number) => simulatedLifeExpectancy(areaAt(area), { seed: area, replicates });
const ms = medianMs(() => {
  for (let area = 0; area < areas; area++) simulate(area);
}, 7);
const baselineMs = medianMs(() => {
  for (let area = 0; area < areas; area++) plain(area);
}, 3);

for (const area of [0, 38, 76]) {
  const [ours, exact] = [simulate(area), lifeExpectancy(areaAt(area))];
  if (isUndefined(ours) || isUndefined(exact)) throw new Error("An area has no life table.");
  const theirs = plain(area);
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5 * exact.standardError;
  if (!near(ours.lower, theirs.lower) || !near(ours.upper, theirs.upper))
    throw new Error(`The two do not agree in area ${area}.`);
}

printClaim(`${replicates} simulated life tables of ${areas} areas × ${count} bands, one thread`, {
  ms,
  claimMs: 500,
  baseline: "plain draws into tables of objects",
  baselineMs,
  peers: peersOf(speedClaims.simulatedLifeExpectancy),
});

function plain(area: number): Readonly<{ lower: number; upper: number }> {
  const { ages, deaths, personYears } = areaAt(area);
  const values = Array.from({ length: replicates }, () => {
    const rows = ages.map((age, i) => ({ age, deaths: drawn(deaths[i]!), personYears: personYears[i]! }));
    return plainLifeTable(rows)[0]!.expectancy;
  });
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { lower: at(0.025), upper: at(0.975) };
}

function drawn(mean: number): number {
  if (mean >= 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let k = 0;
  for (let product = Math.random(); product > limit; product *= Math.random()) k++;
  return k;
}
