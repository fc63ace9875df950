import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMalformed } from "../malformed.ts";
import { sharedFile } from "../testing/shared-file.ts";
import { cellText } from "./cell-text.ts";
import { type SocrataTable, socrataTable } from "./socrata-table.ts";

const column = (name: string, fieldName: string, dataTypeName = "text", flags: string[] = []) => ({
  id: dataTypeName === "meta_data" ? -1 : 7,
  name,
  fieldName,
  dataTypeName,
  flags,
});

const rowsJson = (columns: object[], rows: unknown[]): string =>
  JSON.stringify({ meta: { view: { columns } }, data: rows }, null, 1);

const read = (text: string): SocrataTable => {
  const table = socrataTable(text);
  if (isMalformed(table)) throw new Error(`${table.line}: ${table.found}, expected ${table.expected}`);
  return table;
};

describe("the rows.json download of a Socrata portal", () => {
  const columns = [
    column("sid", ":sid", "meta_data"),
    column("Area", "area"),
    column("Wards", ":@computed_region_abcd", "number"),
    column("Secret", "secret", "text", ["hidden"]),
    column("Rate ", "rate", "number"),
  ];

  it("gives the columns that the portal's CSV shows, under both of their names", () => {
    const table = read(rowsJson(columns, [[1, "26", "4", "x", "7.5"]]));
    expect(table.headings).toEqual(["Area", "Rate "]);
    expect(table.fieldNames).toEqual(["area", "rate"]);
    expect(table.rows.map((row) => row.cells)).toEqual([["26", "7.5"]]);
  });

  it("leaves null blank, and keeps a dot and a zero as they are", () => {
    const table = read(
      rowsJson(columns, [
        [1, ".", null, null, null],
        [2, "0", null, null, 0],
      ]),
    );
    expect(table.rows.map((row) => row.cells)).toEqual([
      [".", ""],
      ["0", "0"],
    ]);
  });

  it("is refused, with the line, where a row has a cell too few", () => {
    const text = rowsJson(columns, [
      [1, "26", null, null, "7.5"],
      [2, "27"],
    ]);
    const line = text.split("\n").findIndex((one) => one.trim() === "2,");
    expect(socrataTable(text)).toMatchObject({ malformed: true, line, found: "a row of 2 cells" });
  });

  it("is refused where it has no columns, no rows, or a row that is not a list", () => {
    expect(socrataTable('{"meta": {}, "data": []}')).toMatchObject({ expected: "a list at meta.view.columns" });
    expect(socrataTable('{"meta": {"view": {"columns": []}}}')).toMatchObject({ found: "nothing" });
    expect(socrataTable(rowsJson(columns, ["row"]))).toMatchObject({ found: "the string “row”" });
  });
});

describe("the answer of the SODA API", () => {
  it("is a list of objects in which a blank cell is absent", () => {
    const table = read('[{":id": "r1", "area": "26"},\n{"rate": "7.5", "area": "27"}]');
    expect(table.headings).toEqual(["area", "rate"]);
    expect(table.rows).toEqual([
      { line: 1, cells: ["26", ""] },
      { line: 2, cells: ["27", "7.5"] },
    ]);
  });

  it("is refused where an element is no object, with the line", () => {
    expect(socrataTable('[{"a": "1"},\n["b"]]')).toMatchObject({ line: 2, found: "a list" });
  });

  it("is refused, in the portal's words, where it is an error", () => {
    const told = socrataTable('{"error": true, "message": "Cannot find view with id abcd-efgh"}');
    expect(told).toMatchObject({ found: "an error of the portal: “Cannot find view with id abcd-efgh”" });
  });

  it("is refused where it is neither form, or not JSON at all", () => {
    expect(socrataTable("7")).toMatchObject({ found: "the number “7”" });
    expect(socrataTable("<html>")).toMatchObject({ line: 1, found: "“<html>”" });
  });
});

describe("a cell of a compound type", () => {
  const address = '{"address":"1 N State St","city":"Chicago","state":"IL","zip":"60602"}';

  it("writes a location as postal lines and its point, from a tuple and from an object", () => {
    const written = "1 N State St\nChicago, IL 60602\n(41.88, -87.62)";
    expect(cellText([address, "41.88", "-87.62", null, false], "location")).toBe(written);
    expect(cellText({ human_address: address, latitude: "41.88", longitude: "-87.62" }, "text")).toBe(written);
    expect(cellText(["no JSON", null, null], "location")).toBe("no JSON");
  });

  it("writes a link as its address and a telephone as its number", () => {
    expect(cellText({ url: "https://example.org" }, "text")).toBe("https://example.org");
    expect(cellText(["312-555-0100", "Work"], "phone")).toBe("312-555-0100");
    expect(cellText({ phone_number: "312-555-0100" }, "text")).toBe("312-555-0100");
  });

  it("keeps what it does not know as JSON", () => {
    expect(cellText({ unheard: 1 }, "text")).toBe('{"unheard":1}');
    expect(cellText([1, 2], "drop_down_list")).toBe("[1,2]");
    expect(cellText(true, "checkbox")).toBe("true");
  });
});

describe("the City's own download of iqnk-2tcu", () => {
  const json = sharedFile("standards/socrata_iqnk-2tcu_rows.json");
  const csv = sharedFile("mortality/chicago_public_health_indicators_iqnk-2tcu.csv");

  it.skipIf(!json || !csv)("equals the CSV cell by cell: 77 rows of 29 columns", () => {
    const table = read(readFileSync(json!, "utf8"));
    const lines = readFileSync(csv!, "utf8").trimEnd().split(/\r?\n/);
    const cells = lines.map((line) => line.split(","));
    expect(table.headings).toEqual(cells[0]);
    expect(table.rows.map((row) => row.cells)).toEqual(cells.slice(1));
    expect([table.rows.length, table.headings.length]).toEqual([77, 29]);
    expect(table.fieldNames.slice(0, 2)).toEqual(["community_area", "community_area_name"]);
  });

  it.skipIf(!json)("tells on which line each row begins", () => {
    const text = readFileSync(json!, "utf8");
    const lines = text.split("\n");
    for (const row of read(text).rows) expect(lines[row.line - 1]!.trim()).toBe("[");
  });

  const directory = sharedFile("directory/chicago_primary_care_health_centers_2usn-w2nz_socrata.json");
  it.skipIf(!directory)("reads nested locations: 120 health centers with an address and a point", () => {
    const table = read(readFileSync(directory!, "utf8"));
    expect(table.headings).toContain("Address");
    const at = table.headings.indexOf("Address");
    expect(table.rows).toHaveLength(120);
    for (const { cells } of table.rows) expect(cells[at]).toMatch(/^.+\n(.+\n)?\(\d+\.\d+, -\d+\.\d+\)$/);
    expect(table.rows[0]!.cells[at]).toBe("4259 S. Berkeley\n60653\n(41.81737008500045, -87.60057552799964)");
  });
});
