import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { abel, ana, openOffice, rosa, sameText } from "../access/testing.ts";
import { placeAliases } from "./aliases.ts";
import { chicagoPlaces } from "./chicago.ts";
import { definePlaceSet } from "./define-place-set.ts";
import { latestPlaceSet, placeSets } from "./place-sets.ts";
import { syncPlaces } from "./sync-places.ts";

const database = await testDatabase();
const office = await openOffice(database);

const westSide = {
  ...{
    id: "west-side",
    name: { en: "West Side", es: "Lado Oeste" },
    reason: sameText("The nine areas of the City's side."),
  },
  ...{ source: "City of Chicago", adoptedOn: "2016-06-08", places: ["area:26", "area:23", "area:24"] },
};

test("Ana defines a set, and it keeps the order of its places: they are the stops of a line", async () => {
  expect(await office.done(ana, definePlaceSet, westSide)).toEqual({ id: "west-side", version: 1 });
  expect(await office.ask((db, system) => latestPlaceSet(db, system, "west-side"))).toEqual({
    ...westSide,
    version: 1,
  });
});

test("the same definition again adds no version, whatever the order in which its parts are written", async () => {
  const backwards = Object.fromEntries(Object.entries(westSide).reverse());
  expect(await office.done(abel, definePlaceSet, backwards)).toEqual({ id: "west-side", version: 1 });
});

test("a changed definition is a new version, and the old one stays what it was", async () => {
  const ten = { ...westSide, places: [...westSide.places, "area:25"], adoptedOn: "2020-01-01" };
  expect(await office.done(ana, definePlaceSet, ten)).toEqual({ id: "west-side", version: 2 });
  const turned = { ...ten, places: [...ten.places].reverse() };
  expect(await office.done(ana, definePlaceSet, turned)).toEqual({ id: "west-side", version: 3 });
  const all = await office.ask(placeSets);
  expect(all.map(({ version, places }) => [version, places.length])).toEqual([
    [1, 3],
    [2, 4],
    [3, 4],
  ]);
  expect(all[0]).toEqual({ ...westSide, version: 1 });
});

test("sets come by the bytes of their ids and by version, on any server: west-side is before west2", async () => {
  await office.done(ana, definePlaceSet, { ...westSide, id: "west2" });
  await office.done(ana, definePlaceSet, { ...westSide, id: "line" });
  expect((await office.ask(placeSets)).map(({ id, version }) => `${id}@${version}`)).toEqual([
    ...["line@1", "west-side@1", "west-side@2", "west-side@3", "west2@1"],
  ]);
});

test("a place that nobody knows is refused by its id, and no version is left behind", async () => {
  const wrong = { ...westSide, id: "wrong", places: ["area:26", "area:78", "tract:17031010100"] };
  expect(await office.outcome(ana, definePlaceSet, wrong)).toEqual({
    ...{ refused: "invalid", code: "unknown-place" },
    message: "No place is known by area:78, tract:17031010100.",
  });
  expect(await office.ask((db, system) => latestPlaceSet(db, system, "wrong"))).toBeNull();
});

test("a place that stands twice is refused: its people would be counted twice", async () => {
  expect(await office.outcome(ana, definePlaceSet, { ...westSide, places: ["area:26", "area:26"] })).toMatchObject({
    ...{ refused: "invalid", code: "repeated-place" },
  });
});

test("an empty set, and a set by Rosa the reviewer, are refused", async () => {
  expect(await office.outcome(ana, definePlaceSet, { ...westSide, places: [] })).toMatchObject({ refused: "invalid" });
  expect(await office.outcome(rosa, definePlaceSet, westSide)).toMatchObject({ refused: "forbidden" });
});

test("Ana and Abel, who define the same set at once, get one version, or one is told that the other was first", async () => {
  const both = await Promise.all(
    [ana, abel].map((actor, i) =>
      office.outcome(actor, definePlaceSet, { ...westSide, id: "at-once", source: `source ${i}` }),
    ),
  );
  const stored = (await office.ask(placeSets)).filter(({ id }) => id === "at-once");
  const told = both.filter((one) => "refused" in one);
  for (const one of told) expect(one).toMatchObject({ refused: "conflict", code: "changed-meanwhile" });
  expect(stored.map(({ version }) => version)).toEqual([1, 2].slice(0, 2 - told.length));
});

test("the tables of named places hold what the files say, however often they are written", async () => {
  await syncPlaces(database.owner);
  await syncPlaces(database.owner);
  const { rows } = await database.owner.query("select place_id as id, kind, code, name, side from places");
  expect(new Map(rows.map((row) => [row.id, row]))).toEqual(new Map(chicagoPlaces.map((place) => [place.id, place])));
  const aliases = await database.owner.query(`select alias, place_id as "placeId", note from place_aliases`);
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  expect(sorted(aliases.rows)).toEqual(
    sorted(placeAliases.map(({ alias, placeId, note }) => ({ alias, placeId, note }))),
  );
});

test("a name that was changed in the table is put right", async () => {
  await database.owner.query("update places set name = 'Elsewhere', side = null where place_id = 'area:26'");
  await syncPlaces(database.owner);
  const { rows } = await database.owner.query("select name, side from places where place_id = 'area:26'");
  expect(rows).toEqual([{ name: "West Garfield Park", side: "West Side" }]);
});
