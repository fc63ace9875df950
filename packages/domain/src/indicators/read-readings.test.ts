import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { ana, openOffice } from "../access/testing.ts";
import { decideDoubt } from "../datasets/decide-doubt.ts";
import type { ReleaseInputs } from "../releases/release-inputs.ts";
import { readReadings } from "./read-readings.ts";

const office = await openOffice(await testDatabase());

const read = (datasetIds: readonly string[], decisions: ReleaseInputs["decisions"] = []) =>
  office.ask((db, systemId) => readReadings(db, systemId, { datasetIds, placeSets: [], pairs: [], decisions }));

/** A file of deaths of area 26, all ages, by year or span. */
const deathsOf = (counts: Readonly<Record<string, number | string>>): Promise<string> =>
  office.load(
    "deaths",
    `Place,Year,Age,Sex,Deaths\n${Object.entries(counts)
      .map(([year, count]) => `26,${year},all,all,${count}\n`)
      .join("")}`,
  );

const spans = async (dataset: string) =>
  (await read([dataset])).deaths.map(({ yearFrom, yearTo, count, rows }) => [yearFrom, yearTo, count, rows]);

const publishedHeadings = "Measure,Place,Year from,Year to,Value,Lower,Upper,Publisher,Data set,Standing\n";

test("single years are pooled into spans of five that end with the last year; the first may be shorter", async () => {
  // 2013 to 2017: 3 + 4 + 5 + 6 + 7 = 25; 2011 and 2012: 1 + 2 = 3.
  const dataset = await deathsOf({ 2011: 1, 2012: 2, 2013: 3, 2014: 4, 2015: 5, 2016: 6, 2017: 7 });
  expect(await spans(dataset)).toEqual([
    [2011, 2012, 3, 2],
    [2013, 2017, 25, 5],
  ]);
});

test("one year alone is a span of one", async () => {
  expect(await spans(await deathsOf({ 2010: 9 }))).toEqual([[2010, 2010, 9, 1]]);
});

test("a span with a year that the file lacks is not known: its deaths are not those of five years", async () => {
  expect(await spans(await deathsOf({ 2013: 3, 2014: 4, 2016: 6, 2017: 7 }))).toEqual([[2013, 2017, null, 4]]);
});

test("a span that the file tells as one stays as it is", async () => {
  expect(await spans(await deathsOf({ "2006-2010": 60, "2001-2005": 50 }))).toEqual([
    [2001, 2005, 50, 1],
    [2006, 2010, 60, 1],
  ]);
});

test("a span and the single years within it are not added to each other", async () => {
  const counts = { "2013-2017": 25, 2013: 3, 2014: 4, 2015: 5, 2016: 6, 2017: 7 };
  expect(await spans(await deathsOf(counts))).toEqual([[2013, 2017, null, 6]]);
});

test("a sum with a year that was withheld is not known", async () => {
  expect(await spans(await deathsOf({ 2016: 6, 2017: "suppressed" }))).toEqual([[2016, 2017, null, 2]]);
});

test("a count in doubt is not known until a person decides that it may be published", async () => {
  const dataset = await office.load(
    "published-figures",
    `${publishedHeadings}population,26,2010,2010,18001,,,A newspaper,,reported\ndeaths,26,2010,2010,190,,,A newspaper,,reported\n`,
  );
  const counts = async (decisions: ReleaseInputs["decisions"] = []) => {
    const { people, deaths, mortality } = await read([dataset], decisions);
    return [people[0]!.count, deaths[0]!.count, mortality.length];
  };
  expect(await counts()).toEqual([null, null, 0]);
  const reason = "Checked against the printed report.";
  const decided = [1, 2].map((observation) => ({ dataset, observation, seq: 1 }));
  for (const { observation } of decided)
    await office.done(ana, decideDoubt, { datasetId: dataset, observation, decision: "publish", reason });
  expect(await counts(decided)).toEqual([18_001, 190, 1]);
  // A release made before the decision names no decision, and is made again without it.
  expect(await counts()).toEqual([null, null, 0]);
  await office.done(ana, decideDoubt, { datasetId: dataset, observation: 1, decision: "withhold", reason });
  expect(await counts([{ dataset, observation: 1, seq: 2 }, decided[1]!])).toEqual([null, 190, 0]);
});

test("values carry the decision that a release names, and those of tracts and ZIP codes are left out", async () => {
  const dataset = await office.load(
    "published-figures",
    `${publishedHeadings}life-expectancy-years,17,2010,2010,79.8,70.0,72.7,The City,qjr3-bm53,published\n` +
      "life-expectancy-years,60612,2010,2010,70,,,The City,other,published\n" +
      "life-expectancy-years,17031010100,2010,2010,71,,,The City,other,published\n",
  );
  const reason = "The City was asked, and stands by it.";
  await office.done(ana, decideDoubt, { datasetId: dataset, observation: 1, decision: "publish", reason });
  const { values } = await read([dataset], [{ dataset, observation: 1, seq: 1 }]);
  expect(values).toMatchObject([
    {
      placeId: "area:17",
      value: 79.8,
      lower: 70,
      upper: 72.7,
      doubt: "estimate-outside-interval",
      decision: "publish",
    },
  ]);
  expect((await read([dataset])).values[0]!.decision).toBeNull();
});

test("datasets come in the order in which they are named: the later one takes precedence", async () => {
  const ids = [await deathsOf({ 1990: 1 }), await deathsOf({ 1991: 1 }), await deathsOf({ 1992: 1 })];
  expect((await read(ids)).datasets.map(({ id }) => id)).toEqual(ids);
  expect((await read([...ids].reverse())).datasets.map(({ id }) => id)).toEqual([...ids].reverse());
});
