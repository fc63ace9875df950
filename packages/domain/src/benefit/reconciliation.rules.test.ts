import { describe, expect, test } from "vitest";
import { centsOf } from "../kernel/money.ts";
import type { FacilityYear, LedgerCell } from "../ledger/ledger-cell.ts";
import { reconciliation } from "./reconciliation.rules.ts";
import { accounts, cell, decided, paidTime, program, year } from "./testing.ts";

describe("a year of three hospitals", () => {
  const hospital = (facilityId: string, size: number, millionths: number): FacilityYear =>
    accounts(
      {
        "total-expense": 1_000_000 * size,
        "bad-debt-in-total-expense": 40_000 * size,
        "operating-expense": 900_000 * size,
        "provider-taxes": 30_000 * size,
        "gross-charges": 3_000_000 * size,
        "charity-charges": 120_000 * size,
        "charity-provider-taxes": 1000 * size,
        "medicaid-charges": 600_000 * size,
        "medicaid-revenue": 110_000 * size,
        "medicaid-provider-taxes": 20_000 * size,
        "medicaid-pool-revenue": 5000 * size,
        "medicare-cost": 200_000 * size,
        "medicare-revenue": 170_000 * size,
        "bad-debt": 45_000 * size,
        "language-assistance-cost": 2500 * size,
        "resident-education-cost": 15_000 * size,
        "medicare-education-revenue": 9000 * size,
        "medicare-report-ratio": millionths,
        "volunteer-hour-value": 3000,
      },
      facilityId,
    );
  const fair = { ...decided(program("education", { marketing: 4000 })), activityId: "fair" };
  const pantry = { ...decided(program("social", { "grant-funding": "part" })), activityId: "pantry" };
  const cells: readonly LedgerCell[] = [
    paidTime({ activityId: "fair", amountCents: 12_000, minutes: 240 }),
    paidTime({ activityId: "fair", amountCents: 8001, minutes: 200, facilityId: "copley" }),
    cell({ kind: "goods", activityId: "pantry", amountCents: 30_000 }),
    cell({ kind: "offset", activityId: "pantry", amountCents: 10_000, isRestricted: true }),
    cell({ kind: "unpaid-time", activityId: "pantry", giver: "student", minutes: 600 }),
    cell({ kind: "loan", activityId: null, amountCents: 5_000_000 }),
  ];
  const both = year({
    cells,
    decisions: [fair, pantry],
    years: [hospital("main", 5, 250_000), hospital("oak-park", 1, 310_000), hospital("copley", 2, 280_000)],
  });

  test("has two totals, and neither is the other's", () => {
    expect(both.between.irs).toBe(both.irs.partOne["7k"].reportedNet);
    expect(both.between.illinois).toBe(both.illinois.total);
    expect(both.between.irs).not.toBe(both.between.illinois);
  });

  test("is explained by causes, each with both sides, and they add to the difference", () => {
    const steps = both.between.steps.map(({ cause, irs, illinois, difference }) => [cause, irs, illinois, difference]);
    const assistance = both.irs.worksheets[0]!.lines.find(({ number }) => number === "3")!.values[0] as number;
    const byMedicare = 150_000 + 37_200 + 67_200;
    expect(steps).toEqual([
      ["charity-care", assistance, byMedicare, byMedicare - assistance],
      ["provider-taxes", 8 * 21_000, 0, -8 * 21_000],
      ["medicare", 0, 8 * 30_000, 8 * 30_000],
      ["bad-debt", 0, 8 * 45_000, 8 * 45_000],
      ["language-assistance", 0, 8 * 2500, 8 * 2500],
      ["volunteer-value", 0, 30_000, 30_000],
    ]);
    const sum = steps.reduce((all, [, , , difference]) => all + (difference as number), 0);
    expect(sum).toBe(both.illinois.total - both.irs.partOne["7k"].reportedNet!);
  });

  test("names what both have alike, too", () => {
    expect(both.between.same.map(({ cause }) => cause)).toEqual([
      "medicaid",
      "pool-revenue",
      "restricted-grants",
      "activities",
      "education",
    ]);
  });

  test("is told in both languages", () => {
    for (const { words } of [...both.between.steps, ...both.between.same]) {
      if (words.en.startsWith("Medicaid")) continue;
      expect(words.en).not.toBe(words.es);
    }
  });

  test("has a percentage that leaves bad debt out of what it divides by", () => {
    expect(both.irs.denominator?.cents).toBe(8 * 960_000);
    const { exact } = both.irs.partOne["7k"].percent!;
    expect(exact).toEqual({ numerator: both.between.irs, denominator: 7_680_000 });
  });
});

test("a cause that one side alone has is a step of its whole amount", () => {
  const irs = { parts: [{ cause: "joint-ventures", cents: centsOf("irs", 70) } as const] };
  const illinois = { parts: [{ cause: "bad-debt", cents: centsOf("illinois", 90) } as const] };
  const { difference, steps } = reconciliation(irs, illinois);
  expect(difference).toBe(20);
  expect(steps).toMatchObject([
    { cause: "bad-debt", irs: 0, illinois: 90, difference: 90 },
    { cause: "joint-ventures", irs: 70, illinois: 0, difference: -70 },
  ]);
});

test("parts of one cause that cancel each other leave no step", () => {
  const part = (amount: number) => ({ cause: "fees", cents: centsOf("irs", amount) }) as const;
  expect(reconciliation({ parts: [part(5), part(-5)] }, { parts: [] }).steps).toEqual([]);
});
