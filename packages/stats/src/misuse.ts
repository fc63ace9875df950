/** A programming mistake, not a property of the data: throws a RangeError whose sentence names the mistake. */
export function misuse(sentence: string): never {
  throw new RangeError(sentence);
}

/** What every right call keeps to; a call that does not is told the rule and what it gave. */
export function requireThat(isKept: boolean, rule: string, given: unknown): void {
  if (!isKept) misuse(`${rule}; it was given as ${given}.`);
}

/** A confidence level is a fraction strictly between 0 and 1; 95 is a common slip and deserves its own sentence. */
export function requireLevel(level: number): void {
  requireThat(level > 0 && level < 1, "A confidence level is a fraction between 0 and 1, such as 0.95", level);
}

/** Columns that describe the same rows must have the same length; one that may be left out is no column then. */
export function requireSameLength(columns: Readonly<Record<string, ArrayLike<unknown> | undefined>>): void {
  let [first, length] = ["", -1];
  for (const [name, column] of Object.entries(columns)) {
    if (length < 0 && column) [first, length] = [name, column.length];
    if (column && column.length !== length)
      misuse(`\`${first}\` has ${length} entries and \`${name}\` has ${column.length}; they must match.`);
  }
}

/** A number that lies between 0 and 1, both included; `what` begins the sentence. */
export function requireShare(what: string, share: number): void {
  requireThat(share >= 0 && share <= 1, `${what} lies between 0 and 1`, share);
}

/** A probability lies between 0 and 1, both included. */
export function requireProbability(probability: number): void {
  requireShare("A probability", probability);
}

/** A parameter that must be above zero and finite. */
export function requirePositive(name: string, parameter: number): void {
  requireThat(parameter > 0 && parameter < Infinity, `\`${name}\` must be above zero and finite`, parameter);
}

/** A parameter that must not be negative, nor infinite. */
export function requireNotNegative(name: string, parameter: number): void {
  requireThat(parameter >= 0 && parameter < Infinity, `\`${name}\` must be zero or more and finite`, parameter);
}

/** Whether a number is whole and at least so much. */
export const isWhole = (count: number, least = 0): boolean => Number.isInteger(count) && count >= least;

/** A count of trials, events, groups: a whole number, at least so much. */
export function requireWhole(name: string, count: number, least = 0): void {
  requireThat(isWhole(count, least), `\`${name}\` must be a whole number of ${least} or more`, count);
}

/** A place in a list is numbered from 0. */
export function requirePlace(what: string, place: number, size: number): void {
  if (!(isWhole(place) && place < size)) misuse(`There is no ${what} ${place} among the ${size}, numbered from 0.`);
}

/** A column that must rise from entry to entry, such as ages or years. */
export function requireRising(name: string, column: ArrayLike<number>): void {
  for (let i = 1; i < column.length; i++)
    if (!(column[i]! > column[i - 1]!)) misuse(`\`${name}\` must rise: ${column[i]} follows ${column[i - 1]}.`);
}
