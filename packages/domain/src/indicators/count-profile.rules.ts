/** Counts of one place, period, sex and cause: their total, and by age where the file tells ages. */
export type CountProfile = Readonly<{
  /** All ages. */
  total: number;
  /** By first age of each band, ascending, the last band open; null where the file does not tell ages. */
  bands: readonly AgeCount[] | null;
  /** Rows of the source that it rests on: those of the ages and, where the file has it, that of all ages. */
  rows: number;
  /** Their numbers, for the receipt. */
  observations: readonly number[];
}>;

/** People or deaths whose age is at least `ageFrom` and less than the next band's. */
export type AgeCount = Readonly<{ ageFrom: number; count: number }>;

/** A cell of a count: one age band (or all ages: 0 to null), and null where the publisher withheld or lost it. */
export type CountCell = Readonly<{
  ageFrom: number;
  ageBelow: number | null;
  count: number | null;
  rows: number;
  observations: readonly number[];
}>;

/**
 * The profile of the cells of one place, period, sex and cause.
 *
 * Null where a cell has no value: a sum with an unknown part is unknown. A row for all ages gives the total; the
 * bands, where there are any, must cover every age once, which the loader has checked.
 *
 * @example
 * countProfile([
 *   { ageFrom: 0, ageBelow: 65, count: 3, rows: 1, observations: [1] },
 *   { ageFrom: 65, ageBelow: null, count: 9, rows: 1, observations: [2] },
 * ]) // => { total: 12, rows: 2 }
 */
export function countProfile(cells: readonly CountCell[]): CountProfile | null {
  if (cells.length === 0 || cells.some((cell) => cell.count === null)) return null;
  const whole = cells.find((cell) => cell.ageFrom === 0 && cell.ageBelow === null);
  const parts = cells.filter((cell) => cell !== whole).sort((a, b) => a.ageFrom - b.ageFrom);
  return {
    total: whole?.count ?? parts.reduce((sum, cell) => sum + cell.count!, 0),
    bands: parts.length > 1 ? parts.map(({ ageFrom, count }) => ({ ageFrom, count: count! })) : null,
    rows: cells.reduce((sum, cell) => sum + cell.rows, 0),
    observations: cells.flatMap((cell) => cell.observations),
  };
}

/**
 * The sum of profiles: of the places of a set, the years of a period, or both sexes. Null where one is missing.
 * Ages are kept where every part tells them, in the finest bands that all share.
 *
 * @example
 * sumProfiles([
 *   { total: 5, bands: [{ ageFrom: 0, count: 2 }, { ageFrom: 65, count: 3 }], rows: 2, observations: [] },
 *   { total: 7, bands: [{ ageFrom: 0, count: 1 }, { ageFrom: 65, count: 6 }], rows: 2, observations: [] },
 * ]).bands // => [{ ageFrom: 0, count: 3 }, { ageFrom: 65, count: 9 }]
 */
export function sumProfiles(parts: readonly (CountProfile | null)[]): CountProfile | null {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || known.length < parts.length) return null;
  const ages = sharedAges(known.map((part) => part.bands));
  return {
    total: known.reduce((sum, part) => sum + part.total, 0),
    bands: ages?.map((ageFrom, i) => ({ ageFrom, count: sumOf(known, ageFrom, ages[i + 1] ?? Infinity) })) ?? null,
    rows: known.reduce((sum, part) => sum + part.rows, 0),
    observations: known.flatMap((part) => part.observations),
  };
}

const sumOf = (parts: readonly CountProfile[], from: number, below: number): number =>
  parts.reduce((sum, part) => sum + bandCount(part.bands!, from, below), 0);

const bandCount = (bands: readonly AgeCount[], from: number, below: number): number =>
  bands.reduce((sum, band) => (band.ageFrom >= from && band.ageFrom < below ? sum + band.count : sum), 0);

/**
 * The first ages that every list of bands has: the finest bands that all can be put into without splitting one.
 * Null where one tells no ages.
 *
 * @example
 * sharedAges([
 *   [{ ageFrom: 0, count: 1 }, { ageFrom: 1, count: 1 }, { ageFrom: 5, count: 1 }],
 *   [{ ageFrom: 0, count: 1 }, { ageFrom: 5, count: 1 }],
 * ]) // => [0, 5]
 */
export function sharedAges(lists: readonly (readonly AgeCount[] | null)[]): readonly number[] | null {
  const [first, ...others] = lists;
  if (!first || others.some((list) => list === null)) return null;
  const sets = others.map((list) => new Set(list!.map((band) => band.ageFrom)));
  const shared = first.map((band) => band.ageFrom).filter((age) => sets.every((set) => set.has(age)));
  return shared.length > 1 ? shared : null;
}

/** The counts of a profile in given bands; the ages must be among its own. */
export const countsIn = (bands: readonly AgeCount[], ages: readonly number[]): readonly number[] =>
  ages.map((from, i) => bandCount(bands, from, ages[i + 1] ?? Infinity));
