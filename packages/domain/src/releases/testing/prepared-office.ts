import type { OpenDatabase } from "@evenspan/database/pools";
import { abel, ana, type Office, openOffice, rosa, sameText } from "../../access/testing.ts";
import { recordClaim } from "../../claims/record-claim.ts";
import { defineGoal } from "../../goals/define-goal.ts";
import { definePlaceSet } from "../../places/define-place-set.ts";
import { buildRelease } from "../build-release.ts";
import { defineFrontPage } from "../define-front-page.ts";
import { signRelease } from "../sign-release.ts";

/** What the City published, Dunning's misprint of 2010 among it; and what a newspaper said of 2023. */
const published = `Measure,Place,Year from,Year to,Value,Lower,Upper,Publisher,Data set,Standing
life-expectancy-years,32,2010,2010,85.0,83.6,86.4,The City,qjr3-bm53,published
life-expectancy-years,26,2010,2010,68.8,66.9,70.6,The City,qjr3-bm53,published
life-expectancy-years,17,2010,2010,79.8,70.0,72.7,The City,qjr3-bm53,published
life-expectancy-years,32,2023,2023,87.3,,,A newspaper,,reported
life-expectancy-years,26,2023,2023,66.6,,,A newspaper,,reported
hardship-index,26,2008,2012,92,,,The City,kn9c-c2s2,published
`;

const people = `Place,Year,Age,Sex,People
26,2010,0-64,all,16200
26,2010,65+,all,1800
27,2010,0-64,all,18500
27,2010,65+,all,2000
32,2010,0-64,all,27000
32,2010,65+,all,2200
`;

/** In East Garfield Park seven people died of stroke, which a release keeps to itself. */
const deaths = `Place,Year,Age,Sex,Cause,Deaths
26,2010,0-64,all,all,90
26,2010,65+,all,all,130
27,2010,0-64,all,all,80
27,2010,65+,all,all,120
32,2010,0-64,all,all,40
32,2010,65+,all,all,60
26,2010,0-64,all,stroke,9
26,2010,65+,all,stroke,22
27,2010,0-64,all,stroke,3
27,2010,65+,all,stroke,4
32,2010,0-64,all,stroke,2
32,2010,65+,all,stroke,18
`;

/** The gap of 2010 that the prepared office's first page, goal and claim are about. */
export const gapOf2010 = "life-expectancy-gap/gap:area:32>area:26/2010/all/all";

/** A first page of the line, the goal, and three numbers of which the first is this figure. */
export const frontPageOn = (figure: string) => ({
  line: { id: "the-line", version: 1 },
  goal: "halve-the-gap",
  numbers: [figure, "life-expectancy/area:26/2010/all/all", "population/area:26/2010/all/all"].map((id) => ({
    ...{ figure: id, label: sameText(id), remark: null },
  })),
});

/** An office that has loaded and decided all that a first release needs, with the ids of its datasets. */
export type PreparedOffice = Office &
  Readonly<{ datasets: Readonly<Record<"published" | "people" | "deaths", string>> }>;

/** Loads three files and defines two sets, a goal and a claim: everything but the first page, unless that is wanted too. */
export async function preparedOffice(
  database: OpenDatabase,
  { withFrontPage = true, ...options }: Parameters<typeof openOffice>[1] & { withFrontPage?: boolean } = {},
): Promise<PreparedOffice> {
  const office = await openOffice(database, options);
  const datasets = {
    published: await office.load("published-figures", published),
    people: await office.load("people", people),
    deaths: await office.load("deaths", deaths),
  };
  const sets = { "the-line": ["area:32", "area:27", "area:26"], "west-side": ["area:26", "area:27"] };
  for (const [id, places] of Object.entries(sets)) {
    const words = { name: sameText(id), reason: sameText("A test."), source: "test", adoptedOn: "2016-06-08" };
    await office.done(ana, definePlaceSet, { id, places, ...words });
  }
  const pair = { indicator: "life-expectancy-gap", highPlaceId: "area:32", lowPlaceId: "area:26" };
  await office.done(abel, defineGoal, {
    ...{ id: "halve-the-gap", title: sameText("Halve the gap"), ...pair, baselineYear: 2010 },
    ...{ baselineDatasetId: datasets.published, targetShare: 0.5, targetYear: 2030 },
    ...{ source: "West Side United", adoptedOn: "2018-02-01" },
  });
  await office.done(ana, recordClaim, {
    ...{ id: "sixteen-years", text: sameText("16 years apart"), saidBy: "A hospital", saidInYear: 2015, ...pair },
    ...{ source: "its web page", claimedValue: 16, measuredYear: null, note: null },
  });
  if (withFrontPage) await office.done(abel, defineFrontPage, frontPageOn(gapOf2010));
  return { ...office, datasets };
}

/** Ana builds a release, and Rosa signs it. */
export async function publish(office: Office): Promise<Readonly<{ releaseId: string; number: number }>> {
  const { releaseId, number } = await office.done(ana, buildRelease, {});
  await office.done(rosa, signRelease, { release: String(number), note: "Looked at as a whole." });
  return { releaseId, number };
}
