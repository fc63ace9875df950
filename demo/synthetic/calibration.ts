import { type EstimateWithError, isUndefined, lifeExpectancy } from "@evenspan/stats";
import { bandStarts } from "./bands.ts";
import type { SyntheticCell } from "./counts.ts";
import { syntheticAreas } from "./synthetic-area.ts";

/** How near an area's life expectancy, computed from its synthetic counts, comes to what it was made to meet. */
export type Calibration = Readonly<{
  area: number;
  targetYears: number;
  computed: EstimateWithError;
  /** Computed less target, in standard errors of the computed. */
  distance: number;
}>;

/** The check of the synthetic counts: every area, both sexes and all years together, by the library's own life table. */
export const calibrations = (cells: readonly SyntheticCell[]): readonly Calibration[] =>
  syntheticAreas.map(({ area, targetYears }) => {
    const ofArea = cells.filter((cell) => cell.area === area);
    const computed = lifeExpectancy({
      ages: bandStarts,
      deaths: sumByBand(ofArea, (cell) => cell.deaths),
      personYears: sumByBand(ofArea, (cell) => cell.people),
    });
    if (isUndefined(computed)) throw new Error(`Area ${area} has no life table: ${computed.message}`);
    return { area, targetYears, computed, distance: (computed.value - targetYears) / computed.standardError };
  });

function sumByBand(cells: readonly SyntheticCell[], count: (cell: SyntheticCell) => number): number[] {
  const sums = bandStarts.map(() => 0);
  for (const cell of cells) sums[cell.band]! += count(cell);
  return sums;
}
