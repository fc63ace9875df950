import { describe, expect, test } from "vitest";
import { accountsOf } from "./accounts.rules.ts";
import { denominatorOf } from "./schedule-h/denominator.rules.ts";
import { accounts } from "./testing.ts";

describe("the accounts of several hospitals", () => {
  const three = accountsOf([
    accounts({ "bad-debt": 100, "charity-charges": 900, "charity-cost": 300 }),
    accounts({ "bad-debt": 20, "charity-charges": 50 }, "oak-park"),
    accounts({}, "copley"),
  ]);

  test("add up over those who said an amount", () => {
    expect(three.of("bad-debt")).toBe(120);
  });

  test("an amount that nobody said is missing, not zero", () => {
    expect(three.of("medicare-cost")).toBeNull();
    expect(three.orNone("medicare-cost")).toBe(0);
  });

  test("a zero that somebody said is an amount", () => {
    expect(accountsOf([accounts({ "bad-debt": 0 })]).of("bad-debt")).toBe(0);
  });

  test("name who said nothing", () => {
    expect(three.silentOn("bad-debt")).toEqual([{ facilityId: "copley", amount: "bad-debt" }]);
  });

  test("take a hospital's cost by accounting before its charges, and never both", () => {
    expect(three.costOrCharges("charity-cost", "charity-charges")).toEqual({
      costCents: 300,
      chargesCents: 50,
      silent: [{ facilityId: "copley", amount: "charity-charges" }],
    });
  });

  test("of what a hospital said twice the later counts", () => {
    expect(accountsOf([accounts({ "bad-debt": 1 }), accounts({ "bad-debt": 2 })]).of("bad-debt")).toBe(2);
  });
});

describe("what the percentage divides by", () => {
  const venture = (told: object) => ({
    name: "Imaging",
    shareBasisPoints: 5000,
    totalExpenseCents: 1001,
    badDebtCents: 101,
    isInTotalExpense: false,
    benefits: [],
    ...told,
  });

  test("is total expense less the bad debt in it", () => {
    const of = accountsOf([accounts({ "total-expense": 1000, "bad-debt-in-total-expense": 60 })]);
    expect(denominatorOf(of, [])).toEqual({ totalExpense: 1000, ventures: 0, badDebt: 60, cents: 940 });
  });

  test("has the share of joint ventures, less their bad debt, each rounded once", () => {
    const of = accountsOf([accounts({ "total-expense": 1000 })]);
    expect(denominatorOf(of, [venture({})])).toEqual({ totalExpense: 1000, ventures: 501, badDebt: 51, cents: 1450 });
  });

  test("does not have a venture's share a second time where total expense has it already", () => {
    const of = accountsOf([accounts({ "total-expense": 1000 })]);
    expect(denominatorOf(of, [venture({ isInTotalExpense: true })])).toMatchObject({ ventures: 0, badDebt: 51 });
  });

  test("is unknown where nobody said total expense", () => {
    expect(denominatorOf(accountsOf([]), [venture({})])).toBeNull();
  });
});
