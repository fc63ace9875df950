import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import type { Context } from "@evenspan/domain/kernel/command";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { syncPlaces } from "@evenspan/domain/places/sync-places";
import { expect, test } from "vitest";
import { demonstrationSystemId } from "./rush.ts";
import { type Seeded, seedDemonstration } from "./seed.ts";

const database = await testDatabase();
await syncPlaces(database.owner);

async function seed(now: string): Promise<Seeded> {
  const outcome = await seedDemonstration({ db: database.app, now: new Date(now) });
  if (isRefusal(outcome))
    throw new Error(`${outcome.message} ${JSON.stringify(outcome.complaints?.slice(0, 3) ?? "")}`);
  return outcome;
}

const start = performance.now();
const first = await seed("2026-11-24T08:00:00Z");
const seedingMs = performance.now() - start;

const asTenant = <T>(work: (db: Context["db"]) => Promise<T>) => inTenant(database.app, first.systemId, work);
const tables = [
  "systems",
  "facilities",
  "place_sets",
  "place_set_members",
  "datasets",
  "observations",
  "doubt_decisions",
  "goals",
  "claims",
  "front_pages",
] as const;
const rowsOf = () =>
  asTenant(async (db) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const counted = db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as("n"));
      counts[table] = Number((await counted.executeTakeFirstOrThrow()).n);
    }
    return counts;
  });

test("RUSH is founded as a demonstration, with its three hospitals", async () => {
  expect(first.systemId).toBe(demonstrationSystemId);
  const system = await asTenant((db) => db.selectFrom("systems").selectAll().executeTakeFirstOrThrow());
  expect(system).toMatchObject({ slug: "rush", demonstration: true });
  const facilities = await asTenant((db) => db.selectFrom("facilities").select("city").orderBy("city").execute());
  expect(facilities.map(({ city }) => city)).toEqual(["Aurora", "Chicago", "Oak Park"]);
});

test("the seed leaves the rows that it should, and a second one changes none of them", async () => {
  const rows = await rowsOf();
  expect(rows).toEqual({
    systems: 1,
    facilities: 3,
    place_sets: 5,
    place_set_members: 9 + 10 + 12 + 2 + 7,
    datasets: 4,
    observations: 388 + 5 + 8470 + 76_230,
    doubt_decisions: 5,
    goals: 1,
    claims: 8,
    front_pages: 1,
  });
  expect(await seed("2027-01-01T00:00:00Z")).toEqual(first);
  expect(await rowsOf()).toEqual(rows);
});

test("the synthetic files are synthetic in their origin and their names, and the others are not", async () => {
  const datasets = await asTenant((db) =>
    db.selectFrom("datasets").select(["file_name", "origin", "doubtful"]).orderBy("file_name").execute(),
  );
  expect(datasets).toEqual([
    { file_name: "published-figures.csv", origin: "published", doubtful: 1 },
    { file_name: "reported-figures.csv", origin: "reported", doubtful: 5 },
    { file_name: "synthetic-deaths-2015-2019.csv", origin: "synthetic", doubtful: 0 },
    { file_name: "synthetic-people-2015-2019.csv", origin: "synthetic", doubtful: 0 },
  ]);
});

test("Dunning's estimate is kept, in doubt, and nobody has decided to publish it", async () => {
  const doubtful = await asTenant((db) =>
    db
      .selectFrom("observations as o")
      .leftJoin("doubt_decisions as d", (join) =>
        join.onRef("d.dataset_id", "=", "o.dataset_id").onRef("d.observation_no", "=", "o.observation_no"),
      )
      .where("o.doubt", "=", "estimate-outside-interval")
      .select(["o.place_id", "o.year_to", "o.value", "d.decision"])
      .execute(),
  );
  expect(doubtful).toEqual([{ place_id: "area:17", year_to: 2010, value: 79.8, decision: null }]);
});

test("what was only reported is shown by a decision with its reason", async () => {
  const decisions = await asTenant((db) => db.selectFrom("doubt_decisions").selectAll().execute());
  for (const { dataset_id, decision, reason } of decisions)
    expect([dataset_id, decision, reason]).toEqual([
      first.datasets.reported,
      "publish",
      expect.stringContaining("reported"),
    ]);
});

test("the goal's baseline is frozen to the published figures", async () => {
  const goal = await asTenant((db) => db.selectFrom("goals").selectAll().executeTakeFirstOrThrow());
  expect(goal).toMatchObject({ baseline_dataset_id: first.datasets.published, target_share: 0.5, target_year: 2030 });
});

test("seeding takes less than a third of the minute that a cold start may take", () => {
  expect(seedingMs).toBeLessThan(20_000);
});
