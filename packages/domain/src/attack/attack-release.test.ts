import { describe, expect, test } from "vitest";
import { placeSet } from "../indicators/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { figureOf, sourceRowOf } from "../releases/testing.ts";
import { type CountName, countId } from "../told/count-name.ts";
import { type AttackSummary, attackRelease } from "./attack-release.ts";
import { peopleShown, rateKept, rateShown, releaseOf } from "./testing.ts";

const west = placeSet("west", "area:25", "area:26", "area:27");
const set = "set:west@1";

const nameOf = (place: CountName["place"], more: Partial<CountName> = {}): CountName => ({
  ...{ of: "deaths", place, from: 2010, to: 2010, sex: "all", cause: "all", ageFrom: 0, ageBelow: null },
  ...more,
});

/** True numbers of kept counts, by place. */
const truth = (counts: Readonly<Record<string, number>>, more: Partial<CountName> = {}) =>
  new Map(Object.entries(counts).map(([place, count]) => [countId(nameOf(place as CountName["place"], more)), count]));

async function summary(...given: Parameters<typeof attackRelease>): Promise<AttackSummary> {
  const outcome = await attackRelease(...given);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

/** The sentence with which a release is refused; a release that passes fails the test. */
async function refusalOf(...given: Parameters<typeof attackRelease>): Promise<string> {
  const outcome = await attackRelease(...given);
  if (!isRefusal(outcome)) throw new Error("nothing was found");
  expect([outcome.refused, outcome.code]).toEqual(["conflict", "count-can-be-worked-out"]);
  return outcome.message;
}

/** Seven deaths in area 26, and 14 in area 27 that are kept to shelter them. */
const sheltered = [rateShown("area:25", 30), rateKept("area:26"), rateKept("area:27"), rateShown(set, 51)];
const numbers = truth({ "area:26": 7, "area:27": 14 });

test("a release that keeps what it must passes, and says what was tried", async () => {
  expect(await summary(releaseOf(sheltered, [west]), [], numbers)).toEqual({
    by: ["narrowing", "elimination", "linear programming (HiGHS)"],
    ...{ tables: 1, cells: 2, withheld: 2, recovered: 0, boundedTooTightly: 0, knownBefore: 0 },
    untried: { linearBounds: 0, elimination: 0, contradicting: 0, beforeApart: 0 },
  });
});

test("one that keeps nothing passes too", async () => {
  const open = releaseOf([rateShown("area:25", 30), rateShown("area:26", 70), rateShown(set, 100)], [west]);
  expect(await summary(open, [], new Map())).toMatchObject({ tables: 0, cells: 0, withheld: 0 });
});

describe("a release is refused where a small count that it keeps", () => {
  test("lost its shelter: one complement of it is shown after all", async () => {
    const undone = [...sheltered.filter(({ subject }) => subject !== "area:27"), rateShown("area:27", 14)];
    const message = await refusalOf(releaseOf(undone, [west]), [], numbers);
    expect(message).toContain("deaths in West Garfield Park, 2010");
    expect(message).not.toMatch(/East Garfield|\b7\b/);
  });

  test("is what a margin beside it leaves: the city and the other 76 areas", async () => {
    const areas = communityAreaIds.map((id, i) => (id === "area:54" ? rateKept(id) : rateShown(id, 100 + i)));
    const others = communityAreaIds.reduce((sum, id, i) => sum + (id === "area:54" ? 0 : 100 + i), 0);
    const small = truth({ "area:54": 6 });
    expect(await refusalOf(releaseOf([...areas, rateShown("city:chicago", others + 6)]), [], small)).toContain(
      "Riverdale",
    );
    expect(await summary(releaseOf(areas), [], small)).toMatchObject({ withheld: 1 });
  });

  test("is bounded by a margin, though it is not told: one area more is kept, of one death", async () => {
    const kept = [rateShown("area:25", 30), rateKept("area:26"), rateKept("area:27"), rateShown(set, 38)];
    expect(await refusalOf(releaseOf(kept, [west]), [], truth({ "area:26": 7, "area:27": 1 }))).toContain(
      "West Garfield Park, 2010; deaths in East Garfield Park, 2010",
    );
  });

  test("is told by a set that last year's release had, and this one's areas", async () => {
    const pair = placeSet("pair", "area:26", "area:27");
    const lastYear = releaseOf([rateKept("area:26"), rateKept("area:27"), rateShown("set:pair@1", 21)], [pair]);
    const thisYear = releaseOf([rateKept("area:26"), rateShown("area:27", 14)], [west]);
    for (const alone of [lastYear, thisYear])
      expect(await summary(alone, [], numbers)).toMatchObject({ knownBefore: 0 });
    expect(await refusalOf(thisYear, [lastYear], numbers)).toContain("West Garfield Park");
  });

  test("follows from its rate of one decimal and the people it is divided by", async () => {
    // 7 of 15,000 a year are 46.7 for every 100,000; 46.6 and 46.8 would be 6.99 and 7.02 deaths.
    const rate = sourceRowOf({
      ...{ observation: 1, measure: "crude-death-rate-per-100k", yearFrom: 2010, yearTo: 2010, value: 46.7 },
      ...{ lower: null, upper: null },
    });
    const figures = (people: readonly (15_000 | null)[]) => [
      ...[rateKept("area:26"), rateShown("area:25", 30)],
      ...people.flatMap((count) => (count === null ? [] : peopleShown("area:26", count))),
    ];
    const rows = { deaths: [rate] };
    expect(await refusalOf(releaseOf(figures([15_000]), [], rows), [], numbers)).toContain("West Garfield Park");
    expect(await summary(releaseOf(figures([null]), [], rows), [], numbers)).toMatchObject({ withheld: 1 });
  });

  test("is a part of which the others are told: men of women and men", async () => {
    const of = { sex: "female" } as const;
    const figures = [rateShown("area:26", 57), rateShown("area:26", 50, of), rateKept("area:26", { sex: "male" })];
    expect(await refusalOf(releaseOf(figures), [], truth({ "area:26": 7 }, { sex: "male" }))).toContain(
      "deaths of men in West Garfield Park",
    );
  });

  test("is what is left of a period by the years before it", async () => {
    const years = (from: number, to: number) => ({ period: { from, to } });
    const figures = [
      ...[rateShown("area:26", 60, years(2006, 2010)), rateShown("area:26", 53, years(2006, 2008))],
      rateKept("area:26", years(2009, 2010)),
    ];
    const small = truth({ "area:26": 7 }, { from: 2009, to: 2010 });
    expect(await refusalOf(releaseOf(figures), [], small)).toContain("West Garfield Park, 2009 to 2010");
  });

  test("cannot be large, since other causes hold nearly all deaths", async () => {
    const of = (cause: string) => ({ cause });
    const figures = [
      ...[rateShown("area:26", 60), rateShown("area:26", 30, of("cancer")), rateShown("area:26", 25, of("homicide"))],
      rateKept("area:26", of("stroke")),
    ];
    expect(await refusalOf(releaseOf(figures), [], truth({ "area:26": 3 }, of("stroke")))).toContain(
      "deaths by stroke",
    );
  });

  test("stands by age in the rows of a file, beside a total that is told", async () => {
    const age = (ageFrom: number, ageBelow: number | null, value: number | null) =>
      sourceRowOf({
        ...{ observation: ageFrom, measure: "deaths", ageFrom, ageBelow, value, lower: null, upper: null },
        ...(value === null && { state: "suppressed" }),
      });
    const rows = { deaths: [age(0, 65, null), age(65, null, 93)] };
    const small = truth({ "area:26": 7 }, { ageBelow: 65 });
    expect(await refusalOf(releaseOf([rateShown("area:26", 100)], [], rows), [], small)).toContain(
      "deaths of people younger than 65 in West Garfield Park",
    );
  });

  test("is shown in the rows of a file and kept as a figure", async () => {
    const row = sourceRowOf({ measure: "deaths", value: 7, lower: null, upper: null });
    expect(await refusalOf(releaseOf([rateKept("area:26")], [], { deaths: [row] }), [], numbers)).toContain(
      "deaths in West Garfield Park",
    );
  });

  test("rests on a weighted rate whose range is too narrow for so few", async () => {
    const weighted = figureOf({
      ...{ indicator: "death-rate-adjusted", unit: "per-100k", method: "direct-fay-feuer" },
      ...{ value: 40, lower: 20, upper: 70 },
    });
    expect(await refusalOf(releaseOf([rateKept("area:26"), weighted]), [], numbers)).toContain("West Garfield Park");
  });

  test("is of early deaths, of which both sexes had more than all men who died", async () => {
    const early = (deaths: number, sex: "all" | "male") =>
      figureOf({
        ...{ indicator: "years-of-life-lost", unit: "per-100k", method: "years-of-life-lost-75", sex, value: 1000 },
        ...{ lower: 1000 - 1960 / Math.sqrt(deaths), upper: 1000 + 1959.963984540054 / Math.sqrt(deaths) },
      });
    const women = figureOf({
      ...{ ...early(1, "all"), sex: "female", state: "suppressed", reason: "protects-people" },
      ...{ value: null, lower: null, upper: null, level: null },
    });
    const each = [rateShown("area:26", 30, { sex: "male" }), rateShown("area:26", 20, { sex: "female" })];
    const figures = [early(36, "all"), early(27, "male"), women, ...each, rateShown("area:26", 50)];
    const small = truth({ "area:26": 9 }, { sex: "female", ageBelow: 75 });
    expect(await refusalOf(releaseOf(figures), [], small)).toContain("deaths of women younger than 75");
  });
});

describe("beside earlier releases", () => {
  const alone = [rateShown("area:25", 30), rateKept("area:26"), rateShown("area:27", 14), rateShown(set, 51)];

  test("a count that they gave away is not held against this one, and is counted", async () => {
    expect(await summary(releaseOf(sheltered, [west]), [releaseOf(alone, [west])], numbers)).toMatchObject({
      ...{ recovered: 0, knownBefore: 1 },
    });
    const shown = releaseOf([rateShown("area:26", 7)]);
    expect(await summary(releaseOf(sheltered, [west]), [shown], numbers)).toMatchObject({ knownBefore: 1 });
  });

  test("one that was restated is not what it was: nothing follows from its old number", async () => {
    const then = releaseOf([rateShown("area:26", 40)]);
    expect(await summary(releaseOf(sheltered, [west]), [then], numbers)).toMatchObject({ knownBefore: 0 });
  });

  test("sums that were restated around it are solved apart, and it is said that they were", async () => {
    const then = releaseOf(
      [rateKept("area:26"), rateKept("area:27"), rateShown("area:25", 30), rateShown(set, 34)],
      [west],
    );
    const { untried } = await summary(releaseOf(sheltered, [west]), [then], numbers);
    expect(untried).toMatchObject({ beforeApart: 2, contradicting: 0 });
  });
});

test("a publisher's own mark is not given away either: its number nobody here knows", async () => {
  const row = (place: "area:26" | "area:27", observation: number, value: number | null) =>
    sourceRowOf({
      ...{ observation, place, measure: "deaths", value, lower: null, upper: null },
      ...(value === null && { state: "suppressed" }),
    });
  const rows = { deaths: [row("area:26", 1, null), row("area:27", 2, 14)] };
  const pair = placeSet("pair", "area:26", "area:27");
  expect(await refusalOf(releaseOf([rateShown("set:pair@1", 21)], [pair], rows), [], new Map())).toContain(
    "West Garfield",
  );
  // Whatever it is, it is not a small count.
  expect(await summary(releaseOf([rateShown("set:pair@1", 54)], [pair], rows), [], new Map())).toMatchObject({
    withheld: 1,
  });
});
