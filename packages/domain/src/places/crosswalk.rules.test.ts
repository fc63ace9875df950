import { readFileSync } from "node:fs";
import { sharedFile } from "@evenspan/standards/testing/shared-file";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { communityAreaIds } from "./chicago.ts";
import {
  type CrosswalkLink,
  crosswalkShares,
  meanOverPeople,
  type PlaceValue,
  splitCounts,
  weighedByPeople,
} from "./crosswalk.rules.ts";

const links: readonly CrosswalkLink[] = [
  { from: "zip:60612", to: "area:26", weight: 300 },
  { from: "zip:60612", to: "area:27", weight: 100 },
  { from: "zip:60624", to: "area:26", weight: 700 },
  { from: "zip:60666", to: "area:76", weight: 0 },
];

const told = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};

describe("counts by crosswalk", () => {
  it("are split in the shares of people, and none is lost", () => {
    const counts: PlaceValue[] = [
      { placeId: "zip:60612", value: 40 },
      { placeId: "zip:60624", value: 14 },
    ];
    expect(told(splitCounts(links, counts))).toEqual([
      { placeId: "area:26", value: 44, coverage: 1 },
      { placeId: "area:27", value: 10, coverage: 1 },
    ]);
  });

  it("say for how many of a place's people they are known", () => {
    const [area26] = told(splitCounts(links, [{ placeId: "zip:60612", value: 40 }]));
    expect(area26).toEqual({ placeId: "area:26", value: 30, coverage: 0.3 });
  });

  it("are refused where the crosswalk does not know a place, or where nobody lives there", () => {
    expect(splitCounts(links, [{ placeId: "zip:99999", value: 1 }])).toMatchObject({
      refused: "undefined",
      code: "not-in-crosswalk",
      message: "The crosswalk does not say where zip:99999 lies.",
    });
    expect(isRefusal(splitCounts(links, [{ placeId: "zip:60666", value: 1 }]))).toBe(true);
    expect(isRefusal(splitCounts(links, [{ placeId: "zip:60666", value: 0 }]))).toBe(false);
  });

  it("add to the same sum, whatever the weights", () => {
    const link = fc.record({
      from: fc.constantFrom("zip:1" as const, "zip:2" as const, "zip:3" as const),
      to: fc.constantFrom("area:1" as const, "area:2" as const),
      weight: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(fc.array(link, { minLength: 1 }), fc.nat(1e6), (random, count) => {
        const placeId = random[0]!.from;
        const sum = told(splitCounts(random, [{ placeId, value: count }])).reduce((all, one) => all + one.value, 0);
        expect(sum).toBeCloseTo(count, 6);
      }),
    );
  });
});

describe("means by crosswalk", () => {
  it("count each source by the people who live in both", () => {
    const values: PlaceValue[] = [
      { placeId: "zip:60612", value: 80 },
      { placeId: "zip:60624", value: 70 },
    ];
    expect(told(meanOverPeople(links, "area:26", values))).toEqual({ placeId: "area:26", value: 73, coverage: 1 });
  });

  it("are refused where too few people live where there is a value, with the share", () => {
    const some: PlaceValue[] = [{ placeId: "zip:60624", value: 70 }];
    expect(meanOverPeople(links, "area:26", some)).toMatchObject({
      code: "coverage-too-low",
      message: "Only 70% of the people of area:26 live where there is a value; 95% are needed.",
    });
    expect(told(meanOverPeople(links, "area:26", some, 0.7))).toEqual({ placeId: "area:26", value: 70, coverage: 0.7 });
  });

  it("are refused where nobody lives, or nothing is known, however little is asked", () => {
    expect(isRefusal(meanOverPeople(links, "area:76", [{ placeId: "zip:60666", value: 70 }], 0))).toBe(true);
    expect(isRefusal(meanOverPeople(links, "area:26", [], 0))).toBe(true);
    expect(isRefusal(meanOverPeople(links, "area:1", [], 0))).toBe(true);
  });

  it("lie between the least and the greatest of their values", () => {
    const weight = fc.integer({ min: 1, max: 1e6 });
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(weight, value), { minLength: 1, maxLength: 8 }), (parts) => {
        const some = parts.map(([people], at): CrosswalkLink => ({ from: `zip:${at}`, to: "area:1", weight: people }));
        const values = parts.map(([, one], at): PlaceValue => ({ placeId: `zip:${at}`, value: one }));
        const mean = told(meanOverPeople(some, "area:1", values)).value;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...parts.map(([, one]) => one)) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...parts.map(([, one]) => one)) + 1e-9);
      }),
    );
  });
});

