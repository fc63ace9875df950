/** Whole calendar years, the first and the last included. One year has both the same. */
export type Period = Readonly<{ from: number; to: number }>;

/**
 * A period as people write it.
 *
 * @example
 * periodText({ from: 2006, to: 2010 }) // => "2006–2010"
 * @example
 * periodText({ from: 2010, to: 2010 }) // => "2010"
 */
export const periodText = ({ from, to }: Period): string => (from === to ? String(from) : `${from}–${to}`);

/**
 * The number of years in a period.
 *
 * @example
 * periodYears({ from: 2006, to: 2010 }) // => 5
 */
export const periodYears = ({ from, to }: Period): number => to - from + 1;
