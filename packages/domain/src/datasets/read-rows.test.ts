import { expect, test } from "vitest";
import type { FileRow, FileTable } from "../files/table.ts";
import type { Complaint } from "../kernel/refusal.ts";
import { deathRecordsSource } from "../sources/death-records.source.ts";
import { matchHeadings, type Positions } from "./headings.ts";
import { keptRows } from "./kept-rows.ts";
import { rowReader } from "./read-rows.ts";

const table: FileTable = {
  headings: ["Place", "Year", "Age", "Sex", "Cause"],
  headingLine: 1,
  blocks: (async function* () {})(),
  commaMayBePoint: false,
};

/** A reader of death records, and what it complains of. */
function recordsReader(lastYear = 2100) {
  const complaints: Complaint[] = [];
  const complain = (complaint: Complaint) => void complaints.push(complaint);
  const positions = matchHeadings(deathRecordsSource.columns, table) as Positions;
  const kept = keptRows(deathRecordsSource.grid, complain);
  return { reader: rowReader(deathRecordsSource, table, positions, kept, complain, lastYear), complaints };
}

test("records that would make millions of counts, most of them zero, are refused instead of filling the disk", () => {
  const { reader, complaints } = recordsReader();
  const row = (n: number): FileRow => ({
    line: n + 2,
    cells: [`1703${String(n).padStart(7, "0")}`, String(1900 + (n % 200)), String(n % 105), "F", "I64"],
  });
  reader.read(Array.from({ length: 2000 }, (_, n) => row(n)));
  expect([...reader.counted()]).toEqual([]);
  // 2,000 tracts, 200 years, 19 bands, 2 sexes (both, female), 2 causes (all, stroke)
  expect(complaints).toMatchObject([{ line: 1, found: "places, years, ages and causes that make 30,400,000 counts" }]);
});

test("a year that has not come is refused on its line, and the year that it is now is read", () => {
  const { reader, complaints } = recordsReader(2025);
  reader.read([
    { line: 2, cells: ["26", "2025", "40", "F", "I64"] },
    { line: 3, cells: ["26", "2026", "40", "F", "I64"] },
  ]);
  const expected = "a year up to 2025, the one that it is now";
  expect(complaints).toEqual([{ line: 3, column: "Year", found: "“2026”", expected }]);
  expect([...reader.counted()].every(({ yearTo }) => yearTo === 2025)).toBe(true);
});

test("a complaint names the file's own heading, and shows the cell as it stands", () => {
  const { reader, complaints } = recordsReader();
  reader.read([{ line: 7, cells: ["26", "2020", "old", " F ", "I64"] }]);
  expect(complaints).toEqual([
    { line: 7, column: "Age", found: "“old”", expected: "an age in completed years, from 0 to 130" },
  ]);
});
