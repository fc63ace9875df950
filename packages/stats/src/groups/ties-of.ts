import { isKnown } from "../maths.ts";

/** The places of the values that are known, as they stand. */
export const knownPlaces = (values: ArrayLike<number>): number[] =>
  Array.from(values, (_, i) => i).filter((i) => isKnown(values[i]));

/** The places of the known values from the lowest up, those of equal values together. */
export function tiesOf(values: ArrayLike<number>): number[][] {
  const ties: number[][] = [];
  for (const i of knownPlaces(values).sort((a, b) => values[a]! - values[b]!)) {
    const last = ties.at(-1);
    if (last && values[last[0]!] === values[i]) last.push(i);
    else ties.push([i]);
  }
  return ties;
}
