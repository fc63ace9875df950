/** The sum of a column. */
export function sumOf(column: ArrayLike<number>): number;
/** The sum of what each entry of a list gives to it. */
export function sumOf<Entry>(entries: ArrayLike<Entry>, term: (entry: Entry, i: number) => number): number;
/** The sum of a column, or of what each entry of a list gives to it, in their order. */
export function sumOf(
  entries: ArrayLike<number>,
  term: (entry: number, i: number) => number = (entry) => entry,
): number {
  let sum = 0;
  for (let i = 0; i < entries.length; i++) sum += term(entries[i]!, i);
  return sum;
}

/** The sum of what two columns give when multiplied entry by entry. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
