import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { placeAliases } from "./aliases.ts";
import { chicagoPlaces, communityAreaIds } from "./chicago.ts";
import { gazetteer, placeName, plainName } from "./gazetteer.ts";

const idsNamed = (name: string): readonly string[] => gazetteer.named(name).map((place) => place.id);

describe("the places of Chicago", () => {
  test("there are 77 community areas, numbered from 1 to 77 without a gap", () => {
    expect(communityAreaIds).toEqual(Array.from({ length: 77 }, (_, i) => `area:${i + 1}`));
  });

  test("the nine sides hold 12, 6, 5, 3, 9, 12, 12, 6 and 12 of them", () => {
    const sides = new Map<string, number>();
    for (const { side } of chicagoPlaces) if (side !== null) sides.set(side, (sides.get(side) ?? 0) + 1);
    expect(Object.fromEntries(sides)).toEqual({
      "Far North Side": 12,
      "Northwest Side": 6,
      "North Side": 5,
      Central: 3,
      "West Side": 9,
      "South Side": 12,
      "Southwest Side": 12,
      "Far Southwest Side": 6,
      "Far Southeast Side": 12,
    });
  });

  test("besides the areas there are three suburbs, the city, the county and the nation", () => {
    expect(chicagoPlaces.slice(77).map((place) => place.id)).toEqual([
      "municipality:forest-park",
      "municipality:oak-park",
      "municipality:river-forest",
      "city:chicago",
      "county:17031",
      "nation:us",
    ]);
  });

  test("no two places share an id or a name", () => {
    for (const of of ["id", "name"] as const)
      expect(new Set(chicagoPlaces.map((place) => place[of])).size).toBe(chicagoPlaces.length);
  });

  const shared = process.env.EVENSPAN_SHARED ?? path.resolve(import.meta.dirname, "../../../../../shared");
  const file = path.join(shared, "data/mortality/chicago_life_expectancy_by_community_area_qjr3-bm53.csv");
  const present = existsSync(file);
  if (!present) console.log(`Names of the areas: not held against the City's, because ${file} is not there.`);
  test.skipIf(!present)("each name that the City gives an area is found, under the City's number", () => {
    const rows: string[][] = parse(readFileSync(file), { bom: true, from_line: 2, relax_column_count: true });
    const areas = rows.filter((row) => /^\d+$/.test(row[0]!.trim()));
    expect(areas).toHaveLength(77);
    for (const [number, name] of areas) expect([name, idsNamed(name!)]).toEqual([name, [`area:${number!.trim()}`]]);
  });
});

describe("other names", () => {
  test("each stands for a place that there is, in the spelling in which it is looked up", () => {
    for (const { alias, placeId } of placeAliases) {
      expect(gazetteer.place(placeId)?.id).toBe(placeId);
      expect(alias).toBe(plainName(alias));
    }
  });

  test("none is the own name of another place", () => {
    const own = new Map(chicagoPlaces.map((place) => [plainName(place.name), place.id]));
    for (const { alias, placeId } of placeAliases) expect(own.get(alias) ?? placeId).toBe(placeId);
  });

  test.each([
    ["Pilsen", ["area:31"]],
    ["La Villita", ["area:30"]],
    ["the LOOP", ["area:32"]],
    ["Bronzeville", ["area:35", "area:38"]],
    ["Garfield Park", ["area:26", "area:27"]],
    ["Lawndale", ["area:29", "area:30"]],
    ["Mt. Greenwood", ["area:74"]],
    [" O’Hare", ["area:76"]],
    ["OHARE", ["area:76"]],
    ["West  Garfield\tPark", ["area:26"]],
    ["Chicago", ["city:chicago"]],
    ["Gotham", []],
    ["", []],
  ])("%j is %j", (name, ids) => {
    expect(idsNamed(name)).toEqual(ids);
  });

  test("accents do not matter, whether composed or not", () => {
    expect([plainName("Peña"), plainName("Pen\u0303a")]).toEqual(["pena", "pena"]);
  });
});

describe("a place by its id", () => {
  test("is found, or is nothing", () => {
    expect(gazetteer.place("area:26")).toEqual({
      ...{ id: "area:26", kind: "area", code: "26", name: "West Garfield Park", side: "West Side" },
    });
    for (const id of ["area:0", "area:78", "area:026", "constructor", ""]) expect(gazetteer.place(id)).toBeNull();
  });

  test.each([
    ["municipality:oak-park", "Oak Park"],
    ["zip:60612", "ZIP 60612"],
    ["tract:17031010100", "Tract 101, county 17031"],
    ["tract:17031010201", "Tract 102.01, county 17031"],
    ["tract:17031010210", "Tract 102.10, county 17031"],
    ["tract:17031843500", "Tract 8435, county 17031"],
    ["system:rush", "system:rush"],
  ] as const)("%s is called %s", (id, name) => {
    expect(placeName(id)).toBe(name);
  });
});
