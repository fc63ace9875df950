import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlaceId } from "../places/place.ts";
import type { Grid } from "../sources/source.ts";
import { bandFaults } from "./age-bands.rules.ts";
import type { Coordinates } from "./cell-keys.rules.ts";
import { cellKeys } from "./cell-keys.rules.ts";
import { cellTable } from "./cell-table.rules.ts";
import { dimension } from "./dimension.rules.ts";
import { doubtOf } from "./doubt.rules.ts";
import { gridWatch } from "./grid.rules.ts";
import { gridInWords } from "./grid-words.ts";

const says = { en: "", es: "" };
const refusing: Grid = { places: "as-found", absence: "refused", says };
const at = (
  placeId: PlaceId,
  ageFrom: number,
  ageBelow: number | null,
  more: Partial<Coordinates> = {},
): Coordinates => ({
  ...{ measure: "deaths", cause: "all", placeId, yearFrom: 2010, yearTo: 2010, sex: "all", ageFrom, ageBelow },
  ...more,
});

/** What is complained of when these are seen one after another, on lines from 2 on. */
function complaints(grid: Grid, seen: readonly Coordinates[]) {
  const watch = gridWatch(grid, gridInWords);
  const said = seen.map((one, index) => watch.see(one, index + 2)).filter((one) => one !== null);
  return [...said, ...watch.missing()].map(({ line, found }) => `${line}: ${found}`);
}

describe("a grid that refuses absence", () => {
  const whole = (["area:26", "area:32"] as const).flatMap((place) => [at(place, 0, 65), at(place, 65, null)]);

  test("is content where every place has every band", () => {
    expect(complaints(refusing, whole)).toEqual([]);
  });

  test("is content with a total beside the bands, or alone", () => {
    expect(complaints(refusing, [at("area:26", 0, null), at("area:26", 0, 65), at("area:26", 65, null)])).toEqual([]);
    expect(complaints(refusing, [at("area:26", 0, null)])).toEqual([]);
  });

  test.each([0, 1, 2, 3])("finds the row that is dropped, whichever it is (%i)", (dropped) => {
    const found = complaints(refusing, whole.toSpliced(dropped, 1));
    expect(found).toEqual([`${dropped < 2 ? 2 : 4}: no row for ${gridInWords.cell(whole[dropped]!)}`]);
  });

  test("names the line where the place's other rows of that year and sex begin", () => {
    const more = whole.map((one) => ({ ...one, sex: "female" as const }));
    expect(complaints(refusing, [...whole, ...more.slice(0, 3)])).toEqual([
      "8: no row for deaths in Loop (area:32), 2010, female, age 65+",
    ]);
  });

  test("names the place's first line where it has no row of that year and sex at all", () => {
    const more = whole.map((one) => ({ ...one, yearFrom: 2011, yearTo: 2011 }));
    expect(complaints(refusing, [...whole, ...more.slice(0, 2)])).toEqual([
      "4: no row for deaths in Loop (area:32), 2011, both sexes, age 0–64",
      "4: no row for deaths in Loop (area:32), 2011, both sexes, age 65+",
    ]);
  });

  test("asks for each cause by itself: places of one need not be places of another", () => {
    expect(complaints(refusing, [...whole, at("area:26", 0, null, { cause: "stroke" })])).toEqual([]);
  });

  test("finds bands that leave a gap or overlap, once for each place", () => {
    expect(complaints(refusing, [at("area:26", 0, 5), at("area:26", 15, null)])).toEqual([
      "2: deaths in West Garfield Park (area:26), 2010, both sexes, age 5–14: covered by no row",
    ]);
    expect(complaints(refusing, [at("area:26", 0, 20), at("area:26", 15, null)])).toEqual([
      "2: deaths in West Garfield Park (area:26), 2010, both sexes, age 15–19: covered by two rows",
    ]);
  });
});

describe("any grid", () => {
  test("finds what is said twice, and where it was said first", () => {
    const watch = gridWatch({ places: "as-found", absence: "missing", says }, gridInWords);
    expect(watch.see(at("area:26", 0, null, { cause: "stroke" }), 7)).toBeNull();
    expect(watch.see(at("area:26", 0, null), 8)).toBeNull();
    expect(watch.see(at("area:26", 0, null, { cause: "stroke" }), 9)).toEqual({
      line: 9,
      column: null,
      found: "deaths of Stroke in West Garfield Park (area:26), 2010, both sexes, all ages, a second time",
      expected: "it once; it stands on line 7 already",
    });
  });

  test("finds the listed places that do not occur, in rows, links or outlines", () => {
    const watch = gridWatch({ places: ["area:1", "area:26", "area:76"], absence: "missing", says }, gridInWords);
    watch.see(at("area:26", 0, null), 2);
    watch.seePlace("area:1");
    expect([...watch.missing()]).toEqual([
      { line: 1, column: null, found: "no row for O'Hare (area:76)", expected: "a row for each of 3 places" },
    ]);
  });

  test("asks for nothing more where absence is not known, or is zero", () => {
    for (const absence of ["missing", "zero"] as const)
      expect(
        complaints({ places: "as-found", absence, says }, [at("area:26", 5, 10), at("area:32", 65, null)]),
      ).toEqual([]);
  });

  test("complains, and does not fail, where there are more different periods than there is room for", () => {
    const periods = Array.from({ length: 300 }, (_, index) =>
      at("area:26", 0, null, { yearFrom: 1900, yearTo: 1900 + index }),
    );
    expect(complaints(refusing, periods)).toHaveLength(44);
  });
});

