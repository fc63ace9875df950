import { bandStarts } from "./bands.ts";
import type { SyntheticCell } from "./counts.ts";
import { yearsToLive } from "./schedule.ts";
import { syntheticAreas } from "./synthetic-area.ts";

/** How near an area's life expectancy, computed from its synthetic counts, comes to what it was made to meet. */
export type Calibration = Readonly<{
  area: number;
  targetYears: number;
  computedYears: number;
  /** Of the computed value, by chance alone. */
  standardErrorYears: number;
}>;

/**
 * The check of the synthetic counts: every area, both sexes and five years together.
 *
 * The standard error is Chiang's with the term of the open band by Silcocks and others (2001), taken here from the
 * slope of the life table in each rate: Var(e) = Σ (∂e/∂m)² D/P².
 */
export function calibrations(cells: readonly SyntheticCell[]): readonly Calibration[] {
  return syntheticAreas.map(({ area, targetYears }) => {
    const ofArea = cells.filter((cell) => cell.area === area);
    const deaths = sumByBand(ofArea, (cell) => cell.deaths);
    const people = sumByBand(ofArea, (cell) => cell.people);
    const rates = deaths.map((count, band) => count / people[band]!);
    const variance = rates.reduce((sum, _, band) => sum + (slope(rates, band) / people[band]!) ** 2 * deaths[band]!, 0);
    return { area, targetYears, computedYears: yearsToLive(rates), standardErrorYears: Math.sqrt(variance) };
  });
}

function sumByBand(cells: readonly SyntheticCell[], count: (cell: SyntheticCell) => number): number[] {
  const sums = bandStarts.map(() => 0);
  for (const cell of cells) sums[cell.band]! += count(cell);
  return sums;
}

function slope(rates: readonly number[], band: number): number {
  const step = 1e-6;
  const moved = (by: number) => yearsToLive(rates.map((rate, i) => (i === band ? rate + by : rate)));
  return (moved(step) - moved(-step)) / (2 * step);
}