describe("a crosswalk that tells only which place lies in which", () => {
  it("is weighed by the people of its sources", () => {
    const whole: CrosswalkLink[] = [
      { from: "tract:1", to: "area:1", weight: 1 },
      { from: "tract:2", to: "area:1", weight: 1 },
    ];
    const weighed = weighedByPeople(whole, [{ placeId: "tract:1", value: 3000 }]);
    expect(weighed.map((one) => one.weight)).toEqual([3000, 0]);
  });
});

describe("the published crosswalks", () => {
  const rows = (path: string): Record<string, string>[] =>
    parse(readFileSync(path, "utf8"), { bom: true, columns: true }) as Record<string, string>[];
  const zips = sharedFile("geo/community_area_zip_population2010.csv");
  const tracts = sharedFile("geo/chicago_census_tracts_2010_5jrd-6zik.csv");
  const people = sharedFile("geo/cook_county_tracts_2010_population.csv");
  const usaleep = sharedFile("lifetables/usaleep_e0_all_us_tracts.csv");

  it.skipIf(!zips)("split the 67 ZIP codes' people into 77 areas: 2,695,598 before and after", () => {
    const pairs = rows(zips!).map(
      (row): CrosswalkLink => ({
        from: `zip:${row.ZipCode}`,
        to: `area:${row["Community-Area-Number"]}`,
        weight: Number(row["Tot-Pop-2010"]),
      }),
    );
    expect(pairs).toHaveLength(234);
    const codes = [...new Set(pairs.map((one) => one.from))];
    expect(codes).toHaveLength(67);
    const counts = codes.map(
      (placeId): PlaceValue => ({
        placeId,
        value: pairs.filter((one) => one.from === placeId).reduce((sum, one) => sum + one.weight, 0),
      }),
    );
    const split = told(splitCounts(pairs, counts));
    expect(split).toHaveLength(77);
    expect(Math.round(split.reduce((sum, one) => sum + one.value, 0))).toBe(2_695_598);
    for (const share of crosswalkShares(pairs)) expect(share.weight).toBeLessThanOrEqual(1);
  });

  it.skipIf(!tracts || !people || !usaleep)(
    "give an area's life expectancy from its tracts only where they are known",
    () => {
      const inArea = rows(tracts!).map(
        (row): CrosswalkLink => ({ from: `tract:${row.GEOID10}`, to: `area:${row.COMMAREA}`, weight: 1 }),
      );
      expect([inArea.length, new Set(inArea.map((one) => one.to)).size]).toEqual([801, 77]);
      const residents = rows(people!).map(
        (row): PlaceValue => ({ placeId: `tract:${row.fips}`, value: Number(row.population) }),
      );
      const weighed = weighedByPeople(inArea, residents);
      expect(weighed.reduce((sum, one) => sum + one.weight, 0)).toBe(2_718_590);
      const years = rows(usaleep!).map((row): PlaceValue => ({ placeId: `tract:${row.GEOID}`, value: Number(row.LE) }));
      const tractIds = new Set(inArea.map((link) => link.from));
      const means = communityAreaIds.map((area) => meanOverPeople(weighed, area, years));
      expect(years.filter((one) => tractIds.has(one.placeId))).toHaveLength(701);
      const given = means.filter((mean) => !isRefusal(mean)).map((mean) => told(mean));
      expect(given.length).toBeGreaterThan(20);
      expect(given.length).toBeLessThan(77);
      for (const { value, coverage } of given) {
        expect(value).toBeGreaterThan(60);
        expect(coverage).toBeGreaterThanOrEqual(0.95);
      }
    },
  );
});
