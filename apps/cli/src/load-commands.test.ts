import type { DoubtfulValue } from "@evenspan/domain/datasets/doubtful-values";
import { expect, test } from "vitest";
import { doubtInWords } from "./load-commands.ts";

const doubtful: DoubtfulValue = {
  ...{
    datasetId: "usaleep-0123456789ab",
    observation: 3,
    line: 4,
    measure: "life-expectancy-years",
    placeId: "area:26",
  },
  ...{ yearFrom: 2010, yearTo: 2015, value: 70.5, lower: null, upper: 72, doubt: "estimate-outside-interval" },
  ...{ decision: null, reason: null },
};

test("a doubtful value of several years is listed with the first and the last of them", () => {
  expect(doubtInWords(doubtful)).toBe(
    "usaleep-0123456789ab 3 (line 4): life-expectancy-years of area:26, 2010–2015: 70.5 (? to 72); estimate-outside-interval; undecided",
  );
});

test("one year is listed once, and so is a decision", () => {
  expect(doubtInWords({ ...doubtful, yearFrom: 2015, decision: "publish" })).toMatch(/area:26, 2015: .*; publish$/);
});
