import type { MissingAmount } from "./accounts.rules.ts";
import type { PartOneLine } from "./schedule-h/lines.ts";
import type { LineAmounts, Worksheet, WorksheetInput } from "./worksheets/worksheet.ts";
import { worksheetOne } from "./worksheets/worksheet-1.rules.ts";
import { worksheetThree } from "./worksheets/worksheet-3.rules.ts";
import { worksheetFour } from "./worksheets/worksheet-4.rules.ts";
import { worksheetFive } from "./worksheets/worksheet-5.rules.ts";
import { worksheetSix } from "./worksheets/worksheet-6.rules.ts";
import { worksheetSeven } from "./worksheets/worksheet-7.rules.ts";
import { worksheetEight } from "./worksheets/worksheet-8.rules.ts";

/** The worksheets of a year, what each carries to Part I, and what the accounts did not say. */
export type FilledWorksheets = Readonly<{
  worksheets: readonly Worksheet[];
  /** Columns (c) and (d) of each line; null where it is blank. */
  carried: Readonly<Record<PartOneLine, LineAmounts | null>>;
  missing: readonly MissingAmount[];
}>;

/** Worksheets 1 and 3 to 8, from the accounts and the activities; the ratio is Worksheet 2's. */
export function worksheets(input: WorksheetInput): FilledWorksheets {
  const [one, three, four] = [worksheetOne(input), worksheetThree(input), worksheetFour(input)];
  const [five, six, seven, eight] = [
    worksheetFive(input),
    worksheetSix(input),
    worksheetSeven(input),
    worksheetEight(input),
  ];
  const all = [one, three, four, five, six, seven, eight];
  return {
    worksheets: all.map(({ worksheet }) => worksheet),
    missing: all.flatMap(({ missing }) => missing),
    carried: {
      "7a": one.amounts,
      "7b": three.medicaid,
      "7c": three.meansTested,
      "7e": four.amounts,
      "7f": five.amounts,
      "7g": six.amounts,
      "7h": seven.amounts,
      "7i": eight.amounts,
    },
  };
}
