const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** The slope of one area's groups and its limits, as a textbook writes them: a plain baseline to be faster than. */
export function lineThrough(
  values: readonly number[],
  population: readonly number[],
  errors: readonly number[],
): Readonly<{ slope: number; lower: number; upper: number }> {
  const total = sum(population);
  const shares = population.map((n) => n / total);
  const ranks = shares.map((share, j) => sum(shares.slice(0, j)) + share / 2);
  const middle = sum(shares.map((share, j) => share * ranks[j]!));
  const spread = sum(shares.map((share, j) => share * (ranks[j]! - middle) ** 2));
  const pulls = shares.map((share, j) => (share * (ranks[j]! - middle)) / spread);
  const slope = sum(pulls.map((pull, j) => pull * values[j]!));
  const error = Math.sqrt(sum(pulls.map((pull, j) => (pull * errors[j]!) ** 2)));
  return { slope, lower: slope - 1.959963984540054 * error, upper: slope + 1.959963984540054 * error };
}
