import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceRowOf } from "../releases/testing.ts";
import { csv } from "./csv.ts";
import { readRowsTable, rowsTable } from "./rows-table.ts";

const read = (text: string): string[][] => parse(text, { record_delimiter: "\r\n" });

describe("a CSV file that we write", () => {
  test("ends each line with CR LF, its headings first", () => {
    expect(
      csv(
        ["place", "years"],
        [
          ["area:26", 68.8],
          ["area:32", null],
        ],
      ),
    ).toBe("place,years\r\narea:26,68.8\r\narea:32,\r\n");
  });

  test("quotes a cell that holds a comma, a quotation mark or a line's end, and no other", () => {
    expect(csv(["a"], [["Loop, the"], ['the "Loop"'], ["two\nlines"], ["O'Hare"]])).toBe(
      'a\r\n"Loop, the"\r\n"the ""Loop"""\r\n"two\nlines"\r\nO\'Hare\r\n',
    );
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x","y")'])(
    "%j, which a spreadsheet would run, is made a text",
    (formula) => {
      expect(read(csv(["a"], [[formula]]))[1]).toEqual([`'${formula}`]);
    },
  );

  test("a negative number stays a number", () => {
    expect(csv(["change"], [[-3.5]])).toBe("change\r\n-3.5\r\n");
  });

  test("reads back as it was written, whatever stands in its cells", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(..."\"',\r\n=+-@\t ;é") }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const texts = rows.map((cells) =>
          cells.map((one) => (typeof one === "string" && /^[=+\-@\t\r\n]/.test(one) ? `'${one}` : String(one ?? ""))),
        );
        expect(read(csv(["one", "two"], rows))).toEqual([["one", "two"], ...texts]);
      }),
    );
  });
});

describe("a table of source rows", () => {
  test("reads back row by row, values that are not there included", () => {
    const rows = [
      sourceRowOf(),
      sourceRowOf({ observation: 27, ageFrom: 65, ageBelow: 75, value: 0, lower: null, upper: null }),
      sourceRowOf({
        observation: 9,
        state: "suppressed",
        value: null,
        lower: null,
        upper: null,
        doubt: "publisher-warning",
      }),
      sourceRowOf({ observation: 28, value: 0.1 + 0.2, lower: 1e-7, upper: 1e21 }),
      sourceRowOf({ observation: 29, saidBy: "=HYPERLINK(1), the City" }),
    ];
    expect([...readRowsTable(rowsTable(rows))]).toEqual(rows.map((row) => [row.observation, row]));
  });

  test("without rows is its headings", () => {
    expect(readRowsTable(rowsTable([])).size).toBe(0);
  });
});
