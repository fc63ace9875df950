import { rateAt, standardisedRates } from "@evenspan/stats";
import { medianMs, printClaim } from "./median-ms.ts";
import { peersOf, speedClaims } from "./peer-figures.ts";
import { plainFayFeuer } from "./plain-fay-feuer.ts";
import { syntheticAreas, twentyBands } from "./synthetic-areas.ts";

/**
 * Directly standardised rates of every census tract of the United States with Fay–Feuer's gamma limits, and again with
 * Dobson's and Byar's, twenty bands each, on one thread.
 *
 * Claim: at most 150 milliseconds for both. Baseline: the Fay–Feuer limits alone, area by area, their quantiles by
 * halving an interval over the incomplete gamma function; measured on a tenth of the areas.
 */
const areas = 73_000;
const { deaths: events, personYears } = syntheticAreas(areas, 4_000);
const standardPopulation = twentyBands.map((age) => Math.round(90_000 * Math.exp(-age / 60)));
const of = { events, personYears, standardPopulation };

const into = standardisedRates(of);
const byar = standardisedRates(of, { method: "dobson-byar" });
const ms = medianMs(() => {
  standardisedRates(of, { into });
  standardisedRates(of, { method: "dobson-byar", into: byar });
});

const count = twentyBands.length;
const plain = (area: number) =>
  plainFayFeuer(
    [...events.subarray(area * count, (area + 1) * count)],
    [...personYears.subarray(area * count, (area + 1) * count)],
    standardPopulation,
  );
const tenth = areas / 10;
const baselineMs =
  10 *
  medianMs(() => {
    for (let area = 0; area < tenth; area++) plain(area);
  }, 1);

for (const area of [0, 4_711, areas - 1]) {
  const [ours, theirs] = [rateAt(into, area), plain(area)];
  const agrees = (key: "value" | "lower" | "upper") =>
    !("undefined" in ours) && Math.abs(ours[key] / theirs[key] - 1) < 1e-9;
  if (!(agrees("value") && agrees("lower") && agrees("upper")))
    throw new Error(`The two do not agree in area ${area}.`);
}

printClaim(`direct rates with Fay–Feuer and with Byar limits, ${areas} areas × ${count} bands, one thread`, {
  ms,
  claimMs: 150,
  baseline: "Fay–Feuer limits alone by halving",
  baselineMs,
  peers: peersOf(speedClaims.standardisedRates),
});
