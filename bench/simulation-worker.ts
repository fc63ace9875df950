import { parentPort } from "node:worker_threads";
import { isUndefined, simulatedLifeExpectancy } from "@evenspan/stats";
import { syntheticAreas } from "./synthetic-areas.ts";

/** Which areas a worker simulates, and how often each. */
export type SimulationShare = Readonly<{ from: number; to: number; replicates: number }>;

/** Areas of the made-up city. */
export const cityAreas = 77;

const bands = syntheticAreas(cityAreas, 35_000);
const count = bands.ages.length;

/** The lower limits of a share of the areas; each area has its own seed, so that any split gives the same figures. */
export function simulatedShare({ from, to, replicates }: SimulationShare): Float64Array {
  return Float64Array.from({ length: to - from }, (_, i) => {
    const cells = [(from + i) * count, (from + i + 1) * count] as const;
    const [deaths, personYears] = [bands.deaths.subarray(...cells), bands.personYears.subarray(...cells)];
    const simulated = simulatedLifeExpectancy(
      { ages: bands.ages, deaths, personYears },
      { seed: from + i, replicates },
    );
    if (isUndefined(simulated)) throw new Error(simulated.message);
    return simulated.lower;
  });
}

parentPort?.on("message", (share: SimulationShare) => parentPort?.postMessage(simulatedShare(share)));
