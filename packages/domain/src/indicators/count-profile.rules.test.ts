import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountCell,
  type CountProfile,
  countProfile,
  countsIn,
  sharedAges,
  sumProfiles,
} from "./count-profile.rules.ts";

const cell = (
  ageFrom: number,
  ageBelow: number | null,
  count: number | null,
  observation = ageFrom + 1,
): CountCell => ({
  ageFrom,
  ageBelow,
  count,
  rows: 1,
  observations: [observation],
});

const bands = (counts: Readonly<Record<number, number>>) =>
  Object.entries(counts).map(([ageFrom, count]) => ({ ageFrom: Number(ageFrom), count }));

const profile = (counts: Readonly<Record<number, number>>): CountProfile => ({
  total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  bands: bands(counts),
  rows: Object.keys(counts).length,
  observations: [],
});

describe("the counts of one place", () => {
  test("by age add to a total, in order of age whatever the order of the file", () => {
    expect(countProfile([cell(65, null, 9), cell(0, 1, 1), cell(1, 65, 3)])).toEqual({
      total: 13,
      bands: bands({ 0: 1, 1: 3, 65: 9 }),
      rows: 3,
      observations: [66, 1, 2],
    });
  });

  test("for all ages alone are a total without ages", () => {
    expect(countProfile([cell(0, null, 12)])).toEqual({ total: 12, bands: null, rows: 1, observations: [1] });
  });

  test("for all ages and by age keep the file's own total, which may hold people of unknown age", () => {
    expect(countProfile([cell(0, 65, 3, 1), cell(0, null, 13, 2), cell(65, null, 9, 3)])).toEqual({
      total: 13,
      bands: bands({ 0: 3, 65: 9 }),
      rows: 3,
      observations: [1, 2, 3],
    });
  });

  test("with one that is not known are not known: nothing stands in for it", () => {
    expect(countProfile([cell(0, 65, 3), cell(65, null, null)])).toBeNull();
    expect(countProfile([cell(0, null, null)])).toBeNull();
  });

  test("that are none at all are not zero", () => {
    expect(countProfile([])).toBeNull();
  });

  test("of zero are zero", () => {
    expect(countProfile([cell(0, 65, 0), cell(65, null, 0)])).toMatchObject({ total: 0 });
  });
});

describe("a sum of profiles", () => {
  test("keeps the finest ages that all parts share, and splits no band", () => {
    // 0, 1, 5, 65 and 0, 5, 20, 65 share 0, 5 and 65.
    const sum = sumProfiles([profile({ 0: 1, 1: 2, 5: 3, 65: 4 }), profile({ 0: 10, 5: 20, 20: 30, 65: 40 })]);
    expect(sum).toEqual({ total: 110, bands: bands({ 0: 13, 5: 53, 65: 44 }), rows: 8, observations: [] });
  });

  test("is unknown where one part is", () => {
    expect(sumProfiles([profile({ 0: 1, 65: 2 }), null])).toBeNull();
    expect(sumProfiles([])).toBeNull();
  });

  test("has a total but no ages where one part tells none", () => {
    expect(sumProfiles([profile({ 0: 1, 65: 2 }), { total: 7, bands: null, rows: 1, observations: [] }])).toMatchObject(
      {
        total: 10,
        bands: null,
      },
    );
  });

  test("counts no one twice and loses no one, whatever the bands", () => {
    const parts = fc.array(
      fc
        .dictionary(fc.integer({ min: 1, max: 20 }).map(String), fc.nat(99))
        .map((counts) => profile({ 0: 5, ...counts })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, (drawn) => {
        const sum = sumProfiles(drawn)!;
        if (sum.bands) expect(sum.bands.reduce((all, band) => all + band.count, 0)).toBe(sum.total);
        else expect(sharedAges(drawn.map((part) => part.bands))).toBeNull();
      }),
    );
  });
});

test("ages that share only birth are no ages: one band makes no table", () => {
  expect(sharedAges([bands({ 0: 1, 5: 1 }), bands({ 0: 1, 10: 1 })])).toBeNull();
  expect(sharedAges([])).toBeNull();
});

test("counts can be put into wider bands", () => {
  expect(countsIn(bands({ 0: 1, 1: 2, 5: 3, 65: 4 }), [0, 65])).toEqual([6, 4]);
});
