import { describe, expect, test } from "vitest";
import { type CountName, countId } from "./count-name.ts";
import { countsTold } from "./counts-told.ts";
import type { Telling } from "./told-by-figures.ts";
import type { ToldRelease } from "./told-release.ts";

const name: CountName = {
  ...{ of: "deaths", place: "area:26", from: 2010, to: 2010, sex: "all", cause: "all" },
  ...{ ageFrom: 0, ageBelow: null },
};
const id = countId(name);
const count = (count: number): Telling => ({ name, tells: "count", count });
const kept: Telling = { name, tells: "kept" };

/** A release of so many sources, each telling one thing. */
const release = (...tellings: readonly Telling[]): ToldRelease => ({
  sources: tellings.map((telling) => [telling]),
  placeSets: [],
});
const nothing: ReadonlyMap<string, number> = new Map();
const of = (today: ToldRelease, before: readonly ToldRelease[], truth = nothing) => {
  const { counts, old, others } = countsTold(today, before, truth);
  const found = counts.get(id)!;
  const times = (which: "told" | "kept" | "seen") => [...found[which]].join(" and ");
  return {
    ...{ count: found.count, told: times("told"), kept: times("kept"), seen: times("seen") },
    ...{ old: old.map((one) => [one.time, one.counts.get(id)]), others: others.length },
  };
};

describe("a count", () => {
  test("that was told once is known for ever", () => {
    expect(of(release(kept), [release(count(7))])).toMatchObject({
      ...{ count: 7, told: "before", kept: "today", seen: "today and before", old: [] },
    });
  });

  test("that is told otherwise today was restated: its old number is another count", () => {
    const found = of(release(count(14)), [release(count(12)), release(count(13))]);
    expect(found).toMatchObject({
      count: 14,
      told: "today",
      old: [
        ["before", 13],
        ["before", 12],
      ],
    });
  });

  test("that two files of a release tell otherwise is as its figures have it", () => {
    expect(of(release(count(14), count(13)), [])).toMatchObject({ count: 14, old: [["today", 13]] });
  });

  test("that is kept today is what it was only where it still is: those who make the release know", () => {
    const truth = (number: number) => new Map([[id, number]]);
    expect(of(release(kept), [release(count(7))], truth(7))).toMatchObject({ count: 7, old: [] });
    expect(of(release(kept), [release(count(70))], truth(7))).toMatchObject({ count: null, old: [["before", 70]] });
  });

  test("of which only a bound is told has no number", () => {
    const bound: Telling = { name, tells: "at-least", count: 11 };
    expect(of(release(bound), [])).toMatchObject({ count: null, told: "", seen: "today", others: 1 });
  });
});
