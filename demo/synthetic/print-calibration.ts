import { gazetteer } from "@evenspan/domain/places/gazetteer";
import { calibrations } from "./calibration.ts";
import { demonstrationSeed, syntheticCells } from "./counts.ts";

/** Prints how near the synthetic counts come to their targets: node --import tsx demo/synthetic/print-calibration.ts [seed] */
const seed = Number(process.argv[2] ?? demonstrationSeed);
console.log(`Synthetic deaths and people, 2015–2019, seed ${seed}: life expectancy in years`);
console.log(`${"area".padEnd(24)} target  computed  95% limits    distance in standard errors`);
for (const { area, targetYears, computed, distance } of calibrations(syntheticCells(seed))) {
  const name = gazetteer.place(`area:${area}`)?.name ?? "";
  const limits = `${computed.lower.toFixed(1)}–${computed.upper.toFixed(1)}`;
  console.log(
    `${name.padEnd(24)} ${targetYears.toFixed(1).padStart(6)}${computed.value.toFixed(1).padStart(10)}  ${limits.padEnd(12)}${distance.toFixed(1).padStart(6)}`,
  );
}
