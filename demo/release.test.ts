import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { syncPlaces } from "@evenspan/domain/places/sync-places";
import { makeRelease } from "@evenspan/domain/releases/make-release";
import { currentInputs } from "@evenspan/domain/releases/release-inputs";
import { expect, test } from "vitest";
import { seedDemonstration } from "./seed.ts";

const database = await testDatabase();
await syncPlaces(database.owner);
const seeded = await seedDemonstration({ db: database.app, now: new Date("2026-11-24T08:00:00Z") });
if (isRefusal(seeded)) throw new Error(seeded.message);
const { systemId, datasets } = seeded;
const made = await inTenant(database.app, systemId, async (db) =>
  makeRelease(db, systemId, await currentInputs(db, systemId)),
);
if (isRefusal(made)) throw new Error(made.message);
const { content } = made;
const figures = new Map(content.figures.map((figure) => [figure.id, figure]));
const lifeExpectancy = (area: number, year: number) => figures.get(`life-expectancy/area:${area}/${year}/all/all`);

test("each number of the first page is a figure that is shown", () => {
  const shown = content.front.numbers.map(({ figure }) => figures.get(figure)?.value?.toFixed(1));
  expect(shown).toEqual(["16.2", "6000000.0", "481491.0"]);
});

test("every stop of the line has its life expectancy of 2010", () => {
  const line = content.placeSets.find(({ id }) => id === "the-line")!;
  for (const place of line.places) expect(figures.get(`life-expectancy/${place}/2010/all/all`)?.state).toBe("shown");
});

test("Dunning is withheld, and so are the areas too small to say anything of", () => {
  expect(lifeExpectancy(17, 2010)).toMatchObject({ value: null, reason: "doubtful-estimate" });
  for (const area of [36, 37, 47, 54])
    expect(lifeExpectancy(area, 2010)).toMatchObject({ value: null, reason: "interval-too-wide" });
});

test("the pair of 2023 is told as reported, and so is its gap", () => {
  expect(lifeExpectancy(32, 2023)).toMatchObject({ value: 87.3, origin: "reported" });
  expect(lifeExpectancy(26, 2023)).toMatchObject({ value: 66.6, origin: "reported" });
  const gap = figures.get("life-expectancy-gap/gap:area:32>area:26/2023/all/all");
  expect([gap?.value?.toFixed(1), gap?.lower, gap?.origin]).toEqual(["20.7", null, "reported"]);
});

test("what rests on an invented file is synthetic, and nothing else is", () => {
  const invented = new Set([datasets.people, datasets.deaths]);
  const restsOnInvented = (id: string): boolean =>
    figures
      .get(id)!
      .inputs.some((input) => ("figure" in input ? restsOnInvented(input.figure) : invented.has(input.dataset)));
  for (const { id, origin } of content.figures) expect([id, origin === "synthetic"]).toEqual([id, restsOnInvented(id)]);
});

test("the West Side with its suburbs has no count of people, rather than one that leaves them out", () => {
  const { value, state } = figures.get("population/set:west-side@3/2010/all/all") ?? { value: null, state: "missing" };
  expect([value, state]).toEqual([null, "missing"]);
});

test("the curve of the goal runs through 1990, 2000, 2010 and the reported 2023", () => {
  const years = content.goals[0]!.curve.map((id) => figures.get(id)!.period.from);
  expect(years).toEqual([1990, 2000, 2010, 2023]);
});

test("nothing that it keeps can be worked out of what it tells, nor bounded more closely than 1 to 10", () => {
  const { attack } = made.built.manifest;
  expect(attack).toMatchObject({ withheld: 1447, recovered: 0, boundedTooTightly: 0, knownBefore: 0 });
  expect(attack.untried).toEqual({ linearBounds: 0, elimination: 0, contradicting: 0, beforeApart: 0 });
});

test("claims about a nickname, a whole side or a tract cannot be checked; the one of 2010 can", () => {
  const standing = new Map(content.claims.map((reading) => [reading.claim.id, reading.standing]));
  for (const id of ["loop-garfield-park-13", "loop-west-side-14", "streeterville-englewood-30"])
    expect(standing.get(id)).toBe("cannot-be-checked");
  expect(standing.get("loop-wgp-16-2")).toBe("superseded");
  expect(standing.get("loop-wgp-20-7")).toBe("holds");
});

test("Edison Park's 14.6 lies in the wide range of 12.2, so that it cannot be said to hold", () => {
  const reading = content.claims.find(({ claim }) => claim.id === "edison-park-wgp-14-6")!;
  expect(reading).toMatchObject({
    ...{ standing: "cannot-be-checked", figures: ["life-expectancy-gap/gap:area:9>area:26/2010/all/all"] },
    sentence: { en: expect.stringContaining("12.2 years, likely between 9.4 and 15.0. The two cannot be told apart") },
  });
});
