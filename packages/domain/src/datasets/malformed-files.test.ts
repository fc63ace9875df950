import { once } from "node:events";
import { createWriteStream, truncateSync } from "node:fs";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { workbook } from "../files/testing/workbook.ts";
import { perform } from "../kernel/command.ts";
import { loadDataset } from "./load-dataset.ts";
import { loaded, loading, refused } from "./testing/loading.ts";

const { within, write, load, counts } = await loading();
const storedRows = async (): Promise<number> => Object.values(await counts()).reduce((sum, rows) => sum + rows, 0);

/** Six bands of two places: lines 2 to 7 and 8 to 13, each place's bands as 0-4, 5-14, 15-44, 45-64, 65-84, 85+. */
const bands = ["0-4", "5-14", "15-44", "45-64", "65-84", "85+"];
const lines = [
  "Place,Year,Age,Sex,Deaths",
  ...["26", "32"].flatMap((place) => bands.map((band) => `${place},2020,${band},all,10`)),
];
const deaths = `${lines.join("\n")}\n`;
const withLine = (line: number, text: string): string => `${lines.toSpliced(line - 1, 1, text).join("\n")}\n`;
const without = (...gone: number[]): string => `${lines.filter((_, at) => !gone.includes(at + 1)).join("\n")}\n`;
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const sheet = (rows: Parameters<typeof workbook>[0][string]): Buffer => workbook({ Deaths: rows });
const headings = ["Place", "Year", "Age", "Sex", "Deaths"];
const figures = "Measure,Place,Year from,Year to,Value,Lower,Upper,Publisher,Data set,Standing\n";

