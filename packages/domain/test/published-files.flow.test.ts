import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../src/datasets/load-dataset.ts";
import type { Loaded } from "../src/datasets/stored-dataset.ts";
import { actorWith } from "../src/kernel/actor.ts";
import { perform } from "../src/kernel/command.ts";
import { isRefusal, type Outcome } from "../src/kernel/refusal.ts";

const systemId = "00000000-0000-4000-8000-000000000078";
const database = await testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "evenspan-published-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await inTenant(database.app, systemId, (db) =>
    db
      .insertInto("systems")
      .values({ system_id: systemId, slug: "published-files", name: "Published files" })
      .execute(),
  );
});

const actor = actorWith("Ana Analyst", "analyst");
const context = { systemId, actor, now: new Date("2026-01-02"), from: { channel: "command line" } } as const;

const load = (sourceKey: string, file: string): Promise<Outcome<Loaded>> =>
  inTenant(database.app, systemId, (db) => perform(loadDataset, { ...context, db }, { sourceKey, path: file }), {
    undoWhen: isRefusal,
  });

/** The file with its text changed, in a folder of the test's own. */
function changed(file: string, change: (text: string) => string): string {
  const copy = path.join(folder, path.basename(file));
  writeFileSync(copy, change(readFileSync(file, "utf8")));
  return copy;
}

/** What the published files are known to hold: rows read, values kept, doubtful ones. */
const published: readonly (readonly [source: string, file: string, rows: number, kept: number, doubtful: number])[] = [
  ["chicago-life-expectancy", "mortality/chicago_life_expectancy_by_community_area_qjr3-bm53.csv", 77, 231, 1],
  ["chicago-causes-of-death", "mortality/chicago_underlying_causes_of_death_2006_2010_j6cj-r444.csv", 1404, 5616, 1266],
  ["chicago-population", "population/chicago_population_estimates_1999_2012_by_area_age_sex.csv", 4158, 58_212, 0],
  ["chicago-hardship", "indicators/chicago_socioeconomic_hardship_2008_2012_kn9c-c2s2.csv", 78, 546, 0],
  ["community-area-boundaries", "geo/community_areas_portal_cauq-8yn6.geojson", 77, 77, 0],
  ["tract-area", "geo/chicago_census_tracts_2010_5jrd-6zik.csv", 801, 801, 0],
  ["zip-area", "geo/community_area_zip_population2010.csv", 234, 234, 0],
  ["usaleep", "lifetables/usaleep_e0_all_us_tracts.csv", 65_662, 65_662, 0],
  ["wonder-deaths", "lifetables/wonder_deaths_pop_age10_US_Total_1999_2018.txt", 253, 440, 0],
  ["wonder-deaths", "lifetables/wonder_age_adjusted_MortalityUS.txt", 21, 80, 0],
  ["wonder-deaths", "lifetables/wonder_us_deaths_by_age10_icd_subchapter_1999_2020.txt", 1035, 65, 0],
];

describe("the files that others publish", () => {
  for (const [source, file, rowsRead, rowsKept, doubtful] of published) {
    const there = sharedFile(file);
    it.skipIf(!there)(`${path.basename(file)}: ${rowsRead} rows give ${rowsKept} values`, async () => {
      const loaded = await load(source, there!);
      expect(loaded).toMatchObject({ rowsRead, rowsKept, doubtful, already: false });
    });
  }

  const people = sharedFile("population/chicago_population_estimates_1999_2012_by_area_age_sex.csv");
  it.skipIf(!people)("a population whose total no longer fits its ages is refused, with the line", async () => {
    const wrong = changed(people!, (text) => text.replace("1,TOTAL,ALL,63484,", "1,TOTAL,ALL,93484,"));
    const refused = await load("chicago-population", wrong);
    expect(refused).toMatchObject({
      refused: "invalid",
      complaints: [{ line: 34, found: expect.stringContaining("93484") }, {}, {}],
    });
  });

  it.skipIf(!people)("a population that lacks one age of one area is refused", async () => {
    const wrong = changed(people!, (text) => text.replace(/^26,45-54,FEMALE,.*\n/m, ""));
    expect(await load("chicago-population", wrong)).toMatchObject({ refused: "invalid" });
  });

  const black = sharedFile("lifetables/wonder_deaths_pop_age10_US_Black_1999_2018.txt");
  it.skipIf(!black)("an export about some people only is refused", async () => {
    const refused = await load("wonder-deaths", black!);
    expect(refused).toMatchObject({ refused: "invalid", complaints: [{ line: 2, column: "Query Parameters" }] });
  });

  const boundaries = sharedFile("geo/community_areas_portal_cauq-8yn6.geojson");
  it.skipIf(!boundaries)("boundaries that lack one area are refused", async () => {
    const wrong = changed(boundaries!, (text) => {
      const told = JSON.parse(text) as { features: unknown[] };
      return JSON.stringify({ ...told, features: told.features.slice(1) });
    });
    expect(await load("community-area-boundaries", wrong)).toMatchObject({
      complaints: [{ found: expect.stringContaining("Douglas") }],
    });
  });
});
