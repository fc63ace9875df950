import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, centsOf, lessCents, shareOf, sumCents, timeCost } from "./money.ts";

const amount = fc.integer({ min: -1e12, max: 1e12 }).map((cents) => centsOf("irs", cents));

test("parts by weight add to the amount, whatever the weights: no cent is lost or made", () => {
  fc.assert(
    fc.property(amount, fc.array(fc.nat(1e6), { minLength: 1 }), (whole, weights) => {
      fc.pre(weights.some((weight) => weight > 0));
      const parts = allocate("irs", whole, weights);
      expect(sumCents("irs", parts)).toBe(whole);
      parts.forEach((part, at) => {
        const exact = (whole * weights[at]!) / weights.reduce((sum, weight) => sum + weight, 0);
        expect(Math.abs(part - exact)).toBeLessThanOrEqual(1 + Math.abs(exact) * 1e-12);
      });
    }),
  );
});

test("a sum does not depend on the order", () => {
  fc.assert(
    fc.property(fc.array(amount), (amounts) => {
      expect(sumCents("irs", [...amounts].reverse())).toBe(sumCents("irs", amounts));
    }),
  );
});

test("a share and what is left of it are the whole within the one cent of rounding", () => {
  fc.assert(
    fc.property(amount, fc.nat(10_000), (whole, share) => {
      const both = sumCents("irs", [shareOf("irs", whole, share), shareOf("irs", whole, 10_000 - share)]);
      expect(Math.abs(lessCents("irs", both, whole))).toBeLessThanOrEqual(1);
    }),
  );
});

test("halves are rounded away from 0, and time is rounded once", () => {
  expect([1, -1, 3].map((cents) => shareOf("irs", centsOf("irs", cents), 5000))).toEqual([1, -1, 2]);
  expect(timeCost({ minutes: 1, centsPerHour: 1, fringeBasisPoints: 0 })).toBe(0);
  expect(timeCost({ minutes: 30, centsPerHour: 1, fringeBasisPoints: 0 })).toBe(1);
  expect(timeCost({ minutes: 480, centsPerHour: 3333, fringeBasisPoints: 2750 })).toBe(33997);
});

test("what is no exact number of cents is a bug, and weights that divide nothing are", () => {
  for (const odd of [0.5, Number.NaN, 2 ** 53]) expect(() => centsOf("irs", odd)).toThrow(RangeError);
  for (const weights of [[], [0, 0], [2, -1]])
    expect(() => allocate("irs", centsOf("irs", 1), weights)).toThrow(RangeError);
});

test("two regimes are not added: the compiler refuses", () => {
  const [irs, illinois] = [centsOf("irs", 1), centsOf("illinois", 2)];
  // @ts-expect-error An amount of Illinois is none of the IRS.
  expect(sumCents("irs", [irs, illinois])).toBe(3);
  // @ts-expect-error Nor is one taken from the other.
  expect(lessCents("illinois", illinois, irs)).toBe(1);
});
