import { floor, max } from "../maths.ts";
import { dot } from "../sum-of.ts";
import { orthonormal } from "./orthogonal-fit.ts";
import { segmentColumns } from "./segmented-line.ts";
import type { Responses } from "./series.ts";

/** Years between an end, or a joinpoint, and the next joinpoint: at least this many, not counting the joinpoints. */
export const yearsApart = 2;

/** Every way to put so many joinpoints on observed years, each with the directions that it adds to a straight line. */
export type Grid = Readonly<{
  joinpoints: number;
  places: readonly (readonly number[])[];
  /** Orthonormal to a straight line and to each other: `joinpoints` vectors a place. */
  directions: readonly Float64Array[];
}>;

/** More places than these would take too much memory. */
export const mostPlaces = 30_000;

/** The grid of so many joinpoints on the years of a series. */
export function gridOf(points: Responses, joinpoints: number): Grid {
  const places = placesIn(points.years.length, joinpoints).map((place) => place.map((i) => points.years[i]!));
  const line = straightDirections(points);
  const directions = places.flatMap((place) => orthonormal(segmentColumns(points, place).slice(2), line));
  return { joinpoints, places, directions };
}

/** The two directions of a straight line. */
export const straightDirections = (points: Responses): Float64Array[] => orthonormal(segmentColumns(points, []));

/** The place that leaves the least of what a straight line left, and how much it leaves. */
export function bestPlace(
  { joinpoints, places, directions }: Grid,
  beside: Float64Array,
): Readonly<{ place: readonly number[]; sumOfSquares: number }> {
  let [best, most] = [0, -1];
  for (let i = 0; i < places.length; i++) {
    let explained = 0;
    for (let k = 0; k < joinpoints; k++) explained += dot(directions[i * joinpoints + k]!, beside) ** 2;
    if (explained > most) [best, most] = [i, explained];
  }
  return { place: places[best]!, sumOfSquares: max(0, dot(beside, beside) - most) };
}

/** How many joinpoints so many years have room for. */
export const roomFor = (years: number): number => max(0, floor((years - yearsApart) / (yearsApart + 1)));

/** How many ways there are to place them: a choice out of the years that are left when those apart are set aside. */
export function placeCount(years: number, joinpoints: number): number {
  const free = years - yearsApart * (joinpoints + 1);
  let count = 1;
  for (let k = 0; k < joinpoints; k++) count *= (free - k) / (k + 1);
  return count;
}

function placesIn(years: number, joinpoints: number): number[][] {
  let places: number[][] = [[]];
  for (let k = 0; k < joinpoints; k++) {
    const still = (joinpoints - k - 1) * (yearsApart + 1);
    places = places.flatMap((place) => {
      const first = (place.at(-1) ?? -1) + yearsApart + 1;
      const last = years - 1 - yearsApart - still;
      return Array.from({ length: max(0, last - first + 1) }, (_, i) => [...place, first + i]);
    });
  }
  return places;
}
