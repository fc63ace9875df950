import { describe, expect, test } from "vitest";
import type { Decision, EntryKind, LedgerCell } from "../ledger/ledger-cell.ts";
import { activityCosts } from "./activity-costs.rules.ts";
import type { ChaCategory } from "./cha-categories.ts";
import { cell, paidTime } from "./testing.ts";

const as = (category: ChaCategory | null, rest: Partial<Decision> = {}): Decision => ({
  activityId: "activity",
  outcome: "counts",
  shareBasisPoints: category === null ? 0 : 10_000,
  category,
  indirectBasis: null,
  reason: "as answered",
  ...rest,
});

const costs = (
  cells: readonly LedgerCell[],
  decisions: readonly Decision[],
  careRatio = null as { numerator: number; denominator: number } | null,
) => activityCosts("irs", { cells, decisions, indirectRates: { hospital: 4000, community: 1200 }, careRatio });

describe("each kind of entry goes to its own cost", () => {
  const ratio = { numerator: 1, denominator: 4 };
  const table: readonly (readonly [EntryKind, Partial<LedgerCell>, column: string, cents: number])[] = [
    ["paid-time", { isAssigned: true, onPaidTime: true, giver: "staff" }, "time", 1000],
    ["cash", {}, "cash", 1000],
    ["goods", {}, "goods", 1000],
    ["space", {}, "space", 1000],
    ["foregone-charges", {}, "care", 250],
    ["offset", {}, "fees", 1000],
    ["offset", { isRestricted: true }, "grants", 1000],
  ];
  test.each(table)("%s %j is %s", (kind, told, column, cents) => {
    const [one] = costs([cell({ kind, amountCents: 1000, ...told })], [as("A1")], ratio).counted;
    const columns = ["time", "cash", "goods", "space", "care", "indirect", "fees", "grants"] as const;
    for (const each of columns) expect([each, one?.[each]]).toEqual([each, each === column ? cents : 0]);
  });

  test.each(["loan", "repayment", "purchase", "hire"] as const)("a %s is the anchor mission's", (kind) => {
    const { counted, leftOut } = costs([cell({ kind, amountCents: 1000 })], [as("A1")]);
    expect([counted, leftOut.map(({ why }) => why)]).toEqual([[], ["anchor"]]);
  });

  test("unpaid time never has a cost, even where an amount was posted with it", () => {
    const { counted, told } = costs(
      [cell({ kind: "unpaid-time", giver: "staff", minutes: 5, amountCents: 1000 })],
      [as("A1")],
    );
    expect([counted, told.length]).toEqual([[], 1]);
  });
});

describe("indirect cost", () => {
  const indirect = (kind: EntryKind, category: ChaCategory, basis: Decision["indirectBasis"] = "hospital") =>
    costs([paidTime({ kind, amountCents: 1000 })], [as(category, { indirectBasis: basis })], {
      numerator: 1,
      denominator: 1,
    }).counted[0]?.indirect;

  test.each([
    ["paid-time", "A1", 400],
    ["goods", "A1", 400],
    ["cash", "A1", 400],
    ["space", "A1", 0],
    ["foregone-charges", "A1", 0],
    ["paid-time", "E3", 400],
    ["cash", "E1", 0],
    ["cash", "E2", 0],
    ["paid-time", "E2", 400],
    ["cash", "F1", 400],
  ] as const)("on %s in %s is %i of 1000", (kind, category, cents) => {
    expect(indirect(kind, category)).toBe(cents);
  });

  test("goes by the activity's own basis, and is none without one or without a rate for it", () => {
    expect(indirect("paid-time", "A1", "community")).toBe(120);
    expect(indirect("paid-time", "A1", "research")).toBe(0);
    expect(indirect("paid-time", "A1", null)).toBe(0);
  });

  test("is worked out from the exact cost and share, and rounded once", () => {
    const decision = as("A1", { outcome: "counts-partly", shareBasisPoints: 3333, indirectBasis: "hospital" });
    const [one] = costs([paidTime({ amountCents: 1_000_001 })], [decision]).counted;
    expect([one?.time, one?.indirect]).toEqual([333_300, 133_320]);
  });
});

test("what an activity cost is summed before it is rounded, hospital by hospital", () => {
  const decision = as("A1", { outcome: "counts-partly", shareBasisPoints: 5000 });
  const ones = Array.from({ length: 3 }, () => paidTime({ amountCents: 1 }));
  expect(costs(ones, [decision]).counted[0]?.time).toBe(2);
  const both = costs([...ones, paidTime({ amountCents: 1, facilityId: "oak-park" })], [decision]).counted;
  expect(both.map(({ facilityId, time }) => [facilityId, time])).toEqual([
    ["main", 2],
    ["oak-park", 1],
  ]);
});

test("an activity whose entries were all taken back is as if it had never been", () => {
  const cells = [paidTime({ amountCents: 70 }), paidTime({ amountCents: -70, entries: -1 })];
  expect(costs(cells, [as("A1")])).toEqual({ counted: [], leftOut: [], told: [] });
});

test("time of an activity that does not count is left out with its cost, and told with its hours", () => {
  const { leftOut, told } = costs(
    [paidTime({ amountCents: 70, minutes: 30 })],
    [as(null, { outcome: "does-not-count" })],
  );
  expect(leftOut).toMatchObject([{ why: "does-not-count", amountCents: 70 }]);
  expect(told).toMatchObject([{ why: "assigned-and-paid", minutes: 30 }]);
});

test("cash that is free to use is no contribution, and stays a cost of the office's own programs", () => {
  const free = cell({ kind: "cash", amountCents: 90, isRestricted: false });
  expect(costs([free], [as("E1")]).counted).toEqual([]);
  expect(costs([free], [as("A1")]).counted[0]?.cash).toBe(90);
});
