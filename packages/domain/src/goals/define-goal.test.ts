import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { abel, ana, openOffice, sameText } from "../access/testing.ts";
import { openRecord } from "../records/open-record.ts";
import { defineGoal } from "./define-goal.ts";
import { goals } from "./goals.ts";

const office = await openOffice(await testDatabase());
const baselineDatasetId = await office.load("people", "Place,Year,Age,Sex,People\n26,2010,all,all,18001\n");

const halveTheGap = {
  ...{ id: "halve-the-gap", title: sameText("Halve the gap"), indicator: "life-expectancy-gap" },
  ...{ highPlaceId: "area:32", lowPlaceId: "area:26", baselineYear: 2010, baselineDatasetId },
  ...{ targetShare: 0.5, targetYear: 2030, source: "West Side United", adoptedOn: "2018-02-01" },
};

test("Abel defines a goal on a dataset that is loaded; the same again adds nothing", async () => {
  expect(await office.done(abel, defineGoal, halveTheGap)).toEqual({ id: "halve-the-gap", version: 1 });
  expect(await office.done(abel, defineGoal, halveTheGap)).toEqual({ id: "halve-the-gap", version: 1 });
  expect(await office.ask(goals)).toEqual([{ ...halveTheGap, version: 1 }]);
});

test("a changed goal is a new version, and the old one is still told", async () => {
  const sooner = { ...halveTheGap, targetYear: 2028 };
  expect(await office.done(abel, defineGoal, sooner)).toEqual({ id: "halve-the-gap", version: 2 });
  expect((await office.ask(goals)).map(({ version, targetYear }) => [version, targetYear])).toEqual([
    [1, 2030],
    [2, 2028],
  ]);
});

test("the goal has a record, titled as the newest version is, in both languages", async () => {
  const { record } = await office.done(ana, openRecord, { recordId: "goal:halve-the-gap" });
  expect(record).toMatchObject({ kind: "goal", state: "adopted", turn: [], title: sameText("Halve the gap") });
});

test("Ana, an analyst, may not set the office's goals", async () => {
  expect(await office.outcome(ana, defineGoal, halveTheGap)).toMatchObject({ refused: "forbidden", code: "role" });
});

test.each([
  [{ baselineDatasetId: "people-0" }, "not-found", "baseline-dataset"],
  [{ targetYear: 2010 }, "invalid", "target-year"],
  [{ lowPlaceId: "area:99" }, "invalid", "unknown-place"],
  [{ lowPlaceId: "area:32" }, "invalid", "same-place"],
  [{ targetShare: 1 }, "invalid", "input"],
  [{ targetShare: 0 }, "invalid", "input"],
  [{ adoptedOn: "2018-02-30" }, "invalid", "input"],
])("with %j it is refused as %s, %s", async (change, refused, code) => {
  expect(await office.outcome(abel, defineGoal, { ...halveTheGap, id: "other", ...change })).toMatchObject({
    refused,
    code,
  });
  expect((await office.ask(goals)).map(({ id }) => id)).not.toContain("other");
});
