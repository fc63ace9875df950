import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMalformed } from "../malformed.ts";
import { sharedFile } from "../testing/shared-file.ts";
import { parseWonder, type WonderTable } from "./parse-wonder.ts";

const footer = `"---"
"Dataset: Underlying Cause of Death, 1999-2018"
"Query Parameters:"
"Gender: Female"
"Group By: Ten-Year Age Groups; Year"
"Show Suppressed: True"
"---"
"Help: ask"
`;

const file = (...rows: string[]): string =>
  [`"Notes"\t"Age"\t"Age Code"\t"Year"\t"Year Code"\tDeaths\tPopulation\tCrude Rate`, ...rows, footer].join("\n");

const read = (text: string): WonderTable => {
  const table = parseWonder(text);
  if (isMalformed(table)) throw new Error(`${table.line}: ${table.found}, expected ${table.expected}`);
  return table;
};

describe("a text export of CDC WONDER", () => {
  it("is read up to the line of dashes, with the line of each row", () => {
    const asked = "Gender: Female\nGroup By: Ten-Year Age Groups; Year\nShow Suppressed: True";
    const table = read(file(`\t"1-4 years"\t"1-4"\t"1999"\t"1999"\t5249\t15169576\t34.6`));
    expect(table.headings).toHaveLength(9);
    expect(table.rows).toEqual([
      { line: 2, cells: ["", "1-4 years", "1-4", "1999", "1999", "5249", "15169576", "34.6", asked], total: false },
    ]);
  });

  it("tells what was asked, from the text below the table", () => {
    const table = read(file());
    expect(table.dataset).toBe("Underlying Cause of Death, 1999-2018");
    expect(table.parameters).toEqual([
      ["Gender", "Female"],
      ["Group By", "Ten-Year Age Groups; Year"],
      ["Show Suppressed", "True"],
    ]);
  });

  it("keeps the words that stand for a number, and marks totals", () => {
    const table = read(
      file(
        `\t"85+ years"\t"85+"\t"1999"\t"1999"\tSuppressed\tNot Applicable\tUnreliable`,
        `"Total"\t"85+ years"\t"85+"\t\t\tMissing\t1\t2`,
      ),
    );
    expect(table.rows[0]!.cells.slice(5, 8)).toEqual(["Suppressed", "Not Applicable", "Unreliable"]);
    expect(table.rows.map((row) => row.total)).toEqual([false, true]);
  });

  it("is read with the line ends of Windows too", () => {
    const table = read(file(`\t"a"\t"b"\t"c"\t"d"\t1\t2\t3`).replaceAll("\n", "\r\n"));
    expect(table.rows[0]!.cells.at(-2)).toBe("3");
    expect(table.parameters).toHaveLength(3);
  });

  it("is refused where the line of dashes is missing: it was cut short", () => {
    expect(parseWonder('"Notes"\tDeaths\n\t1\n')).toMatchObject({ line: 3, found: "the end of the file" });
  });

  it("is refused where the first line is not one of headings", () => {
    expect(parseWonder("Year,Deaths\n---\n")).toMatchObject({ line: 1 });
    expect(parseWonder('"Notes\tDeaths\n---\n')).toMatchObject({ line: 1 });
  });

  it("is refused, with the line, for a row too short and for a quotation mark left open", () => {
    const good = `\t"a"\t"b"\t"c"\t"d"\t1\t2\t3`;
    expect(parseWonder(file(good, `\t"a"\t1`))).toMatchObject({ line: 3, found: "a row of 3 cells" });
    expect(parseWonder(file(good, good, `\t"a\t"b"\t"c"\t"d"\t1\t2\t3`))).toMatchObject({ line: 4 });
  });
});

describe("the totals of CDC WONDER", () => {
  const row = (age: string, year: string, deaths: string | number): string =>
    `\t"${age}"\t"${age}"\t"${year}"\t"${year}"\t${deaths}\t1\t1`;
  const total = (age: string, deaths: number): string => `"Total"\t"${age}"\t"${age}"\t\t\t${deaths}\t1\t1`;

  it("agree where the rows add to them, at every level", () => {
    const good = [row("1", "1999", 4), row("1", "2000", 6), total("1", 10), row("NS", "1999", 2), total("NS", 2)];
    expect(read(file(...good, `"Total"\t\t\t\t\t12\t1\t1`)).rows).toHaveLength(6);
    expect(parseWonder(file(...good, `"Total"\t\t\t\t\t10\t1\t1`))).toMatchObject({ line: 7 });
  });

  it("are pointed out where a row was dropped or changed, with the line and both numbers", () => {
    expect(parseWonder(file(row("1", "1999", 4), total("1", 10)))).toEqual({
      malformed: true,
      line: 3,
      found: "a total of 10 deaths",
      expected: "4, as its rows add to",
    });
  });

  it("may exceed their rows where a count is suppressed, and never fall below them", () => {
    expect(read(file(row("1", "1999", 4), row("1", "2000", "Suppressed"), total("1", 10))).rows).toHaveLength(3);
    const below = parseWonder(file(row("1", "1999", 14), row("1", "2000", "Suppressed"), total("1", 10)));
    expect(below).toMatchObject({ line: 4, found: "a total of 10 deaths" });
  });
});

describe("the published exports of CDC WONDER", () => {
  const files = [
    { name: "wonder_age_adjusted_MortalityUS.txt", rows: 21, totals: 1, deaths: 50567774 },
    { name: "wonder_deaths_pop_age10_US_Total_1999_2018.txt", rows: 253, totals: 13, deaths: 50567774 },
    { name: "wonder_deaths_pop_age10_US_Black_1999_2018.txt", rows: 253, totals: 13, deaths: 5923621 },
    { name: "wonder_us_deaths_by_age10_icd_subchapter_1999_2020.txt", rows: 1035, totals: 13, deaths: 3383729 },
  ];
  for (const { name, rows, totals, deaths } of files) {
    const path = sharedFile(`lifetables/${name}`);
    it.skipIf(!path)(`${name}: ${rows} rows, ${totals} totals that agree with their rows`, () => {
      const table = read(readFileSync(path!, "utf8"));
      expect(table.rows).toHaveLength(rows);
      expect(table.rows.filter((row) => row.total)).toHaveLength(totals);
      expect(Number(table.rows.at(-1)!.cells[table.headings.indexOf("Deaths")])).toBe(deaths);
      expect(table.parameters.map(([key]) => key)).toContain("Group By");
    });
  }
});
