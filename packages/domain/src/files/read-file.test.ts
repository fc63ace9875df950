import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Complaint } from "../kernel/refusal.ts";
import { delimiterOf } from "./csv-table.ts";
import { type Expected, readFile } from "./read-file.ts";
import type { FileRow } from "./table.ts";
import { workbook } from "./testing/workbook.ts";

const folder = mkdtempSync(path.join(tmpdir(), "evenspan-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Options = Partial<Expected> & { name?: string };

/** The headings and rows of a file with this content, or what is complained of. */
async function read(content: string | Uint8Array, { name = "file", format = "table", sheet }: Options = {}) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const complaints: Complaint[] = [];
  const opened = await readFile(file, { format, sheet }, (complaint) => complaints.push(complaint));
  const rows: FileRow[] = [];
  for await (const block of opened?.table.blocks ?? []) rows.push(...block);
  await opened?.close();
  return { headings: opened?.table.headings, rows, complaints };
}

const text = "Place,Name,Rate\n26,West Garfield Park,12.5\n76,O’Hare,7\n";
const asRead = {
  headings: ["Place", "Name", "Rate"],
  rows: [
    { line: 2, cells: ["26", "West Garfield Park", "12.5"] },
    { line: 3, cells: ["76", "O’Hare", "7"] },
  ],
  complaints: [],
};
const bigEndian = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

describe("the same table in another dress is the same table:", () => {
  test.each<[string, string | Uint8Array]>([
    ["plain", text],
    ["with a byte order mark", `\uFEFF${text}`],
    ["with Windows line ends", text.replaceAll("\n", "\r\n")],
    ["with line ends of old Macs", text.replaceAll("\n", "\r")],
    ["without an end of its last line", text.trimEnd()],
    ["with blank lines and blank rows below it", `${text}\n,,\n , ,\n\n`],
    ["with semicolons", text.replaceAll(",", ";")],
    ["with tabs", text.replaceAll(",", "\t")],
    ["with every cell in quotation marks", text.replace(/[^,\n]+/g, '"$&"')],
    ["with one cell in quotation marks", text.replace("O’Hare", '"O’Hare"')],
    ["in UTF-16 of Windows", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["in UTF-16 of networks", bigEndian],
    [
      "as a workbook",
      workbook({
        Rates: [
          ["Place", "Name", "Rate"],
          [26, "West Garfield Park", 12.5],
          [76, "O’Hare", 7],
        ],
      }),
    ],
  ])("%s", async (_dress, content) => {
    expect(await read(content)).toEqual(asRead);
  });

  test("whatever its name says that it is", async () => {
    expect(await read(text, { name: "table.xlsx" })).toEqual(asRead);
    expect((await read(workbook({ A: [["Place"], [26]] }), { name: "table.csv" })).rows).toEqual([
      { line: 2, cells: ["26"] },
    ]);
  });
});

describe("what stands between cells", () => {
  test.each([
    ["Place,Year", ","],
    ["Place;Year,Month;Age", ";"],
    ["Place\tYear", "\t"],
    ['Place;"Rate, per 100,000, adjusted"', ";"],
    ["Place", ","],
    ["", ","],
  ])("in %j is %j", (headings, delimiter) => {
    expect(delimiterOf(headings)).toBe(delimiter);
  });
});

describe("lines are the file's own", () => {
  test("after a blank first line, and after a cell of two lines", async () => {
    const { headings, rows } = await read('\nPlace,Note\n1,"two\r\nlines"\n2,b\n');
    expect(headings).toEqual(["Place", "Note"]);
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [3, "1"],
      [5, "2"],
    ]);
  });

  test("in a sheet they are the numbers of its rows", async () => {
    const { rows } = await read(workbook({ A: [[""], ["Place"], [1], [""], [2]] }));
    expect(rows).toEqual([
      { line: 3, cells: ["1"] },
      { line: 5, cells: ["2"] },
    ]);
  });
});

describe("a workbook", () => {
  const two = workbook({ Notes: [["read me"]], Rates: [["Place"], [26]] });

  test("is read from its first sheet, or from the one that is named", async () => {
    expect((await read(two)).headings).toEqual(["read me"]);
    expect((await read(two, { sheet: "Rates" })).rows).toEqual([{ line: 2, cells: ["26"] }]);
  });

  test("without the named sheet is refused with those that it has", async () => {
    const { complaints } = await read(two, { sheet: "Deaths" });
    expect(complaints).toMatchObject([{ found: "the sheets “Notes”, “Rates”", expected: "a sheet “Deaths”" }]);
  });

  test("gives numbers as they are stored, percentages with their sign, days as ISO days", async () => {
    const cells = [
      { t: "n", v: 16.234567, z: "0.0" },
      { t: "n", v: 0.236, z: "0%" },
      { t: "n", v: 43_831, z: "m/d/yy" },
      { t: "b", v: true },
    ] as const;
    const { rows } = await read(workbook({ A: [["a", "b", "c", "d"], [...cells]] }));
    expect(rows[0]!.cells).toEqual(["16.234567", "23.6%", "2020-01-01", "true"]);
  });

  test("may have rows that end before its headings do", async () => {
    const { rows } = await read(workbook({ A: [["a", "b", "c"], [1]] }));
    expect(rows).toEqual([{ line: 2, cells: ["1", "", ""] }]);
  });
});

describe("JSON and WONDER", () => {
  test("a list of objects is a table, and so is a rows.json with two names for each column", async () => {
    expect((await read('[{"place": "26"},\n{"place": 32}]')).rows).toEqual([
      { line: 1, cells: ["26"] },
      { line: 2, cells: ["32"] },
    ]);
    const meta = { view: { columns: [{ name: "Community Area", fieldName: "ca", dataTypeName: "text" }] } };
    const { headings, rows } = await read(JSON.stringify({ meta, data: [["26"]] }));
    expect([headings, rows[0]!.cells]).toEqual([["Community Area"], ["26"]]);
  });

  test("an outline is a row of its properties, with its geometry", async () => {
    const square = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const feature = { type: "Feature", id: 7, properties: { name: "Loop", rank: null }, geometry: square };
    const { headings, rows } = await read(JSON.stringify(feature), { format: "geojson" });
    expect(headings).toEqual(["feature id", "name", "rank"]);
    expect(rows).toMatchObject([{ line: 1, cells: ["7", "Loop", ""], geometry: { type: "MultiPolygon" } }]);
  });

  test("a WONDER export is a table with its notes", async () => {
    const { rows } = await read('"Notes"\t"Year"\tDeaths\n\t"1999"\t12\n"---"\n', { format: "wonder" });
    expect(rows).toMatchObject([{ line: 2, cells: ["", "1999", "12", ""] }]);
  });
});

describe("a file that is let go", () => {
  const openFiles = () => readdirSync("/proc/self/fd").length;
  const long = `${text}${"26,West Garfield Park,12.5\n".repeat(50_000)}`;

  test.skipIf(process.platform !== "linux")("before its end is closed", async () => {
    const file = path.join(folder, "long.csv");
    writeFileSync(file, long);
    const before = openFiles();
    const opened = await readFile(file, { format: "table" }, () => {});
    expect(openFiles()).toBe(before + 1);
    await opened!.close();
    expect(openFiles()).toBe(before);
  });

  test.skipIf(process.platform !== "linux")("because it was refused is closed", async () => {
    const before = openFiles();
    await read(Buffer.concat([Buffer.from([0xe9, 0x0a]), Buffer.from(long)]));
    expect(openFiles()).toBe(before);
  });
});