describe("bands of ages", () => {
  test("cover every age once, in whatever order they come", () => {
    const shuffled = [
      { ageFrom: 65, ageBelow: null },
      { ageFrom: 0, ageBelow: 1 },
      { ageFrom: 1, ageBelow: 65 },
    ];
    expect(bandFaults(shuffled)).toEqual([]);
  });

  test("have a fault exactly where an age is covered by none or by several", () => {
    const edge = fc.integer({ min: 0, max: 12 });
    const band = fc
      .tuple(edge, fc.option(edge))
      .map(([from, length]) => ({ ageFrom: from, ageBelow: length === null ? null : from + 1 + length }));
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 6 }), (bands) => {
        const parts = bands.filter(({ ageFrom, ageBelow }) => ageFrom > 0 || ageBelow !== null);
        fc.pre(parts.length > 0);
        const covers = (age: number) =>
          parts.filter(({ ageFrom, ageBelow }) => age >= ageFrom && age < (ageBelow ?? Infinity)).length;
        const once = Array.from({ length: 40 }, (_, age) => covers(age)).every((times) => times === 1);
        expect(bandFaults(bands).length === 0).toBe(once);
      }),
    );
  });
});

describe("counting by small keys", () => {
  test("gives the counts and first lines that a Map gives, however many keys there are", () => {
    const keys = fc.array(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.maxSafeNat()), { maxLength: 5000 });
    fc.assert(
      fc.property(keys, (added) => {
        const table = cellTable();
        const counts = new Map<number, { count: number; line: number }>();
        for (const [line, key] of added.entries()) {
          const there = counts.get(key) ?? { count: 0, line };
          counts.set(key, { ...there, count: there.count + 1 });
          expect(table.key(table.add(key, line))).toBe(key);
        }
        expect(table.size()).toBe(counts.size);
        for (const [key, { count, line }] of counts) {
          const slot = table.find(key);
          expect([table.count(slot), table.line(slot)]).toEqual([count, line]);
        }
        expect(table.find(Number.MAX_SAFE_INTEGER)).toBe(
          counts.has(Number.MAX_SAFE_INTEGER) ? table.find(Number.MAX_SAFE_INTEGER) : -1,
        );
      }),
      { numRuns: 50 },
    );
  });

  test("turns coordinates into a safe whole number and back", () => {
    const keys = cellKeys();
    const coordinates = fc.record({
      measure: fc.constantFrom("deaths", "population", "life-expectancy-years"),
      cause: fc.constantFrom("all", "stroke", "cancer"),
      placeId: fc.integer({ min: 1, max: 99_999 }).map((code): PlaceId => `zip:${code}`),
      yearFrom: fc.integer({ min: 1999, max: 2010 }),
      yearTo: fc.integer({ min: 2010, max: 2020 }),
      sex: fc.constantFrom("all", "female", "male"),
      ageFrom: fc.integer({ min: 0, max: 20 }),
      ageBelow: fc.option(fc.integer({ min: 21, max: 60 })),
    });
    fc.assert(
      fc.property(coordinates as fc.Arbitrary<Coordinates>, (one) => {
        const key = keys.keyOf(one);
        expect(Number.isSafeInteger(key)).toBe(true);
        expect(keys.coordinates(keys.numbers(key))).toEqual(one);
        expect(keys.key(keys.numbers(key))).toBe(key);
      }),
    );
  });

  test("numbers the values of a dimension in order, and stops at its limit", () => {
    const two = dimension<string>(2);
    expect(["b", "a", "b", "c", "a"].map(two.numberOf)).toEqual([0, 1, 0, -1, 1]);
    expect(two.values).toEqual(["b", "a"]);
  });
});

describe("doubt", () => {
  test.each([
    ["inside its interval", 68.8, 66.9, 70.6, null],
    ["on its edge", 66.9, 66.9, 70.6, null],
    ["without an interval", 16, null, null, null],
    ["with one limit that holds", 16, 10, null, null],
    ["below its interval", 66.8, 66.9, 70.6, "estimate-outside-interval"],
    ["above its interval (Dunning 2010)", 79.8, 70.0, 72.7, "estimate-outside-interval"],
    ["with an interval that runs backwards", 68.8, 70.6, 66.9, "estimate-outside-interval"],
    ["withheld, with an interval that runs backwards", null, 70.6, 66.9, "estimate-outside-interval"],
    ["withheld", null, null, null, null],
  ] as const)("about a value %s", (_what, value, lower, upper, doubt) => {
    expect(doubtOf(value, lower, upper)).toBe(doubt);
  });
});
