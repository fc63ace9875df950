import { parse } from "csv-parse/sync";
import type { PlaceId } from "../places/place.ts";
import type { SourceRow } from "../releases/release-content.ts";
import { csv } from "./csv.ts";

const columns = [
  "observation",
  "line",
  "measure",
  "place",
  "year_from",
  "year_to",
  "sex",
  "age_from",
  "age_below",
  "cause",
  "state",
  "value",
  "lower",
  "upper",
  "doubt",
  "said_by",
] as const;

/** Source rows as the CSV file that a release holds. */
export const rowsTable = (rows: readonly SourceRow[]): string =>
  csv(
    columns,
    rows.map((row) => [
      row.observation,
      row.line,
      row.measure,
      row.place,
      row.yearFrom,
      row.yearTo,
      row.sex,
      row.ageFrom,
      row.ageBelow,
      row.cause,
      row.state,
      row.value,
      row.lower,
      row.upper,
      row.doubt,
      row.saidBy,
    ]),
  );

/** Reads such a file back, by the number of the observation. */
export function readRowsTable(text: string): ReadonlyMap<number, SourceRow> {
  const records: Record<(typeof columns)[number], string>[] = parse(text, { columns: true, record_delimiter: "\r\n" });
  return new Map(records.map((record) => [Number(record.observation), rowOf(record)]));
}

const number = (cell: string): number | null => (cell === "" ? null : Number(cell));

const rowOf = (record: Record<(typeof columns)[number], string>): SourceRow => ({
  observation: Number(record.observation),
  line: Number(record.line),
  measure: record.measure,
  place: record.place as PlaceId,
  yearFrom: Number(record.year_from),
  yearTo: Number(record.year_to),
  sex: record.sex,
  ageFrom: Number(record.age_from),
  ageBelow: number(record.age_below),
  cause: record.cause,
  state: record.state,
  value: number(record.value),
  lower: number(record.lower),
  upper: number(record.upper),
  doubt: record.doubt === "" ? null : record.doubt,
  saidBy: record.said_by === "" ? null : record.said_by.replace(/^'(?=[=+\-@\t\r\n])/, ""),
});
