import { describe, expect, test } from "vitest";
import type { Claim } from "../claims/claim.ts";
import { gapEnds, gapSubject } from "../figures/subject.ts";
import type { Goal } from "../goals/goal.ts";
import { placeSet } from "../indicators/testing.ts";
import { attackRemarks, releaseRemarks } from "./check-release.rules.ts";
import { gapPairs } from "./pairs.rules.ts";
import { contentOf, figureOf } from "./testing.ts";

describe("the pairs whose gap a release tells", () => {
  const pair = (highPlaceId: string | null, lowPlaceId: string | null) => ({ highPlaceId, lowPlaceId }) as Goal & Claim;
  const line = placeSet("the-line", "area:32", "area:28", "area:26");
  const subjects = (...given: Parameters<typeof gapPairs>) =>
    gapPairs(...given).map(({ high, low }) => gapSubject(high, low));

  test("are those of goals and claims, each once, and none of a claim without a pair", () => {
    const goals = [pair("area:32", "area:26")];
    const claims = [pair("area:32", "area:26"), pair("area:8", "area:68"), pair(null, null)];
    expect(subjects(goals, claims, [], "set:the-line@1")).toEqual(["gap:area:32>area:26", "gap:area:8>area:68"]);
  });

  test("are the two ends of the line, and its first place against each set that does not hold it", () => {
    const sets = [line, placeSet("west-side", "area:25", "area:26"), placeSet("all", "area:32", "area:26")];
    expect(subjects([], [], sets, "set:the-line@1")).toEqual(["gap:area:32>area:26", "gap:area:32>set:west-side@1"]);
  });

  test("are not a place and itself, where the line has one stop", () => {
    expect(subjects([], [], [placeSet("the-line", "area:32")], "set:the-line@1")).toEqual([]);
  });

  test("are of the version of the line that the first page shows", () => {
    expect(subjects([], [], [line], "set:the-line@2")).toEqual([]);
  });
});

describe("the subject of a gap", () => {
  test("names both ends, sets with their versions included, and gives them back", () => {
    const subject = gapSubject("area:32", "set:west-side@2");
    expect(subject).toBe("gap:area:32>set:west-side@2");
    expect(gapEnds(subject)).toEqual({ high: "area:32", low: "set:west-side@2" });
    for (const other of ["area:26", "set:west-side@2"] as const) expect(gapEnds(other)).toBeNull();
  });
});

describe("what is remarked before a release is signed", () => {
  test("nothing, where its first page is whole and nothing is withheld", () => {
    expect(releaseRemarks(contentOf())).toEqual([]);
  });

  test("that its first page asks for a figure that is not there stops it", () => {
    const { front } = contentOf();
    const numbers = [{ ...front.numbers[0]!, figure: "life-expectancy/area:99/2010/all/all" }];
    expect(releaseRemarks(contentOf({ front: { ...front, numbers } }))).toEqual([
      {
        ...{ code: "front-figure-missing", stops: true },
        message: "The first page asks for life-expectancy/area:99/2010/all/all, and there is no such figure.",
      },
    ]);
  });

  test("that a figure of its first page is withheld does not: the page says so in its place", () => {
    const { figures } = contentOf();
    const hidden = figures.map((one) =>
      one.subject === "area:26"
        ? figureOf({ ...one, state: "unreliable", reason: "interval-too-wide", value: null })
        : one,
    );
    expect(releaseRemarks(contentOf({ figures: hidden }))).toEqual([
      {
        ...{ code: "front-figure-withheld", stops: false },
        message: "life-expectancy/area:26/2010/all/all on the first page is unreliable.",
      },
    ]);
  });

  test("that the goal of its first page has no baseline stops it", () => {
    expect(releaseRemarks(contentOf({ goals: [] }))).toEqual([
      {
        ...{ code: "goal-without-baseline", stops: true },
        message: "The goal halve-the-gap has no figure in its baseline year.",
      },
    ]);
  });

  test("that a baseline rests on another dataset than it was frozen to, which may not be signed", () => {
    const figures = contentOf().figures.map((one) =>
      one.subject === "area:32"
        ? figureOf({ ...one, inputs: [{ dataset: "city-2", rows: 1, observations: [1] }] })
        : one,
    );
    const moved = [
      {
        ...{ code: "baseline-moved", stops: true },
        message: "The baseline of the goal halve-the-gap is frozen to city-1, which gives no figure of 2010 any more.",
      },
    ];
    expect(releaseRemarks(contentOf({ figures }))).toEqual(moved);
    // A goal beside that of the first page is looked at, too.
    const { goals, front } = contentOf();
    const second = { ...goals[0]!, goal: { ...goals[0]!.goal, id: "second", baselineDatasetId: "city-9" } };
    expect(releaseRemarks(contentOf({ goals: [...goals, second], front })).map(({ code }) => code)).toEqual([
      "baseline-moved",
    ]);
  });

  test("how many figures are doubtful, and how many are withheld to protect people", () => {
    const more = [
      figureOf({ subject: "area:17", state: "unreliable", reason: "doubtful-estimate", value: null }),
      figureOf({ subject: "area:18", state: "suppressed", reason: "protects-people", value: null }),
      figureOf({ subject: "area:19", state: "suppressed", reason: "protects-people", value: null }),
    ];
    expect(
      releaseRemarks(contentOf({ figures: [...contentOf().figures, ...more] })).map(({ message }) => message),
    ).toEqual([
      "1 figure is withheld as doubtful until a person decides.",
      "2 figures are withheld to protect people.",
    ]);
  });
});

describe("what the attack on a release leaves to be remarked", () => {
  const none = { linearBounds: 0, elimination: 0, contradicting: 0, beforeApart: 0 };
  const attack = (knownBefore: number, untried: Partial<typeof none> = {}) => ({
    ...{ by: ["elimination"], tables: 1, cells: 3, withheld: 2, knownBefore, untried: { ...none, ...untried } },
    ...({ recovered: 0, boundedTooTightly: 0 } as const),
  });

  test("is nothing, where all was tried and nothing was known before", () => {
    expect(attackRemarks(attack(0))).toEqual([]);
  });

  test.each([
    ["linearBounds", "attack-not-bounded"],
    ["elimination", "attack-not-solved"],
    ["contradicting", "attack-contradicted"],
    ["beforeApart", "attack-apart"],
  ] as const)("is on how many counts not all was tried: %s", (left, code) => {
    const [remark, ...others] = attackRemarks(attack(0, { [left]: 1 }));
    expect([remark?.code, remark?.stops, others]).toEqual([code, false, []]);
    expect(remark?.message).toMatch(/1 kept count\b/);
    expect(attackRemarks(attack(0, { [left]: 3 }))[0]?.message).toContain("3 kept counts");
  });

  test("is how many earlier releases gave away", () => {
    expect(attackRemarks(attack(2))).toEqual([
      { code: "known-before", message: "Earlier releases gave 2 kept counts away already.", stops: false },
    ]);
  });
});
