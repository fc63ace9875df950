import { describe, expect, test } from "vitest";
import type { DraftFigure } from "../figures/figure.ts";
import { gapSubject } from "../figures/subject.ts";
import { draftOf, rateOf } from "../releases/testing.ts";
import { publicationRules, publishable, verdict } from "./publication.rules.ts";

const people = (value: number): DraftFigure =>
  draftOf({ indicator: "population", unit: "people", value, lower: null, upper: null, level: null });

const shown = null;
const suppressed = { state: "suppressed", reason: "protects-people" };
const unreliable = (reason: string) => ({ state: "unreliable", reason });

test("the numbers of the rules are those of their sources", () => {
  expect(publicationRules).toMatchObject({
    largestWithheldCount: 10,
    fewestEventsOfRate: 10,
    widestLifeExpectancyYears: 6,
  });
});

describe("a count of people", () => {
  test.each([
    [0, shown],
    [1, suppressed],
    [10, suppressed],
    [11, shown],
  ])("of %i is %j", (count, expected) => {
    expect(verdict(people(count))).toEqual(expected);
  });
});

describe("a rate", () => {
  test.each([
    [0, unreliable("fewer-than-10-events")],
    [1, suppressed],
    [2, suppressed],
    [9, suppressed],
    [10, suppressed],
    [11, shown],
  ])("of %i deaths is %j", (deaths, expected) => {
    expect(verdict(rateOf("area:26", deaths))).toEqual(expected);
  });

  test.each([
    [180, shown],
    [180.1, unreliable("interval-too-wide")],
  ])("of 100 whose interval runs from 20 to %f, against 160%% of it, is %j", (upper, expected) => {
    const rate = draftOf({ unit: "per-100k", indicator: "death-rate-adjusted", value: 100, lower: 20, upper });
    expect(verdict(rate)).toEqual(expected);
  });

  test("without an interval is not judged by its width", () => {
    expect(verdict(draftOf({ unit: "per-100k", value: 100, lower: null, upper: null, level: null }))).toBeNull();
  });
});

describe("a life expectancy", () => {
  test.each([
    [70.0, 76.0, shown],
    [70.0, 76.1, unreliable("interval-too-wide")],
    // Tenths have no exact binary form: 67.4 - 61.4 comes out as 6.000000000000007.
    [61.4, 67.4, shown],
  ])("with limits %f and %f is %j", (lower, upper, expected) => {
    const value = (lower + upper) / 2;
    expect(verdict(draftOf({ value, lower, upper }))).toEqual(expected);
    expect(verdict(draftOf({ indicator: "life-expectancy-computed", value, lower, upper }))).toEqual(expected);
  });

  test("computed from 1 to 10 deaths is withheld for them, whatever its interval", () => {
    const few = { events: 10, people: 400, doubt: null, decision: null };
    expect(
      verdict(draftOf({ indicator: "life-expectancy-computed", value: 73, lower: 60, upper: 86, basis: few })),
    ).toEqual(suppressed);
  });

  test("of which a gap is made may be known to 6 years; the gap itself may be wider", () => {
    expect(verdict(draftOf({ indicator: "life-expectancy-gap", value: 10, lower: 4, upper: 16 }))).toBeNull();
    expect(verdict(draftOf({ indicator: "life-expectancy-gap-computed", value: 10, lower: 4, upper: 16 }))).toBeNull();
  });
});

describe("a doubtful value", () => {
  const doubt = "estimate-outside-interval" as const;
  const basis = { events: null, people: null };
  test.each([
    [null, unreliable("doubtful-estimate")],
    ["withhold", unreliable("withheld-by-decision")],
    ["publish", shown],
  ] as const)("on which was decided: %s, is %j", (decision, expected) => {
    expect(verdict(draftOf({ value: 79.8, lower: 70, upper: 72.7, basis: { ...basis, doubt, decision } }))).toEqual(
      expected,
    );
  });

  test("that was to be published is still withheld where it is a small count or too wide", () => {
    const decided = { doubt, decision: "publish" } as const;
    expect(verdict({ ...rateOf("area:26", 7), basis: { events: 7, people: 9000, ...decided } })).toEqual(suppressed);
    expect(verdict(draftOf({ lower: 60, upper: 80, basis: { ...basis, ...decided } }))).toEqual(
      unreliable("interval-too-wide"),
    );
  });
});

