import { describe, expect, test } from "vitest";
import { placeSet } from "../indicators/testing.ts";
import { communityAreaIds } from "../places/chicago.ts";
import type { PlaceSet } from "../places/place-set.ts";
import { causes } from "../sources/causes.ts";
import { type CountName, countId } from "../told/count-name.ts";
import { causeSums } from "./cause-sums.ts";
import { intervalParts } from "./interval-parts.ts";
import { type SumKind, sumsAmong } from "./sums-among.ts";

const name = (more: Partial<CountName> = {}): CountName => ({
  ...{ of: "deaths", place: "area:26", from: 2010, to: 2010, sex: "all", cause: "all", ageFrom: 0, ageBelow: null },
  ...more,
});

/** The sums of a kind, in what their names differ: the total, and its parts. */
const sums = (kind: SumKind, differ: keyof CountName, names: readonly CountName[], sets: readonly PlaceSet[] = []) =>
  sumsAmong(names, sets)
    .filter((sum) => sum.kind === kind)
    .map(({ total, parts }) => [total[differ], parts.map((part) => part[differ])]);

describe("women and men", () => {
  const of = (...sexes: readonly string[]) =>
    sums(
      "sexes",
      "sex",
      sexes.map((sex) => name({ sex })),
    );
  const all = [["all", ["female", "male"]]];

  test("add up to everyone, whether or not everyone, or one of them, is told", () => {
    for (const told of [
      ["all", "female", "male"],
      ["female", "male"],
      ["all", "male"],
    ])
      expect(of(...told)).toEqual(all);
  });

  test("one of them alone is in no sum", () => {
    expect(of("male")).toEqual([]);
    expect(of("all")).toEqual([]);
  });
});

describe("ages", () => {
  const band = (ageFrom: number, ageBelow: number | null) => name({ ageFrom, ageBelow });

  test("add up to all ages, and what is told of several together to each of them", () => {
    const told = [band(0, 65), band(65, 75), band(75, null), band(0, 75)];
    expect(sums("ages", "ageFrom", told)).toEqual([
      [0, [0, 65, 75]],
      [0, [0, 65]],
    ]);
  });

  test("that are not told fill the gaps", () => {
    expect(sums("ages", "ageBelow", [name(), band(0, 75)])).toEqual([[null, [75, null]]]);
  });

  test("of one sex add up to that sex, which adds up to everyone, though neither is told", () => {
    const told = ["female", "male"].flatMap((sex) => [name({ sex, ageBelow: 65 }), name({ sex, ageFrom: 65 })]);
    const found = sumsAmong(told, []).map(({ kind, total }) => `${kind} of ${total.sex} from ${total.ageFrom}`);
    expect(found).toEqual(
      expect.arrayContaining(["ages of female from 0", "ages of male from 0", "sexes of all from 0"]),
    );
  });
});

describe("years", () => {
  const years = (from: number, to: number, more: Partial<CountName> = {}) => name({ from, to, ...more });

  test("add up to periods, which may overlap", () => {
    expect(sums("years", "from", [years(2006, 2010), years(2009, 2012), years(2010, 2010)])).toEqual([
      [2006, [2006, 2009, 2010]],
      [2009, [2009, 2010, 2011]],
    ]);
  });

  test("of people do not: they are counted again each year", () => {
    const people = { of: "people" } as const;
    expect(sums("years", "from", [years(2009, 2010, people), years(2010, 2010, people)])).toEqual([]);
  });

  test("by age add up to a period of all ages", () => {
    const told = [2009, 2010].flatMap((year) => [
      years(year, year, { ageBelow: 65 }),
      years(year, year, { ageFrom: 65 }),
    ]);
    expect(sums("years", "from", [years(2009, 2010), ...told])).toContainEqual([2009, [2009, 2010]]);
  });
});

describe("places", () => {
  const at = (...places: readonly CountName["place"][]) => places.map((place) => name({ place }));
  const west = placeSet("west", "area:25", "area:26");

  test("add up to the sets that hold them, whether or not all of them are told", () => {
    const total = [["set:west@1", ["area:25", "area:26"]]];
    expect(sums("set", "place", at("area:25", "area:26", "set:west@1"), [west])).toEqual(total);
    expect(sums("set", "place", at("area:26", "set:west@1"), [west])).toEqual(total);
    expect(sums("set", "place", at("set:west@1"), [west])).toEqual([]);
    expect(sums("set", "place", at("area:25", "area:26"), [west])).toEqual([]);
  });

  test("add up to the city", () => {
    expect(sums("city", "place", at("city:chicago", "area:9"))).toEqual([["city:chicago", [...communityAreaIds]]]);
  });
});

describe("causes", () => {
  const of = (...told: readonly string[]) =>
    sums(
      "causes",
      "cause",
      told.map((cause) => name({ cause })),
    );

  test("add up to all of them, and kinds of cancer to cancer; one that may be counted beside others stands alone", () => {
    expect(of("all", "stroke", "cancer", "lung-cancer", "firearm")).toEqual([
      ["all", ["cancer", "stroke"]],
      ["all", ["firearm"]],
      ["cancer", ["lung-cancer"]],
    ]);
  });

  test("of which none is part of another are in no sum", () => {
    expect(of("stroke", "suicide")).toEqual([]);
  });

  test("all have a place in the sums, and none stands in one twice", () => {
    const parts = causeSums.map((sum) => sum.parts);
    expect(new Set(parts.flat())).toEqual(new Set(causes.map(({ key }) => key).filter((key) => key !== "all")));
    for (const list of parts) expect(new Set(list).size).toBe(list.length);
  });
});

test("intervals of one piece are no sums, nor is one alone", () => {
  const from = (from: number, below: number) => ({ from, below });
  expect(intervalParts([from(0, 5)])).toEqual([]);
  expect(intervalParts([from(0, 5), from(5, Infinity)])).toEqual([]);
  expect(intervalParts([from(0, Infinity), from(5, 65)])).toEqual([
    { whole: from(0, Infinity), parts: [from(0, 5), from(5, 65), from(65, Infinity)] },
  ]);
});

test("a count has one name, whatever order it is told in", () => {
  expect(countId(name({ ageFrom: 65, sex: "male" }))).toBe("deaths|area:26|2010-2010|male|all|65-");
});
