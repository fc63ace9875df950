/** From a number on, and up to another that is not in it any more. */
export type Interval = Readonly<{ from: number; below: number }>;

/** An interval with the shorter ones, without gap or overlap, that make it up. */
export type IntervalParts<T extends Interval> = Readonly<{ whole: T; parts: readonly Interval[] }>;

/**
 * Cuts intervals at all their ends, and gives those that are made of more than one piece with their pieces: ages of which
 * some are told together, years that overlap.
 *
 * @example
 * intervalParts([{ from: 2006, below: 2011 }, { from: 2009, below: 2011 }])
 * // => [{ whole: { from: 2006, below: 2011 }, parts: [{ from: 2006, below: 2009 }, { from: 2009, below: 2011 }] }]
 */
export function intervalParts<T extends Interval>(intervals: readonly T[]): readonly IntervalParts<T>[] {
  if (intervals.length < 2) return [];
  const ends = [...new Set(intervals.flatMap(({ from, below }) => [from, below]))].sort((a, b) => a - b);
  return intervals.flatMap((whole) => {
    const within = ends.filter((end) => end >= whole.from && end <= whole.below);
    const parts = within.slice(1).map((below, i) => ({ from: within[i]!, below }));
    return parts.length > 1 ? [{ whole, parts }] : [];
  });
}
