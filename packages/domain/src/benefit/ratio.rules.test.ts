import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atRatio, decimalOf, ofBasisPoints, ratio } from "./ratio.rules.ts";

describe("an amount at a ratio", () => {
  test.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [3, 1, 2, 2],
    [10, 1, 3, 3],
    [20, 1, 3, 7],
    [-20, 1, 3, -7],
    [0, 7, 9, 0],
    [100, 5, 4, 125],
  ])("%i at %i by %i is %i: halves are rounded away from 0", (amount, numerator, denominator, expected) => {
    expect(atRatio("irs", amount, { numerator, denominator })).toBe(expected);
  });

  test("of several ratios is rounded once, not at each of them", () => {
    const half = { numerator: 1, denominator: 2 };
    expect(atRatio("irs", 1, half, half)).toBe(0);
    expect(atRatio("irs", 3, half, half)).toBe(1);
    // Rounded at each, 3 would have been 2 and then 1, and 5 would have been 3 and then 2.
    expect(atRatio("irs", 5, half, half)).toBe(1);
  });

  test("is exact where floating point is not", () => {
    const amount = 9_007_199_254_740_991;
    expect(atRatio("irs", amount, { numerator: 9999, denominator: 10_000 })).toBe(9_006_298_534_815_517);
  });

  test("never is further than half a cent from the quotient", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.nat(1e6),
        fc.integer({ min: 1, max: 1e6 }),
        (amount, over, under) => {
          const cents = BigInt(atRatio("irs", amount, { numerator: over, denominator: under }));
          const off = 2n * (BigInt(amount) * BigInt(over) - cents * BigInt(under));
          expect(off <= BigInt(under) && off >= -BigInt(under)).toBe(true);
        },
      ),
    );
  });
});

describe("a ratio", () => {
  test("is none where nothing, or less, is below the line", () => {
    expect([ratio(1, 0), ratio(1, -5), ratio(0, 5)]).toEqual([null, null, { numerator: 0, denominator: 5 }]);
  });

  test("as a decimal is rounded once, away from 0", () => {
    expect(decimalOf({ numerator: 5, denominator: 100_000 }, 4)).toBe(0.0001);
    expect(decimalOf({ numerator: -5, denominator: 100_000 }, 4)).toBe(-0.0001);
    expect(decimalOf({ numerator: 49, denominator: 1_000_000 }, 4)).toBe(0);
    expect(decimalOf({ numerator: 2, denominator: 3 }, 4)).toBe(0.6667);
  });

  test("of basis points has ten thousand below the line", () => {
    expect(ofBasisPoints(6000)).toEqual({ numerator: 6000, denominator: 10_000 });
  });
});
