import { expect, test } from "vitest";
import { placeSet } from "../indicators/testing.ts";
import type { CountName } from "../told/count-name.ts";
import { countWords, leakSentence } from "./leak-sentence.ts";

const stroke: CountName = {
  ...{ of: "deaths", place: "area:26", from: 2006, to: 2010, sex: "all", cause: "stroke" },
  ...{ ageFrom: 0, ageBelow: null },
};
const west = placeSet("West Side", "area:25", "area:26");

test.each([
  [{}, "deaths by stroke in West Garfield Park, 2006 to 2010"],
  [{ cause: "all", sex: "male" }, "deaths of men in West Garfield Park, 2006 to 2010"],
  [{ ageFrom: 65 }, "deaths by stroke of people of 65 and older in West Garfield Park, 2006 to 2010"],
  [
    { ageFrom: 15, ageBelow: 25, sex: "female" },
    "deaths by stroke of women of 15 to 24 in West Garfield Park, 2006 to 2010",
  ],
  [{ ageBelow: 75, cause: "all" }, "deaths of people younger than 75 in West Garfield Park, 2006 to 2010"],
  [{ place: "set:West Side@1" }, "deaths by stroke in West Side (version 1), 2006 to 2010"],
  [{ of: "people", cause: "all", from: 2010 }, "people in West Garfield Park, 2010"],
  [{ of: "people", cause: "all", ageBelow: 5, from: 2010 }, "people younger than 5 in West Garfield Park, 2010"],
  [{ cause: "of-a-later-file" }, "deaths by of-a-later-file in West Garfield Park, 2006 to 2010"],
] as const)("a count of %j is named: %s", (more, words) => {
  expect(countWords({ ...stroke, ...more } as CountName, [west])).toBe(words);
});

test("five are named, and it is said how many more there are", () => {
  const years = [2001, 2002, 2003, 2004, 2005, 2006, 2007].map((from) => ({ ...stroke, from, to: from }));
  const sentence = leakSentence(years, []);
  expect(sentence).toContain("West Garfield Park, 2005; and 2 more. Nothing was stored.");
  expect(sentence).not.toContain("2006");
  expect(leakSentence(years.slice(0, 5), [])).not.toContain("more.");
});
