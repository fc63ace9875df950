import type { Outlines } from "@evenspan/domain/releases/release-content";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inventedOutlines } from "../../testing/invented-outlines.ts";
import { classOf, mapClasses } from "./map-classes.ts";
import { mapShapes } from "./map-shapes.ts";
import { outlineShapes } from "./outline-shapes.ts";
import { voidClassOf } from "./void-class.ts";

describe("classes", () => {
  test.each([
    [
      [68.8, 85.2],
      [65, 70, 75, 80, 85],
    ],
    [
      [1, 98],
      [0, 20, 40, 60, 80],
    ],
    [
      [9.1, 26.4],
      [5, 10, 15, 20, 25],
    ],
    [[0, 0], [0]],
    [[], []],
  ])("of %j begin at %j", (values, edges) => {
    expect(mapClasses(values).map(({ from }) => from)).toEqual(edges);
  });

  test.each([[[4, -5e-324, 0]], [[0, 2.5e-323]]])(
    "of %j hold the value that dividing would round to an edge",
    (values) => {
      const classes = mapClasses(values);
      expect(classes.length).toBeLessThanOrEqual(5);
      for (const one of values) expect(classOf(one, classes)).toBeGreaterThanOrEqual(0);
    },
  );

  test("are at most five and hold every value once", () => {
    const value = fc.double({ min: -1000, max: 100_000, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), (values) => {
        const classes = mapClasses(values);
        expect(classes.length).toBeLessThanOrEqual(5);
        for (const one of values) expect(classOf(one, classes)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("shapes", () => {
  test("without outlines are 77 tiles of one size, none on another", () => {
    const { shapes, width, height } = mapShapes(null);
    expect(shapes).toHaveLength(77);
    expect(new Set(shapes.map(({ path }) => path)).size).toBe(77);
    for (const { x, y } of shapes) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  });

  test("with outlines lie within the map, north up and west left", () => {
    const { shapes, width, height } = outlineShapes(inventedOutlines);
    const [first, eighth, last] = [shapes[0]!, shapes[7]!, shapes[72]!];
    expect(first.x).toBeLessThan(eighth.x);
    expect(first.y).toBeLessThan(last.y);
    for (const { x, y } of shapes) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  });

  test("corners on a straight run are dropped, and neighbors keep the same border", () => {
    const square = (west: number): Outlines[keyof Outlines] => ({
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [west, 42],
            [west + 0.05, 42],
            [west + 0.1, 42],
            [west + 0.1, 41.9],
            [west, 41.9],
            [west, 42],
          ],
        ],
      ],
    });
    const { shapes } = outlineShapes({ "area:1": square(-87.8), "area:2": square(-87.7) });
    expect(shapes.map(({ path }) => path.replace(/\d+/g, "n"))).toEqual(["Mn nhnvnh-nz", "Mn nhnvnh-nz"]);
    const [left, right] = shapes.map(({ path }) => /^M(\d+) \d+h(\d+)/.exec(path)!.slice(1).map(Number));
    expect(left![0]! + left![1]!).toBe(right![0]!);
  });

  test("outlines are read once a release", () => {
    expect(mapShapes(inventedOutlines)).toBe(mapShapes(inventedOutlines));
  });
});

test("what is withheld is hatched, what nobody asked is dashed, the rest is outlined", () => {
  expect(
    ["suppressed", "unreliable", "not-collected", "missing", "not-applicable"].map((state) =>
      voidClassOf(state as "missing"),
    ),
  ).toEqual(["void withheld", "void withheld", "void not-collected", "void", "void"]);
});
