import { describe, expect, test } from "vitest";
import type { DraftFigure } from "../figures/figure.ts";
import type { ValueState } from "../kernel/value-state.ts";
import { draftOf, rateOf } from "../releases/testing.ts";
import type { Sex } from "../sources/observation.ts";
import { bindsSmall, earlyDeathBounds } from "./early-deaths.rules.ts";
import { publishable } from "./publication.rules.ts";

/** Years lost to so many early deaths that all cost the same, which is when their range is as wide as it can be. */
const yearsLost = (deaths: number, sex: Sex): DraftFigure =>
  draftOf({
    ...{ indicator: "years-of-life-lost", unit: "per-100k", method: "years-of-life-lost-75", sex, value: 900 },
    ...{ lower: 900 - (900 * 1.959963984540054) / Math.sqrt(deaths) },
    ...{ upper: 900 + (900 * 1.959963984540054) / Math.sqrt(deaths) },
    basis: { events: deaths, people: 90_000, doubt: null, decision: null },
  });

describe("what is told of early deaths", () => {
  const figures = [yearsLost(36, "all"), rateOf("area:26", 50)];
  const id = figures[0]!.id;
  const bounds = (hidden: readonly string[], state: ValueState = "shown", drafts = figures) =>
    earlyDeathBounds(drafts, new Set(hidden), () => state, 10)(id);

  test("is how narrow their range is, and how many died at any age", () => {
    expect(bounds([])).toEqual({ least: 36, most: 50 });
  });

  test("is nothing where neither is shown", () => {
    expect(bounds([id])).toEqual({ least: 0, most: 50 });
    expect(bounds([id, figures[1]!.id])).toEqual({ least: 0, most: Infinity });
  });

  test("is that there were more than are kept where they are only too unsure", () => {
    expect(bounds([id], "unreliable")).toEqual({ least: 11, most: 50 });
  });

  test("is that there were none where there were too few for a rate", () => {
    expect(bounds([id], "unreliable", [yearsLost(0, "all"), figures[1]!])).toEqual({ least: 0, most: 0 });
  });

  test("is all that a crude rate tells: of that there are no bounds to ask for", () => {
    expect(earlyDeathBounds(figures, new Set(), () => "shown", 10)(figures[1]!.id)).toBeNull();
  });
});

describe("a small count in a balance", () => {
  const bounds: Readonly<Record<string, readonly [number, number]>> = {
    ...{ all: [36, 50], men: [0, 30], women: [0, 20], few: [0, 12] },
  };
  const boundsOf = (id: string) => (bounds[id] ? { least: bounds[id][0], most: bounds[id][1] } : null);
  const binding = (one: readonly string[], other: readonly string[], small: string) =>
    bindsSmall({ one, other }, (id) => id === small, boundsOf, 10);

  test("is bound from below by a total that its other parts cannot fill", () => {
    expect(binding(["all"], ["women", "men"], "women")).toEqual(["all"]);
    expect(binding(["all"], ["women", "men", "others"], "women")).toEqual([]);
  });

  test("is bound from above by what is left of a total", () => {
    expect(binding(["few"], ["women", "all"], "women")).toEqual(["all"]);
    expect(binding(["few"], ["women", "men"], "women")).toEqual([]);
  });
});

test("women's early deaths are kept: with both sexes' years lost, and all men who died, there would be six at the least", () => {
  const drafts = [
    ...[yearsLost(36, "all"), yearsLost(27, "male"), yearsLost(9, "female")],
    ...[rateOf("area:26", 50), rateOf("area:26", 30, { sex: "male" }), rateOf("area:26", 20, { sex: "female" })],
  ];
  const kept = publishable(drafts, []).filter(({ state }) => state === "suppressed");
  expect(kept.map(({ indicator, sex }) => `${indicator} ${sex}`)).toEqual([
    ...["years-of-life-lost all", "years-of-life-lost male", "years-of-life-lost female"],
  ]);
});
