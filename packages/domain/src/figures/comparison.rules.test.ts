import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Compared, comparison, isNotComparable, rankRanges, sharedRanks } from "./comparison.rules.ts";

const years = (
  value: number | null,
  lower: number | null,
  upper: number | null,
  more: Partial<Compared> = {},
): Compared => ({
  indicator: "life-expectancy",
  unit: "years",
  sex: "all",
  cause: "all",
  state: "shown",
  value,
  lower,
  upper,
  level: 0.95,
  ...more,
});

/** City of Chicago, qjr3-bm53, 2010. */
const loop = years(85.0, 83.6, 86.4);
const westGarfieldPark = years(68.8, 66.9, 70.6);
const eastGarfieldPark = years(71.7, 69.6, 73.8);
const austin = years(71.9, 71.0, 72.8);

function compared(a: Compared, b: Compared) {
  const it = comparison(a, b);
  if (isNotComparable(it)) throw new Error(it.notComparable);
  return it;
}

describe("two figures", () => {
  test("the Loop and West Garfield Park of 2010 differ by 16.2 years, likely between 13.9 and 18.6", () => {
    const { verdict, difference, lower, upper } = compared(loop, westGarfieldPark);
    expect(verdict).toBe("first-higher");
    expect(difference).toBeCloseTo(16.2, 10);
    // By hand: 16.2 - sqrt(1.4² + 1.8²) and 16.2 + sqrt(1.4² + 1.9²).
    expect(lower).toBeCloseTo(16.2 - Math.sqrt(1.96 + 3.24), 10);
    expect(upper).toBeCloseTo(16.2 + Math.sqrt(1.96 + 3.61), 10);
  });

  test("East Garfield Park and Austin, 0.2 years apart, cannot be told apart", () => {
    expect(compared(eastGarfieldPark, austin).verdict).toBe("cannot-tell");
  });

  test("turning the two around turns the answer around", () => {
    expect(compared(westGarfieldPark, loop).verdict).toBe("second-higher");
  });

  test("intervals that overlap a little can still be told apart, as the two errors do not add up in full", () => {
    // 10 ± 2 and 13 ± 2 overlap from 11 to 12; the difference is 3 ± 2.83.
    expect(compared(years(13, 11, 15), years(10, 8, 12)).verdict).toBe("first-higher");
  });

  test("limits at 90% are widened to 95% before they are compared", () => {
    const at90 = (value: number, half: number) => years(value, value - half, value + half, { level: 0.9 });
    const { lower } = compared(at90(12, 1), at90(10, 1));
    expect(lower).toBeCloseTo(2 - Math.SQRT2 * (1.959963984540054 / 1.6448536269514722), 9);
  });

  test.each([
    ["another cause", years(10, 9, 11, { cause: "stroke" }), "different-measure"],
    ["another sex", years(10, 9, 11, { sex: "female" }), "different-measure"],
    ["a withheld value", years(null, null, null, { state: "suppressed", level: null }), "not-shown"],
    ["a value without an interval", years(10, null, null, { level: null }), "no-interval"],
  ])("%s cannot be held against the Loop", (_, other, notComparable) => {
    expect(comparison(loop, other)).toEqual({ notComparable });
  });

  test("the verdict never depends on the order of the two", () => {
    const figure = fc.tuple(
      fc.double({ min: -99, max: 99, noNaN: true }),
      fc.double({ min: 0.01, max: 9, noNaN: true }),
    );
    fc.assert(
      fc.property(figure, figure, ([a, ha], [b, hb]) => {
        const forth = compared(years(a, a - ha, a + ha), years(b, b - hb, b + hb));
        const back = compared(years(b, b - hb, b + hb), years(a, a - ha, a + ha));
        expect(back.difference).toBeCloseTo(-forth.difference, 9);
        expect(back.lower).toBeCloseTo(-forth.upper, 9);
        expect(back.verdict === "cannot-tell").toBe(forth.verdict === "cannot-tell");
      }),
    );
  });
});

describe("positions in a list", () => {
  test("places that can all be told apart hold one position each", () => {
    const apart = [years(30, 29, 31), years(20, 19, 21), years(10, 9, 11)];
    expect(rankRanges(apart)).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
      { from: 3, to: 3 },
    ]);
    expect(sharedRanks(apart)).toEqual([1, 2, 3]);
  });

  test("the order in which the figures come does not matter", () => {
    expect(sharedRanks([years(10, 9, 11), years(30, 29, 31), years(20, 19, 21)])).toEqual([3, 1, 2]);
  });

  test("of the Loop, Austin, East and West Garfield Park only the Loop and Austin stand clear of all below", () => {
    const figures = [loop, austin, eastGarfieldPark, westGarfieldPark];
    // East Garfield Park is 2.9 ± 2.8 above West Garfield Park: told apart, but only just.
    expect(rankRanges(figures)).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 3 },
      { from: 2, to: 3 },
      { from: 4, to: 4 },
    ]);
    expect(sharedRanks(figures)).toEqual([1, 2, 2, 4]);
  });

  test("a chain in which neighbors cannot be told apart shares one rank, though its ends can", () => {
    const chain = [years(12, 10, 14), years(10, 8, 12), years(8, 6, 10)];
    expect(rankRanges(chain)).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 3 },
      { from: 2, to: 3 },
    ]);
    expect(sharedRanks(chain)).toEqual([1, 1, 1]);
  });

  test("a withheld figure takes no position and moves nobody", () => {
    const withheld = years(null, null, null, { state: "suppressed", level: null });
    expect(sharedRanks([years(30, 29, 31), withheld, years(10, 9, 11)])).toEqual([1, null, 2]);
  });

  test("of no figures there are no positions", () => {
    expect(rankRanges([])).toEqual([]);
    expect(sharedRanks([])).toEqual([]);
  });

  test("two that cannot be told apart share a rank, and two with different ranks can be told apart", () => {
    const figure = fc.record({
      value: fc.double({ min: 0, max: 30, noNaN: true }),
      half: fc.double({ min: 0.1, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 12 }), (drawn) => {
        const figures = drawn.map(({ value, half }) => years(value, value - half, value + half));
        const ranks = sharedRanks(figures);
        for (const [i, a] of figures.entries())
          for (const [j, b] of figures.entries()) {
            const same = compared(a, b).verdict === "cannot-tell";
            if (same) expect(ranks[i]).toBe(ranks[j]);
            else if (ranks[i]! < ranks[j]!) expect(compared(a, b).verdict).toBe("first-higher");
          }
      }),
    );
  });
});