/** A workbook whose archive says that one entry unpacks to `declared` bytes; it unpacks to a megabyte. */
function bomb(declared: number): Buffer {
  const name = "xl/workbook.xml";
  const packed = deflateRawSync(Buffer.alloc(1_000_000));
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(packed.length, 0);
  sizes.writeUInt32LE(declared, 4);
  const common = Buffer.concat([
    latin1("\x14\0\0\0\x08\0"),
    Buffer.alloc(8),
    sizes,
    latin1(`${String.fromCharCode(name.length)}\0\0\0`),
  ]);
  const local = Buffer.concat([latin1("PK\x03\x04"), common, Buffer.from(name), packed]);
  const central = Buffer.concat([latin1("PK\x01\x02\x14\0"), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

type Malformed = readonly [
  what: string,
  content: string | Buffer,
  source: string,
  line: number,
  column: string | null,
  found: string,
];

const malformed: readonly Malformed[] = [
  // The columns
  ["a required column missing", deaths.replace("Deaths", "Dead"), "deaths", 1, "Deaths", "Place, Year, Age, Sex, Dead"],
  ["the columns of another file", "a,b\n1,2\n", "deaths", 1, "Place", "the headings a, b"],
  ["a heading twice", deaths.replace("Place,Year", "Place,year,YEAR"), "deaths", 1, "Year", "“year” and “YEAR”"],
  ["no heading: a first row in their place", without(1), "deaths", 1, "Place", "26, 2020, 0-4, all, 10"],
  ["a row of too few cells", withLine(5, "26,2020,45-64,all"), "deaths", 5, null, "4 cells"],
  ["a row of too many cells", withLine(5, "26,2020,45-64,all,1,000"), "deaths", 5, null, "6 cells"],
  // The encoding
  [
    "bytes of Windows-1252 after lines of UTF-8",
    Buffer.concat([Buffer.from(`${lines.join("\n")}\nPeñalolén,`), latin1("caf\xe9,,,\n")]),
    "deaths",
    14,
    null,
    "not UTF-8 (read as Windows-1252, the line is “PeÃ±alolÃ©n,café",
  ],
  ["a Windows-1252 file", latin1(withLine(9, "La Villita,2020,5-14,mujer ni\xf1a,1")), "deaths", 9, null, "mujer niña"],
  ["UTF-16 without its mark", Buffer.from(deaths, "utf16le"), "deaths", 1, null, "a NUL byte"],
  ["a NUL byte in a row", withLine(4, "26,2020,15-44,all,1\x000"), "deaths", 4, null, "a NUL byte"],
  [
    "UTF-16 cut in the middle of a letter",
    Buffer.concat([Buffer.from(`\uFEFF${deaths}`, "utf16le"), latin1("a")]),
    "deaths",
    14,
    null,
    "not UTF-16",
  ],
  // Files are loaded in 2025 here
  ["a year that has not come", withLine(4, "26,2035,15-44,all,10"), "deaths", 4, "Year", "“2035”"],
  ["years that have not all come", withLine(4, "26,2024-2026,15-44,all,10"), "deaths", 4, "Year", "“2024-2026”"],
  // Quotation marks
  [
    "a quotation mark that never closes",
    withLine(4, '26,2020,15-44,"all,10'),
    "deaths",
    4,
    "column 4",
    "a quotation mark that does not open and close",
  ],
  [
    "a quotation mark that closes too early",
    withLine(7, '26,2020,85+,"al"l,10'),
    "deaths",
    7,
    "column 4",
    '“26,2020,85+,"al"l,10”',
  ],
  [
    "a quotation mark within a bare cell",
    withLine(7, '26,2020,85+,al"l,10'),
    "deaths",
    7,
    "column 4",
    "a quotation mark",
  ],
  // What stands in cells
  ["a negative count", withLine(6, "26,2020,65-84,all,-3"), "deaths", 6, "Deaths", "“-3”"],
  [
    "a million million deaths",
    withLine(6, "26,2020,65-84,all,1000000000000"),
    "deaths",
    6,
    "Deaths",
    "“1000000000000”",
  ],
  ["half a death", withLine(6, "26,2020,65-84,all,2.5"), "deaths", 6, "Deaths", "“2.5”"],
  ["a count that is blank", withLine(6, "26,2020,65-84,all,"), "deaths", 6, "Deaths", "a blank cell"],
  ["a count that is a word", withLine(6, "26,2020,65-84,all,NaN"), "deaths", 6, "Deaths", "“NaN”"],
  ["thousands in the wrong place", withLine(6, '26,2020,65-84,all,"10,00"'), "deaths", 6, "Deaths", "“10,00”"],
  [
    "a decimal comma between semicolons",
    `${figures.replaceAll(",", ";")}life-expectancy-years;26;2010;2010;70,9;;;City;qjr3-bm53;published\n`,
    "published-figures",
    2,
    "Value",
    "“70,9”",
  ],
  ["a year of five digits", withLine(3, "26,20200,5-14,all,10"), "deaths", 3, "Year", "“20200”"],
  [
    "years that run backwards",
    `${figures}life-expectancy-years,26,2010,2006,70.9,,,City,qjr3-bm53,published\n`,
    "published-figures",
    2,
    "Year to",
    "“2006”",
  ],
  ["an age band that is a date", withLine(3, "26,2020,14-May,all,10"), "deaths", 3, "Age", "“14-May”"],
  ["an age band that runs backwards", withLine(3, "26,2020,14-5,all,10"), "deaths", 3, "Age", "“14-5”"],
  ["a place that there is not", withLine(12, "78,2020,65-84,all,10"), "deaths", 12, "Place", "“78”"],
  ["a name of two places", withLine(12, "Garfield Park,2020,65-84,all,10"), "deaths", 12, "Place", "“Garfield Park”"],
  ["a sex that is a number", withLine(2, "26,2020,0-4,1,10"), "deaths", 2, "Sex", "“1”"],
  [
    "a cause that there is not",
    "Place,Year,Age,Sex,Cause,Deaths\n26,2020,all,all,heart,1\n",
    "deaths",
    2,
    "Cause",
    "“heart”",
  ],
  [
    "a record of an impossible cause",
    "Place,Year,Age,Sex,Cause\n26,2020,71,F,S72.0\n",
    "death-records",
    2,
    "Cause",
    "“S72.0”",
  ],
  [
    "a record without an age",
    "Place,Year,Age,Sex,Cause\n26,2020,71,F,I64\n26,2020,,F,I64\n",
    "death-records",
    3,
    "Age",
    "a blank cell",
  ],
  // The grid
  ["a row twice", withLine(9, lines[7]!), "deaths", 9, null, "a second time"],
  [
    "the same cell under another name",
    withLine(9, "Loop,2020,00-04,ALL,10"),
    "deaths",
    9,
    null,
    "deaths in Loop (area:32), 2020, both sexes, age 0–4, a second time",
  ],
  [
    "one dropped age row of one place",
    without(11),
    "deaths",
    8,
    null,
    "no row for deaths in Loop (area:32), 2020, both sexes, age 45–64",
  ],
  ["the last age row dropped of one place", without(13), "deaths", 8, null, "age 85+"],
  ["an age row dropped of every place", without(5, 11), "deaths", 2, null, "age 45–64: covered by no row"],
  ["the open age band dropped of every place", without(7, 13), "deaths", 2, null, "age 85+: covered by no row"],
  ["age bands that overlap", deaths.replaceAll("5-14", "4-14"), "deaths", 2, null, "age 4: covered by two rows"],
  [
    "a year that one place has not",
    `${deaths}${bands.map((band) => `26,2021,${band},all,1\n`).join("")}`,
    "deaths",
    8,
    null,
    "Loop (area:32), 2021",
  ],
  // No table
  ["an empty file", "", "deaths", 1, null, "an empty file"],
  ["only blank lines", "\n  \r\n\n", "deaths", 1, null, "only blank lines"],
  ["only headings", `\n${lines[0]}\n`, "deaths", 2, null, "headings, and no row below them"],
  ["a byte order mark and nothing else", Buffer.from("\uFEFF"), "deaths", 1, null, "only blank lines"],
  [
    "a zip archive that is no workbook",
    Buffer.from(bomb(1_000_000).toString("latin1").replaceAll("xl/workbook.xml", "data/deaths.csv"), "latin1"),
    "deaths",
    1,
    null,
    "a zip archive with data/deaths.csv",
  ],
  ["an empty zip archive", latin1(`PK\x05\x06${"\0".repeat(18)}`), "deaths", 1, null, "a zip archive that is empty"],
  [
    "a zip archive that was cut short",
    bomb(1_000_000).subarray(0, 500),
    "deaths",
    1,
    null,
    "a zip archive that was cut short",
  ],
  ["a gzip archive", gzipSync(deaths), "deaths", 1, null, "a gzip archive"],
  ["a PDF document", "%PDF-1.7\n", "deaths", 1, null, "a PDF document"],
  ["an image", latin1("\x89PNG\r\n\x1a\n"), "deaths", 1, null, "an image"],
  ["an old Excel workbook", latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "deaths", 1, null, "an old Excel workbook"],
  ["a web page", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", "deaths", 1, null, "a web page"],
  ["XML", '<?xml version="1.0"?>\n<rows/>', "deaths", 1, null, "XML"],
  // Workbooks
  [
    "a workbook that unpacks to more than it declares",
    bomb(1000),
    "deaths",
    1,
    null,
    "xl/workbook.xml is not of the size it declares",
  ],
  [
    "a workbook that would unpack to gigabytes",
    bomb(3_000_000_000),
    "deaths",
    1,
    null,
    "a workbook that unpacks to 3000 MB",
  ],
  ["a workbook without rows", sheet([[""]]), "deaths", 1, null, "a sheet without any text"],
  [
    "a sheet that a spreadsheet has made a date in",
    sheet([headings, [26, 2020, { t: "n", v: 45_060, z: "d-mmm" }, "all", 3]]),
    "deaths",
    2,
    "Age",
    "“2023-05-14”",
  ],
  [
    "a sheet with an error in a cell",
    sheet([headings, [26, 2020, "all", "all", { t: "e", v: 0x17, w: "#REF!" }]]),
    "deaths",
    2,
    "Deaths",
    "“#REF!”",
  ],
  [
    "a sheet with a formula that was never worked out",
    sheet([headings, [26, 2020, "all", "all", { t: "n", f: "SUM(E4:E9)" }]]),
    "deaths",
    2,
    "Deaths",
    "“=SUM(E4:E9)”",
  ],
  [
    "a sheet with text beyond its headings",
    sheet([headings, [26, 2020, "all", "all", 3, "", "see note"]]),
    "deaths",
    2,
    null,
    "7 cells",
  ],
  // JSON
  ["a JSON file that was cut short", '[{"place": "26",\n "year": 20', "deaths", 2, null, "the end of the file"],
  ["an error of the portal", '{"error": true, "message": "Throttled"}', "deaths", 1, null, "Throttled"],
  [
    "JSON with a NUL character",
    '[{"Place":"26","Year":"2020","Age":"all","Sex":"all","Deaths":"3"},\n{"Place":"3\\u00002"}]',
    "deaths",
    2,
    null,
    "a NUL character",
  ],
  ["JSON that is not UTF-8", latin1('[{"place": "caf\xe9"}]'), "deaths", 1, null, "not UTF-8"],
  ["a table where outlines are wanted", deaths, "community-area-boundaries", 1, null, "no GeoJSON"],
];

describe("a malformed file is refused with its line, and nothing is stored:", () => {
  test.each(malformed)("%s", async (_what, content, sourceKey, line, column, found) => {
    const outcome = refused(await load(content, { sourceKey }));
    expect(outcome).toMatchObject({ refused: "invalid", code: "file-refused" });
    const [first] = outcome.complaints!;
    expect({ line: first!.line, column: first!.column }).toEqual({ line, column });
    expect(first!.found).toContain(found);
    expect(first!.expected).not.toBe("");
    expect(outcome.message).toMatch(/^“file.csv” was not loaded, and nothing was stored. Line \d+/);
    expect(await storedRows()).toBe(0);
  });

  test("and the good file that they were made from is stored", async () => {
    const outcome = loaded(await load(deaths, { sourceKey: "deaths" }));
    expect(outcome.rowsKept).toBe(12);
    expect(await storedRows()).toBe(13);
  });
});

describe("the complaints about a file", () => {
  const wrong = (row: number): string => `26,2020,${row % 2 ? "old" : "0-4"},all,-${row}\n`;
  const many = `${lines[0]}\n${Array.from({ length: 134 }, (_, row) => wrong(row)).join("")}`;

  test("are up to a hundred, by line, and the rest are counted", async () => {
    const outcome = refused(await load(many, { sourceKey: "deaths" }));
    expect(outcome.complaints).toHaveLength(100);
    expect(outcome.complaints!.slice(0, 4)).toMatchObject([
      { line: 2, column: "Deaths", found: "“-0”" },
      { line: 3, column: "Age", found: "“old”" },
      { line: 3, column: "Deaths", found: "“-1”" },
      { line: 4, column: "Deaths", found: "“-2”" },
    ]);
    expect(outcome.message).toMatch(/ And 200 more\.$/);
  });

  test("about rows come before the end of what can be read", async () => {
    const outcome = refused(
      await load(withLine(3, "78,2020,5-14,all,10").replace(lines[11]!, '32,"x'), { sourceKey: "deaths" }),
    );
    expect(outcome.complaints!.map(({ line }) => line)).toEqual([3, 12]);
  });
});

describe("rows of people", () => {
  const headings = "Name,Place,Year,Age,Sex,Cause\n";

  test.each([
    ["badly quoted", Buffer.from(`${headings}Ann "Nan" Doe,26,2020,71,F,I64\n`)],
    ["badly encoded", latin1(`${headings}Zo\xeb Doe,26,2020,71,F,I64\n`)],
  ])("that are %s are told by their line, and nothing of them is shown", async (_how, content) => {
    const outcome = refused(await load(content, { sourceKey: "death-records" }));
    expect(outcome.complaints).toMatchObject([{ line: 2 }]);
    expect(JSON.stringify(outcome)).not.toContain("Doe");
  });
});

describe("a line of 300 MB", () => {
  test("is refused at its line, at once and in flat memory", async () => {
    const path = write("", "long.csv");
    const file = createWriteStream(path);
    file.write(lines.slice(0, 3).join("\n"));
    const piece = Buffer.alloc(4 << 20, "x");
    for (let written = 0; written < 300e6; written += piece.length) if (!file.write(piece)) await once(file, "drain");
    file.end();
    await once(file, "close");
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const outcome = refused(await within((context) => perform(loadDataset, context, { sourceKey: "deaths", path })));
    expect(outcome.complaints).toMatchObject([{ line: 3, column: null, found: "a line longer than 1 MB" }]);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
    truncateSync(path);
  });

  test("is refused within quotation marks too, where they open", async () => {
    const content = `${lines.slice(0, 3).join("\n")}\n"${"x\n".repeat(1 << 20)}`;
    const outcome = refused(await load(content, { sourceKey: "deaths" }));
    expect(outcome.complaints).toMatchObject([{ line: 4, column: "column 1" }]);
    expect(outcome.complaints![0]!.found).toContain("not closed within 1 MB");
  });
});
