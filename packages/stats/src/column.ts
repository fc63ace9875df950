/** A column of so many zeros. */
export const emptyColumn = (length: number): Float64Array => new Float64Array(length);

/** A column with the figures of a list. */
export function columnOf(figures: ArrayLike<number>): Float64Array;
/** A column of what each entry of a list gives to it. */
export function columnOf<Entry>(entries: ArrayLike<Entry>, figure: (entry: Entry, i: number) => number): Float64Array;
/** A column of the figures of a list, or of what each of its entries gives to it. */
export function columnOf(
  entries: ArrayLike<number>,
  figure: (entry: number, i: number) => number = (entry) => entry,
): Float64Array {
  const column = emptyColumn(entries.length);
  for (let i = 0; i < column.length; i++) column[i] = figure(entries[i]!, i);
  return column;
}
