import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { ana } from "../access/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { buildRelease } from "./build-release.ts";
import { makeRelease } from "./make-release.ts";
import { currentInputs } from "./release-inputs.ts";
import { gapOf2010, preparedOffice } from "./testing/prepared-office.ts";

const office = await preparedOffice(await testDatabase());

async function content() {
  const made = await office.ask(async (db, systemId) => makeRelease(db, systemId, await currentInputs(db, systemId)));
  if (isRefusal(made)) throw new Error(made.message);
  return made.content;
}

const frozen = "goal-baseline/gap:area:32>area:26/2010/all/all";

test("while nobody revises the baseline year, the goal starts from the gap that everyone sees", async () => {
  const { goals, figures } = await content();
  expect(goals[0]).toMatchObject({ baselineFigure: gapOf2010 });
  expect(goals[0]!.targetValue).toBeCloseTo(8.1, 9);
  expect(figures.some(({ indicator }) => indicator === "goal-baseline")).toBe(false);
});

test("when the City revises 2010, the gap moves and the goal does not", async () => {
  // 84.0 - 70.0 = 14.0 is now the gap of 2010; the goal was set at 85.0 - 68.8 = 16.2, and half of that is 8.1.
  const revised = await office.load(
    "published-figures",
    `Measure,Place,Year from,Year to,Value,Lower,Upper,Publisher,Data set,Standing
life-expectancy-years,32,2010,2010,84.0,82.6,85.4,The City,qjr3-bm53 revised,published
life-expectancy-years,26,2010,2010,70.0,68.1,71.8,The City,qjr3-bm53 revised,published
`,
  );
  const { goals, figures } = await content();
  const figure = (id: string) => figures.find((one) => one.id === id)!;
  expect(figure(gapOf2010).value).toBeCloseTo(14, 9);
  expect(goals[0]).toMatchObject({ baselineFigure: frozen, curve: expect.arrayContaining([gapOf2010]) });
  expect(goals[0]!.targetValue).toBeCloseTo(8.1, 9);
  expect(goals[0]!.sentence.en).toContain("from 16.2 years in 2010 down to 8.1 by 2030");
  expect(figure(frozen).value).toBeCloseTo(16.2, 9);
  const datasets = figure(frozen).inputs.map((input) => ("dataset" in input ? input.dataset : input.figure));
  expect(datasets).toEqual([office.datasets.published, office.datasets.published]);
  expect(datasets).not.toContain(revised);
});

test("such a release is built and stored with its frozen figure", async () => {
  const built = await office.done(ana, buildRelease, {});
  const remarks = (built as { remarks: readonly { code: string }[] }).remarks.map(({ code }) => code);
  expect(remarks).not.toContain("baseline-moved");
});
