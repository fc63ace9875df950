import { describe, expect, test } from "vitest";
import type { DraftFigure } from "../figures/figure.ts";
import { placeSet } from "../indicators/testing.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { rateOf } from "../releases/testing.ts";
import { provedKept } from "./proved.rules.ts";

const kept = (
  figures: readonly DraftFigure[],
  hidden: readonly DraftFigure[],
  more: Readonly<{ sets?: Parameters<typeof provedKept>[0]["sets"]; told?: readonly DraftFigure[] }> = {},
) =>
  provedKept({
    ...{ figures, sets: more.sets ?? [], largestWithheldCount: 10 },
    hidden: new Set(hidden.map(({ id }) => id)),
    told: new Set((more.told ?? []).map(({ id }) => id)),
  });

const of = (cause: string) => ({ cause });

describe("what is kept is proved, by all sums together", () => {
  const set = placeSet("west", "area:25", "area:26", "area:27");
  const [a, b, c] = [rateOf("area:25", 30), rateOf("area:26", 4), rateOf("area:27", 14)];
  const total = rateOf("set:west@1", 48);

  test("nothing more is kept where every count from one to ten is possible", () => {
    expect(kept([a!, b!, c!, total], [b!, c!], { sets: [set] })).toEqual([]);
  });

  test("one more is where a total leaves no room", () => {
    expect(kept([a!, b!, c!, total], [b!], { sets: [set] })).toHaveLength(1);
  });

  test("a number that was told before shelters nobody", () => {
    expect(kept([a!, b!, c!, total], [b!], { sets: [set], told: [a!, c!] })).toEqual([total.id]);
  });

  test("nor does a count of none", () => {
    const none = rateOf("area:27", 0);
    expect(kept([a!, b!, none, rateOf("set:west@1", 34)], [b!], { sets: [set] })).not.toContain(none.id);
  });

  test("a place without a figure may have had any number, but no more than is left", () => {
    const without = (deaths: number) => kept([a!, b!, rateOf("set:west@1", deaths)], [b!], { sets: [set] });
    expect(without(48)).toEqual([]);
    expect(without(36)).toHaveLength(1);
  });
});

describe("causes", () => {
  const all = (deaths: number) => rateOf("area:26", deaths);
  const [cancer, stroke] = [rateOf("area:26", 30, of("cancer")), rateOf("area:26", 4, of("stroke"))];

  test("leave a rest that nobody is told of: where it is large, any number of strokes is possible", () => {
    expect(kept([all(60), cancer!, stroke!], [stroke!])).toEqual([]);
  });

  test("leave too little where nearly all died of another", () => {
    expect(kept([all(36), cancer!, stroke!], [stroke!])).toHaveLength(1);
  });

  test("a small rest is no secret of its own", () => {
    expect(kept([all(36), cancer!, rateOf("area:26", 0, of("stroke"))], [])).toEqual([]);
  });
});

test("deaths of no known address are no place's, and no secret either", () => {
  const areas = communityAreaIds.map((id, i) => rateOf(id, 100 + i));
  const sum = areas.reduce((total, { basis }) => total + basis.events!, 0);
  expect(kept([...areas, rateOf("city:chicago", sum + 5)], [])).toEqual([]);
});
