/** A row of counts by age. */
export type PlainRow = Readonly<{ age: number; deaths: number; personYears: number }>;

/** Chiang's table with Silcocks limits, column by column as a textbook writes it: a plain baseline to be faster than. */
export function plainLifeTable(
  rows: readonly PlainRow[],
): readonly Readonly<{ age: number; expectancy: number; lower: number; upper: number }>[] {
  const last = rows.length - 1;
  const dying = rows.map(({ age, deaths, personYears }, i) => {
    const rate = deaths / personYears;
    const width = i === last ? 2 / rate : rows[i + 1]!.age - age;
    const share = age === 0 ? 0.1 : 0.5;
    const q = deaths <= personYears / width / share ? (width * rate) / (1 + width * (1 - share) * rate) : 1;
    return { width, share, rate, deaths, q: i === last ? 1 : q };
  });
  let alive = 100_000;
  const table = dying.map((row, i) => {
    const survivors = alive;
    alive *= 1 - row.q;
    const years = i === last ? survivors / row.rate : row.width * (alive + row.share * (survivors - alive));
    return { ...row, survivors, years };
  });
  const expectancies = table.map(
    ({ survivors }, i) => table.slice(i).reduce((sum, row) => sum + row.years, 0) / survivors,
  );
  const terms = table.map(({ survivors, width, share, rate, deaths, q }, i) => {
    if (i === last) return survivors ** 2 / (deaths * rate ** 2);
    if (deaths === 0) return 0;
    return (survivors * ((1 - share) * width + expectancies[i + 1]!)) ** 2 * ((q * q * (1 - q)) / deaths);
  });
  return table.map(({ survivors }, i) => {
    const error = Math.sqrt(terms.slice(i).reduce((sum, term) => sum + term, 0)) / survivors;
    const [expectancy, reach] = [expectancies[i]!, 1.959963984540054 * error];
    return { age: rows[i]!.age, expectancy, lower: expectancy - reach, upper: expectancy + reach };
  });
}
