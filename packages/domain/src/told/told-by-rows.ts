import type { SourceRow } from "../releases/release-content.ts";
import type { CountName } from "./count-name.ts";
import type { Telling } from "./told-by-figures.ts";

/** What shown rows of a source tell of counts: those that are counts, and crude rates with as many decimals as they have. */
export function toldByRows(rows: Iterable<SourceRow>): readonly Telling[] {
  const tellings: Telling[] = [];
  const rates: SourceRow[] = [];
  for (const row of rows) {
    const name = countOfRow(row);
    if (name !== null && row.value !== null) tellings.push({ name, tells: "count", count: row.value });
    else if (name !== null && row.state === "suppressed") tellings.push({ name, tells: "kept" });
    else if (row.measure === "crude-death-rate-per-100k" && row.value !== null) rates.push(row);
  }
  // A file prints its rates alike: one of 120 among others of one decimal is 120.0.
  const decimals = Math.max(0, ...rates.map(({ value }) => String(value).split(".")[1]?.length ?? 0));
  for (const row of rates) tellings.push({ name: nameOf(row, "deaths"), tells: "rate", per100k: row.value!, decimals });
  return tellings;
}

/** The count that a row is; null where it is something else. */
export function countOfRow(row: SourceRow): CountName | null {
  if (row.measure === "deaths") return nameOf(row, "deaths");
  return row.measure === "population" ? nameOf(row, "people") : null;
}

const nameOf = (row: SourceRow, of: CountName["of"]): CountName => ({
  ...{ of, place: row.place, from: row.yearFrom, to: row.yearTo, sex: row.sex, cause: row.cause },
  ...{ ageFrom: row.ageFrom, ageBelow: row.ageBelow },
});
