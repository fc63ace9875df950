import { max, noFigure } from "../maths.ts";
import type { Neighbours } from "./neighbours.ts";

/** The columns that `fillSurroundings` reads rates and reasons from and writes means and variances to. */
export type SurroundedRates = Readonly<{
  value: Float64Array;
  mean: Float64Array;
  variance: Float64Array;
  reason: Uint8Array;
}>;

/**
 * For each area with a rate (`reason` 0) the mean rate of it and its neighbours and Marshall's variance between them;
 * NaN for the others, which count in nobody's surroundings. No allocation, so that it can run over every cell of a grid.
 */
export function fillSurroundings(
  { value, mean, variance, reason }: SurroundedRates,
  personYears: ArrayLike<number>,
  events: ArrayLike<number>,
  { starts, members }: Neighbours,
  aboutEachMean: boolean,
): void {
  const areas = value.length;
  for (let i = 0; i < areas; i++) {
    let [deaths, people] = [events[i]!, personYears[i]!];
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = members[k]!;
      if (reason[j] !== 0) continue;
      deaths += events[j]!;
      people += personYears[j]!;
    }
    mean[i] = reason[i] === 0 ? deaths / people : noFigure;
  }
  for (let i = 0; i < areas; i++) {
    const centre = mean[i]!;
    let people = personYears[i]!;
    let squares = people * (value[i]! - centre) ** 2;
    let around = 1;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = members[k]!;
      if (reason[j] !== 0) continue;
      const away = value[j]! - (aboutEachMean ? mean[j]! : centre);
      people += personYears[j]!;
      squares += personYears[j]! * away * away;
      around++;
    }
    const moment = (squares - centre * around) / people;
    variance[i] = reason[i] !== 0 ? noFigure : max(moment, 0);
  }
}
