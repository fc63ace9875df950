import { describe, expect, it } from "vitest";
import { type Adding, falseTotals, roundedApart, someUnknown } from "./false-totals.rules.ts";
import type { Observation } from "./observation.ts";

const count = (placeId: Observation["placeId"], value: number | null, line = 2): Observation => ({
  measure: "deaths",
  placeId,
  yearFrom: 2010,
  yearTo: 2010,
  sex: "all",
  ageFrom: 0,
  ageBelow: null,
  cause: "all",
  state: value === null ? "suppressed" : "shown",
  value,
  lower: null,
  upper: null,
  doubt: null,
  line,
});

const inCity = (slack: Adding["slack"]): Adding => ({
  group: (one) => (one.placeId.startsWith("zip:") ? null : String(one.yearFrom)),
  isTotal: (one) => one.placeId === "city:chicago",
  slack,
});

const parts = [count("area:1", 10), count("area:2", 20), count("zip:60612", 1000)];

describe("totals and their parts", () => {
  it.each([
    [30, []],
    [29, []],
    [31, []],
    [28, [30]],
    [32, [30]],
  ])("that were rounded apart may differ by half of each: %i people of 10 and 20", (total, wrong) => {
    const found = falseTotals([...parts, count("city:chicago", total)], inCity(roundedApart));
    expect(found.map((one) => one.sum)).toEqual(wrong);
  });

  it("may fall short of the total where some belong to no part, and never exceed it", () => {
    expect(falseTotals([...parts, count("city:chicago", 900)], inCity(someUnknown))).toEqual([]);
    const [found] = falseTotals([...parts, count("city:chicago", 29, 7)], inCity(someUnknown));
    expect([found!.total.line, found!.sum]).toEqual([7, 30]);
  });

  it("say nothing where a part, or the total, has no value or is not there", () => {
    const exact = inCity(() => ({ short: 0, over: 0 }));
    expect(falseTotals(parts, exact)).toEqual([]);
    expect(falseTotals([count("city:chicago", 5)], exact)).toEqual([]);
    expect(falseTotals([...parts, count("city:chicago", null)], exact)).toEqual([]);
    expect(falseTotals([count("area:1", null), count("area:2", 1), count("city:chicago", 5)], exact)).toEqual([]);
  });
});
