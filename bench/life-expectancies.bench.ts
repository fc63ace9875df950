import { lifeExpectancies, lifeExpectancyAt } from "@evenspan/stats";
import { medianMs, printClaim } from "./median-ms.ts";
import { peersOf, speedClaims } from "./peer-figures.ts";
import { plainLifeTable } from "./plain-life-table.ts";
import { syntheticAreas } from "./synthetic-areas.ts";

/**
 * Life expectancy with Silcocks limits at every age for every census tract of the United States, twenty bands each, on
 * one thread.
 *
 * Claim: at most 40 milliseconds. Baseline: the textbook's table area by area, a row an object, without any check.
 */
const areas = 73_000;
const bands = syntheticAreas(areas, 20_000);
const count = bands.ages.length;

const into = lifeExpectancies(bands);
const ms = medianMs(() => lifeExpectancies(bands, { into }));
const rowsOf = (area: number) =>
  bands.ages.map((age, i) => ({
    age,
    deaths: bands.deaths[area * count + i]!,
    personYears: bands.personYears[area * count + i]!,
  }));
const baselineMs = medianMs(() => {
  for (let area = 0; area < areas; area++) plainLifeTable(rowsOf(area));
}, 3);

for (const area of [0, 4_711, areas - 1])
  for (const { age, expectancy, lower } of plainLifeTable(rowsOf(area))) {
    const ours = lifeExpectancyAt(into, area, age);
    if ("undefined" in ours || Math.abs(ours.value - expectancy) > 1e-9 || Math.abs(ours.lower - lower) > 1e-9)
      throw new Error(`The two do not agree in area ${area} at age ${age}.`);
  }

printClaim(`life expectancy with Silcocks limits at every age, ${areas} areas × ${count} bands, one thread`, {
  ms,
  claimMs: 40,
  baseline: "a table of objects for each area",
  baselineMs,
  peers: peersOf(speedClaims.lifeExpectancies),
});
