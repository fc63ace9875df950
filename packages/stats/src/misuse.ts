/** A programming mistake, not a property of the data: throws a RangeError whose sentence names the mistake. */
export function misuse(sentence: string): never {
  throw new RangeError(sentence);
}

/** A confidence level is a fraction strictly between 0 and 1; 95 is a common slip and deserves its own sentence. */
export function requireLevel(level: number): void {
  if (level > 0 && level < 1) return;
  misuse(`A confidence level is a fraction between 0 and 1, such as 0.95; it was given as ${level}.`);
}

/** Columns that describe the same rows must have the same length. */
export function requireSameLength(columns: Readonly<Record<string, ArrayLike<unknown>>>): void {
  const [first, ...rest] = Object.entries(columns);
  if (first === undefined) return;
  for (const [name, column] of rest)
    if (column.length !== first[1].length)
      misuse(`\`${first[0]}\` has ${first[1].length} entries and \`${name}\` has ${column.length}; they must match.`);
}

/** A probability lies between 0 and 1, both included. */
export function requireProbability(probability: number): void {
  if (!(probability >= 0 && probability <= 1))
    misuse(`A probability lies between 0 and 1; it was given as ${probability}.`);
}

/** A parameter that must be above zero and finite. */
export function requirePositive(name: string, parameter: number): void {
  if (!(parameter > 0 && parameter < Infinity))
    misuse(`\`${name}\` must be above zero and finite; it was given as ${parameter}.`);
}

/** A count of trials or events: a whole number, zero or more. */
export function requireWholeNumber(name: string, count: number): void {
  if (!(Number.isInteger(count) && count >= 0))
    misuse(`\`${name}\` must be a whole number, zero or more; it was given as ${count}.`);
}