describe("the order of reasons", () => {
  const doubt = { doubt: "publisher-warning", decision: null } as const;

  test("puts what was never there first: there is nothing to withhold", () => {
    const absent = draftOf({
      state: "missing",
      reason: "no-rows",
      value: null,
      basis: { events: 3, people: 9, ...doubt },
    });
    expect(verdict(absent)).toEqual({ state: "missing", reason: "no-rows" });
  });

  test("protects people before it speaks of doubt or width", () => {
    const rate = { ...rateOf("area:26", 3), lower: 0, upper: 99, basis: { events: 3, people: 9, ...doubt } };
    expect(verdict(rate)).toEqual(suppressed);
  });

  test("speaks of a decision before a doubt, and of a doubt before a width", () => {
    const wide = { ...rateOf("area:26", 30), lower: 0, upper: 99 };
    expect(verdict({ ...wide, basis: { events: 30, people: 9, doubt: null, decision: "withhold" } })).toEqual(
      unreliable("withheld-by-decision"),
    );
    expect(verdict({ ...wide, basis: { events: 30, people: 9, ...doubt } })).toEqual(unreliable("doubtful-estimate"));
  });

  test("speaks of few events before a width", () => {
    expect(verdict({ ...rateOf("area:26", 0), value: 0, lower: 0, upper: 3.7 })).toEqual(
      unreliable("fewer-than-10-events"),
    );
  });

  test.each([
    ["suppressed", "withheld-by-publisher"],
    ["not-collected", "no-rows"],
    ["missing", "not-computable"],
  ] as const)("keeps the publisher's or the statistic's own: %s, %s", (state, reason) => {
    expect(verdict(draftOf({ state, reason, value: null, lower: null, upper: null, level: null }))).toEqual({
      state,
      reason,
    });
  });
});

describe("figures of a release together", () => {
  const loop = draftOf({ subject: "area:32", value: 85, lower: 83.6, upper: 86.4 });
  const gap = draftOf({
    ...{
      indicator: "life-expectancy-gap",
      subject: gapSubject("area:32", "area:26"),
      value: 16.2,
      lower: 13.9,
      upper: 18.5,
    },
    inputs: [{ figure: loop.id }, { figure: "life-expectancy/area:26/2010/all/all" }],
  });
  const published = (...drafts: DraftFigure[]) => new Map(publishable(drafts, []).map((one) => [one.subject, one]));

  test("that pass are told whole, and without what they were judged by", () => {
    const figure = published(loop).get("area:32")!;
    expect(figure).toMatchObject({ state: "shown", reason: null, value: 85, lower: 83.6, upper: 86.4, level: 0.95 });
    expect("basis" in figure).toBe(false);
  });

  test("that do not pass carry no value, no limits, no level and no count", () => {
    const figure = published(rateOf("area:26", 7)).get("area:26")!;
    expect(figure).toMatchObject({ state: "suppressed", value: null, lower: null, upper: null, level: null });
    // 7 deaths, a rate of 7, limits of 6.3 and 7.7: none of them may stand anywhere in it.
    expect(JSON.stringify(figure)).not.toMatch(/[:[](7|6\.3|7\.7)\b/);
  });

  test("fall with what they were made from", () => {
    const wide = draftOf({ lower: 64, upper: 74 });
    expect(published(loop, wide, gap).get(gap.subject)).toMatchObject({
      ...{ state: "unreliable", reason: "input-withheld", value: null },
    });
    expect(published(loop, draftOf(), gap).get(gap.subject)).toMatchObject({ state: "shown", value: 16.2 });
  });

  test("fall as suppressed where one of two ends is, though the other is only unsure", () => {
    const unsure = draftOf({ subject: "area:32", lower: 60, upper: 99 });
    const small = draftOf({ basis: { events: 4, people: 300, doubt: null, decision: null } });
    expect(published(unsure, small, gap).get(gap.subject)).toMatchObject({
      state: "suppressed",
      reason: "input-withheld",
    });
  });

  test("that are withheld for themselves say so, and not that an input is", () => {
    const noGap = { ...gap, state: "missing", reason: "not-computable", value: null } as const;
    expect(published(loop, draftOf({ lower: 64, upper: 74 }), noGap).get(gap.subject)).toMatchObject({
      ...{ state: "missing", reason: "not-computable" },
    });
  });

  test("keep their order", () => {
    const drafts = [gap, loop, draftOf()];
    expect(publishable(drafts, []).map(({ id }) => id)).toEqual(drafts.map(({ id }) => id));
  });
});
