import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { ana, openOffice, rosa } from "../access/testing.ts";
import { actorWith } from "../kernel/actor.ts";
import { listRecords } from "../records/list-records.ts";
import { openRecord } from "../records/open-record.ts";
import { worklist } from "../records/worklist.ts";
import { decideDoubt } from "./decide-doubt.ts";

const office = await openOffice(await testDatabase());
const columns = "Measure,Place,Year from,Year to,Value,Lower,Upper,Publisher,Data set,Standing\n";
const doubtful = "life-expectancy-years,17,2010,2010,79.8,70.0,72.7,The City,qjr3-bm53,published\n";
const sound = "life-expectancy-years,32,2010,2010,85.0,83.6,86.4,The City,qjr3-bm53,published\n";
const ids = async () =>
  (await office.done(ana, listRecords, { sort: "title" })).records.map(({ recordId, state }) => [recordId, state]);

test("a dataset has a record that finance sees, too; one without doubt waits for nobody", async () => {
  const datasetId = await office.load("published-figures", columns + sound);
  expect(await ids()).toEqual([[`dataset:${datasetId}`, "loaded"]]);
  const { record } = await office.done(actorWith("Fern", "finance"), openRecord, { recordId: `dataset:${datasetId}` });
  expect(record).toMatchObject({ title: { en: "published-figures.csv" }, turn: [] });
  expect((await office.done(ana, worklist, {})).records).toEqual([]);
});

test("what is in doubt waits for the analysts until each value is decided", async () => {
  const twice = `${doubtful}life-expectancy-years,18,2010,2010,69.8,70.0,72.7,The City,qjr3-bm53,published\n`;
  const datasetId = await office.load("published-figures", columns + twice);
  const recordId = `doubt:${datasetId}`;
  const waits = async () => (await office.done(ana, worklist, {})).records;
  expect(await waits()).toMatchObject([
    {
      ...{ recordId, state: "open", nextStep: "decide-doubt" },
      title: { en: "2 doubtful values in published-figures.csv", es: "2 valores dudosos en published-figures.csv" },
    },
  ]);
  const decide = (observation: number, decision: string) =>
    office.done(ana, decideDoubt, { datasetId, observation, decision, reason: "The City was asked about it." });
  await decide(1, "publish");
  await decide(1, "withhold");
  expect(await waits()).toHaveLength(1);
  await decide(2, "publish");
  expect(await waits()).toEqual([]);
  expect((await office.done(rosa, openRecord, { recordId })).record).toMatchObject({
    state: "decided",
    nextStep: null,
  });
});
