import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { foundSystem } from "../src/access/found-system.ts";
import { loadDataset } from "../src/datasets/load-dataset.ts";
import type { Figure } from "../src/figures/figure.ts";
import { defineGoal } from "../src/goals/define-goal.ts";
import { deathRateCrude } from "../src/indicators/death-rate-crude.indicator.ts";
import { readReadings } from "../src/indicators/read-readings.ts";
import { type Actor, actorWith } from "../src/kernel/actor.ts";
import { type Command, perform } from "../src/kernel/command.ts";
import { isRefusal } from "../src/kernel/refusal.ts";
import { definePlaceSet } from "../src/places/define-place-set.ts";
import { syncPlaces } from "../src/places/sync-places.ts";
import { buildRelease } from "../src/releases/build-release.ts";
import { defineFrontPage } from "../src/releases/define-front-page.ts";
import { openRelease } from "../src/releases/open-release.ts";
import type { PublishedRelease } from "../src/releases/published-release.ts";
import { signRelease } from "../src/releases/sign-release.ts";
import { verifyRelease } from "../src/releases/verify-release.ts";

const shared = process.env.EVENSPAN_SHARED ?? path.resolve(import.meta.dirname, "../../../../shared");
const city = path.join(shared, "data");
const present = existsSync(city);
if (!present) console.log(`City files: skipped, because ${city} is not there.`);

const systemId = "00000000-0000-4000-8000-000000000077";
const database = await testDatabase();
const now = new Date("2026-01-02T03:04:05Z");
const ana = actorWith("Ana Analyst", "analyst");
const abel = actorWith("Abel Administrator", "administrator");
const rosa = actorWith("Rosa Reviewer", "reviewer");

async function by<I, O>(actor: Actor, command: Command<I, O>, input: unknown): Promise<O> {
  const outcome = await inTenant(
    database.app,
    systemId,
    (db) => perform(command, { db, systemId, actor, now, from: { channel: "command line" } }, input),
    { undoWhen: isRefusal },
  );
  if (isRefusal(outcome))
    throw new Error(`${outcome.message} ${JSON.stringify(outcome.complaints ?? outcome.fields ?? "")}`);
  return outcome as O;
}

const text = (words: string) => ({ en: words, es: words });

