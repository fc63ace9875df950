import { expect, test } from "vitest";
import { chaCategories, lineOfCategory } from "./cha-categories.ts";
import { illinoisLineOf } from "./illinois/lines.ts";
import { lineName, linesOfTotal, partOneLines, partTwoLines } from "./schedule-h/lines.ts";

/** Code, line of Schedule H, line of Illinois, and whether the latter is our reading. */
const table = [
  ["A1", "7e", "education", true],
  ["A2", "7e", "subsidized", false],
  ["A3", "7e", "subsidized", false],
  ["A4", "7e", "subsidized", false],
  ["B1", "7f", "education", false],
  ["B2", "7f", "education", false],
  ["B3", "7f", "education", false],
  ["B4", "7f", "education", false],
  ["C", "7g", "subsidized", false],
  ["D", "7h", "research", false],
  ["E1", "7i", "donations", false],
  ["E2", "7i", "donations", false],
  ["E3", "7i", "donations", false],
  ["E4", "7i", "donations", false],
  ["F1", "II-1", "other", true],
  ["F2", "II-2", "other", true],
  ["F3", "II-3", "other", true],
  ["F4", "II-4", "other", true],
  ["F5", "II-5", "other", true],
  ["F6", "II-6", "other", true],
  ["F7", "II-7", "other", true],
  ["F8", "II-8", "other", true],
  ["F9", "II-9", "other", true],
  ["G1", "7e", "other", true],
  ["G2", "7e", "other", true],
  ["G3", "7e", "other", true],
] as const;

test.each(table)("%s goes to line %s, and in Illinois to %s", (code, line, illinois, isOurReading) => {
  expect(lineOfCategory(code)).toBe(line);
  expect(illinoisLineOf[code].line).toBe(illinois);
  expect(illinoisLineOf[code].unverified ?? false).toBe(isOurReading);
});

test("the table above has every category, in its order", () => {
  expect(chaCategories.map(({ code }) => code)).toEqual(table.map(([code]) => code));
});

test("a category of Part II is called as its line is", () => {
  const building = chaCategories.filter(({ line }) => line.startsWith("II") && line !== "II-9" && line !== "II-5");
  for (const { line, name } of building) expect(name).toEqual(lineName(line, 2022));
});

test("totals have the lines that the form adds, and no line is in both tables", () => {
  expect(linesOfTotal["7k"]).toEqual([...linesOfTotal["7d"], ...linesOfTotal["7j"]]);
  expect(partOneLines).toHaveLength(8);
  expect(partTwoLines).toHaveLength(9);
  expect(new Set([...partOneLines, ...partTwoLines]).size).toBe(17);
});