describe.skipIf(!present)("the City's own files become a release", () => {
  let release: PublishedRelease;
  let lifeExpectancy: { datasetId: string; fingerprint: string };
  let deaths: { datasetId: string; fingerprint: string };
  let people: { datasetId: string; fingerprint: string };

  beforeAll(async () => {
    await syncPlaces(database.owner);
    await by(abel, foundSystem, { slug: "city-files", name: "City files", demonstration: false, facilities: [] });
    const load = (sourceKey: string, file: string) => by(ana, loadDataset, { sourceKey, path: path.join(city, file) });
    lifeExpectancy = await load(
      "chicago-life-expectancy",
      "mortality/chicago_life_expectancy_by_community_area_qjr3-bm53.csv",
    );
    people = await load("chicago-population", "population/chicago_population_estimates_1999_2012_by_area_age_sex.csv");
    deaths = await load(
      "chicago-causes-of-death",
      "mortality/chicago_underlying_causes_of_death_2006_2010_j6cj-r444.csv",
    );
    await by(abel, definePlaceSet, {
      id: "the-line",
      name: text("The line"),
      reason: text("Seven neighbours"),
      source: "the office",
      adoptedOn: "2026-01-01",
      places: ["area:32", "area:28", "area:27", "area:26"],
    });
    await by(abel, defineGoal, {
      id: "halve-the-gap",
      title: text("Halve the gap by 2030"),
      indicator: "life-expectancy-gap",
      highPlaceId: "area:32",
      lowPlaceId: "area:26",
      baselineYear: 2010,
      baselineDatasetId: lifeExpectancy.datasetId,
      targetShare: 0.5,
      targetYear: 2030,
      source: "West Side United",
      adoptedOn: "2018-02-01",
    });
    await by(abel, defineFrontPage, {
      line: { id: "the-line", version: 1 },
      goal: "halve-the-gap",
      numbers: [
        "life-expectancy-gap/gap:area:32>area:26/2010/all/all",
        "life-expectancy/area:26/2010/all/all",
        "population/area:26/2010/all/all",
      ].map((figure) => ({ figure, label: text(figure), remark: null })),
    });
    await by(ana, buildRelease, {});
    await by(rosa, signRelease, { note: "looked at the gap" });
    release = (await openRelease(database.reader, systemId))!;
  }, 120_000);

  const shown = (id: string): Figure => {
    const figure = release.figure(id);
    if (!figure) throw new Error(`no figure ${id}`);
    return figure;
  };

  test("the gap of 2010 is 16.2 years, 13.9 to 18.5, and its receipt leads to the file by its fingerprint", () => {
    const gap = shown("life-expectancy-gap/gap:area:32>area:26/2010/all/all");
    expect(gap.value).toBeCloseTo(16.2, 9);
    expect([gap.lower!.toFixed(1), gap.upper!.toFixed(1)]).toEqual(["13.9", "18.5"]);
    const ends = gap.inputs.map((input) => shown("figure" in input ? input.figure : ""));
    expect(ends.map((end) => [end.subject, end.value])).toEqual([
      ["area:32", 85],
      ["area:26", 68.8],
    ]);
    for (const end of ends)
      for (const input of end.inputs) {
        if (!("dataset" in input)) throw new Error("an end rests on a file");
        expect(release.dataset(input.dataset)!.fingerprint).toBe(lifeExpectancy.fingerprint);
        expect(release.sourceRows(input.dataset, input.observations)).toMatchObject([
          { place: end.subject, value: end.value },
        ]);
      }
  });

  test("1,399 of 1,399 published crude death rates come out to the last printed digit, and so do their limits", async () => {
    const published = await inTenant(database.app, systemId, (db) =>
      db
        .selectFrom("observations")
        .where("dataset_id", "=", deaths.datasetId)
        .where("measure", "=", "crude-death-rate-per-100k")
        .where("state", "=", "shown")
        .selectAll()
        .execute(),
    );
    // Five more rates are of no deaths at all: 0.0, printed without an upper limit.
    const printed = published.filter((row) => row.upper !== null);
    expect([published.length, printed.length]).toEqual([1404, 1399]);
    const computed = await inTenant(database.app, systemId, async (db) => {
      const datasetIds = [people.datasetId, deaths.datasetId];
      const readings = await readReadings(db, systemId, { datasetIds, placeSets: [], pairs: [], decisions: [] });
      return new Map(deathRateCrude.make(readings).map((figure) => [figure.id, figure]));
    });
    for (const { place_id, sex, cause, value, lower, upper } of printed) {
      const rate = computed.get(`death-rate-crude/${place_id}/2006-2010/${sex}/${cause}`)!;
      expect(rate.method).toBe("crude-chicago-2006-2010");
      expect([rate.id, rate.value!.toFixed(1)]).toEqual([rate.id, value!.toFixed(1)]);
      expect(Math.abs(rate.lower! - lower!), rate.id).toBeLessThan(0.11);
      expect(Math.abs(rate.upper! - upper!), rate.id).toBeLessThan(0.11);
    }
  });

  test("the receipt of a crude death rate lists both files by their fingerprints", () => {
    const rate = shown("death-rate-crude/area:26/2006-2010/all/all");
    const files = rate.inputs.map((input) => ("dataset" in input ? release.dataset(input.dataset)!.fingerprint : null));
    expect(files).toEqual([deaths.fingerprint, people.fingerprint]);
  });

  test("Dunning's estimate of 2010 lies outside its own interval, and is withheld until a person decides", () => {
    expect(shown("life-expectancy/area:17/2010/all/all")).toMatchObject({
      state: "unreliable",
      reason: "doubtful-estimate",
      value: null,
    });
  });

  test("a release verifies against its stored inputs", async () => {
    const verified = await inTenant(database.app, systemId, (db) => verifyRelease(db, systemId, undefined));
    expect(verified).toMatchObject({ differences: [] });
  }, 120_000);

  test("nothing that it keeps can be worked out of what it tells, nor bounded more closely than 1 to 10", () => {
    expect(release.attack).toMatchObject({
      tables: 6,
      withheld: 234,
      recovered: 0,
      boundedTooTightly: 0,
      knownBefore: 0,
    });
    expect(release.attack!.untried).toEqual({ linearBounds: 0, elimination: 0, contradicting: 0, beforeApart: 0 });
  });

  test("a corrected file published after it gives away no count that was withheld, in figures or in rows", async () => {
    const file = path.join(city, "mortality/chicago_underlying_causes_of_death_2006_2010_j6cj-r444.csv");
    const corrected = path.join(mkdtempSync(path.join(tmpdir(), "evenspan-corrected-")), "corrected.csv");
    writeFileSync(corrected, readFileSync(file, "utf8").replace(",895.2,852.2,", ",895.3,852.2,"));
    await by(ana, loadDataset, { sourceKey: "chicago-causes-of-death", path: corrected });
    await by(ana, buildRelease, {});
    await by(rosa, signRelease, { note: "looked at the correction" });
    const second = (await openRelease(database.reader, systemId))!;
    expect(second.number).toBe(2);
    const rows = second.documentPaths.filter((document) => document.startsWith("rows/chicago-causes"));
    const told = rows
      .flatMap((document) => second.document(document)!.body.toString("utf8").split("\r\n").slice(1, -1))
      .map((line) => line.split(","))
      .filter(([, , measure, , , , , , , , , value]) => measure === "deaths" && value !== "");
    const small = told.filter(([, , , , , , , , , , , value]) => Number(value) >= 1 && Number(value) <= 10);
    expect(told.length).toBeGreaterThan(900);
    expect(small).toEqual([]);
    // Both releases are solved together: the second is not weighed by itself.
    expect(second.attack).toMatchObject({ withheld: 234, recovered: 0, boundedTooTightly: 0, knownBefore: 0 });
    const before = release.content.figures.filter(({ state }) => state === "suppressed").map(({ id }) => id);
    expect(before.filter((id) => second.figure(id)?.state === "shown")).toEqual([]);
  }, 120_000);
});
